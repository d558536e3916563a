import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('vsock', [
  {
    title: 'a connection request',
    frame: hex(
      '0200000000000000 0300000000000000 00040000 e8030000 0100 0200 2c00 0000 0200000000000000 0300000000000000 00040000 e8030000 10000000 0100 0100 01000000 00000400 11000000',
    ),
    linkType: 271,
    lines: {
      '': 'VIRTIO 2.1024 > 3.1000 CONNECT, length 76',
      '-e': 'VIRTIO 2.1024 > 3.1000 CONNECT, length 76',
      '-v': [
        'VIRTIO (len 16, type STREAM, op REQUEST, flags 1, buf_alloc 262144, fwd_cnt 17)',
        '\t2.1024 > 3.1000 CONNECT, length 76',
      ],
      '-x': [
        'VIRTIO 2.1024 > 3.1000 CONNECT, length 76',
        '\t0x0000:  0200 0000 0000 0000 0300 0000 0000 0000',
        '\t0x0010:  0004 0000 e803 0000 1000 0000 0100 0100',
        '\t0x0020:  0100 0000 0000 0400 1100 0000',
      ],
    },
  },
  {
    title: 'data between contexts of 64 bits',
    frame: hex(
      '0200000000000080 0300000001000000 00040000 e8030000 0400 0200 2c00 0000 0200000000000000 0300000000000000 00040000 e8030000 10000000 0200 0900 01000000 00000400 11000000 68656c6c6f68656c6c6f68656c6c6f68656c6c6f',
    ),
    linkType: 271,
    lines: {
      '': 'VIRTIO 9223372036854775810.1024 > 4294967299.1000 PAYLOAD, length 96',
      '-v': [
        'VIRTIO (len 16, type Invalid type (2), op Invalid op (9), flags 1, buf_alloc 262144, fwd_cnt 17)',
        '\t9223372036854775810.1024 > 4294967299.1000 PAYLOAD, length 96',
      ],
      '-vv': [
        'VIRTIO (len 16, type Invalid type (2), op Invalid op (9), flags 1, buf_alloc 262144, fwd_cnt 17)',
        '\t9223372036854775810.1024 > 4294967299.1000 PAYLOAD, length 96',
        '\t0x0000:  6865 6c6c 6f68 656c 6c6f 6865 6c6c 6f68\t0x0010:  656c 6c6f',
      ],
    },
  },
  {
    title: 'data without any',
    frame: hex('0200000000000000 0300000000000000 00040000 e8030000 0400 0100 0000 0000'),
    linkType: 271,
    lines: {
      '-vv': ['NO_INFO', '\t2.1024 > 3.1000 PAYLOAD, length 32 [|vsock]'],
    },
  },
  {
    title: 'an unknown transport',
    frame: hex('0200000000000000 0300000000000000 00040000 e8030000 0900 0900 0000 0000'),
    linkType: 271,
    lines: {
      '': 'Invalid transport (9) 2.1024 > 3.1000  invalid op (9), length 32',
      '-v': ['Invalid transport (9)', '\t2.1024 > 3.1000  invalid op (9), length 32'],
    },
  },
  {
    title: 'a transport header that is cut',
    frame: hex('0200000000000000 0300000000000000 00040000 e8030000 0100 0200 2c00 0000 0200'),
    linkType: 271,
    lines: {
      '': 'VIRTIO 2.1024 > 3.1000 CONNECT, length 34',
      '-v': 'VIRTIO2.1024 > 3.1000 CONNECT, length 34 [|vsock]',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('0200000000000000'),
    linkType: 271,
    length: 80,
    lines: {
      '': ' [|vsock]',
    },
  },
]);
