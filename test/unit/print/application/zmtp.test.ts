import { hex, tcp4 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('ZMTP in TCP', [
  {
    title: 'two frames',
    frame: tcp4(5555, 6666, hex('0100060168656c6c6f')),
    lines: {
      '-Tzmtp1': [
        'IP 192.0.2.1.5555 > 192.0.2.2.6666: Flags [P.], seq 1:10, ack 1, win 65535, length 9: ZMTP/1.0',
        '	 frame flags+body  (8-bit) length 1, flags 0x00',
        '	 frame flags+body  (8-bit) length 6, flags 0x01',
      ],
      '-v -Tzmtp1': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 49)',
        '    192.0.2.1.5555 > 192.0.2.2.6666: Flags [P.], cksum 0xb12d (correct), seq 1:10, ack 1, win 65535, length 9: ZMTP/1.0',
        '	 frame flags+body  (8-bit) length 1, flags 0x00 (-|-|-|-|-|-|-|-)',
        '	 frame flags+body  (8-bit) length 6, flags 0x01 (-|-|-|-|-|-|-|MORE), first 5 byte(s) of body:',
        '	 0x0000:  6865 6c6c 6f                             hello',
      ],
    },
  },
  {
    title: 'a frame with a length of 64 bits',
    frame: tcp4(5555, 6666, hex('ff000000000000000600776f726c64')),
    lines: {
      '-Tzmtp1': [
        'IP 192.0.2.1.5555 > 192.0.2.2.6666: Flags [P.], seq 1:16, ack 1, win 65535, length 15: ZMTP/1.0',
        '	 frame flags+body (64-bit) length 6, flags 0x00',
      ],
    },
  },
  {
    title: 'a frame of length zero, and goes on behind it',
    frame: tcp4(5555, 6666, hex('000100')),
    lines: {
      '-Tzmtp1': [
        'IP 192.0.2.1.5555 > 192.0.2.2.6666: Flags [P.], seq 1:4, ack 1, win 65535, length 3: ZMTP/1.0',
        '	 frame flags+body  (8-bit) length 0',
        '	 frame flags+body  (8-bit) length 1, flags 0x00',
      ],
    },
  },
  {
    title: 'a frame that goes on in the next segment',
    frame: tcp4(5555, 6666, hex('09006162')),
    lines: {
      '-v -Tzmtp1': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 44)',
        '    192.0.2.1.5555 > 192.0.2.2.6666: Flags [P.], cksum 0x91a3 (correct), seq 1:5, ack 1, win 65535, length 4: ZMTP/1.0',
        '	 frame flags+body  (8-bit) length 9 (3 captured), flags 0x00 (-|-|-|-|-|-|-|-), first 2 byte(s) of body:',
        '	 0x0000:  6162                                     ab [|zmtp1]',
      ],
    },
  },
  {
    title: 'a length that would wrap around',
    frame: tcp4(5555, 6666, hex('fffffffffffffffff700')),
    lines: {
      '-Tzmtp1': [
        'IP 192.0.2.1.5555 > 192.0.2.2.6666: Flags [P.], seq 1:11, ack 1, win 65535, length 10: ZMTP/1.0',
        '	 frame flags+body (64-bit) length 18446744073709551607 (1 captured), flags 0x00 [|zmtp1]',
      ],
    },
  },
  {
    title: 'a length that is cut',
    frame: tcp4(5555, 6666, hex('ff0000')),
    lines: {
      '-Tzmtp1': [
        'IP 192.0.2.1.5555 > 192.0.2.2.6666: Flags [P.], seq 1:4, ack 1, win 65535, length 3: ZMTP/1.0',
        '	 frame flags+body (64-bit) length [|zmtp1]',
      ],
    },
  },
  {
    title: 'the first 128 bytes of a body at -v and all at -vv',
    frame: tcp4(
      5555,
      6666,
      hex(
        'fe00000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6',
      ),
    ),
    lines: {
      '-v -Tzmtp1': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 241)',
        '    192.0.2.1.5555 > 192.0.2.2.6666: Flags [P.], cksum 0x2ad0 (correct), seq 1:202, ack 1, win 65535, length 201: ZMTP/1.0',
        '	 frame flags+body  (8-bit) length 254 (200 captured), flags 0x00 (-|-|-|-|-|-|-|-), first 128 byte(s) of body:',
        '	 0x0000:  0001 0203 0405 0607 0809 0a0b 0c0d 0e0f  ................',
        '	 0x0010:  1011 1213 1415 1617 1819 1a1b 1c1d 1e1f  ................',
        '	 0x0020:  2021 2223 2425 2627 2829 2a2b 2c2d 2e2f  .!"#$%&\'()*+,-./',
        '	 0x0030:  3031 3233 3435 3637 3839 3a3b 3c3d 3e3f  0123456789:;<=>?',
        '	 0x0040:  4041 4243 4445 4647 4849 4a4b 4c4d 4e4f  @ABCDEFGHIJKLMNO',
        '	 0x0050:  5051 5253 5455 5657 5859 5a5b 5c5d 5e5f  PQRSTUVWXYZ[\\]^_',
        '	 0x0060:  6061 6263 6465 6667 6869 6a6b 6c6d 6e6f  `abcdefghijklmno',
        '	 0x0070:  7071 7273 7475 7677 7879 7a7b 7c7d 7e7f  pqrstuvwxyz{|}~. [|zmtp1]',
      ],
      '-vv -Tzmtp1': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 241)',
        '    192.0.2.1.5555 > 192.0.2.2.6666: Flags [P.], cksum 0x2ad0 (correct), seq 1:202, ack 1, win 65535, length 201: ZMTP/1.0',
        '	 frame flags+body  (8-bit) length 254 (200 captured), flags 0x00 (-|-|-|-|-|-|-|-), first 199 byte(s) of body:',
        '	 0x0000:  0001 0203 0405 0607 0809 0a0b 0c0d 0e0f  ................',
        '	 0x0010:  1011 1213 1415 1617 1819 1a1b 1c1d 1e1f  ................',
        '	 0x0020:  2021 2223 2425 2627 2829 2a2b 2c2d 2e2f  .!"#$%&\'()*+,-./',
        '	 0x0030:  3031 3233 3435 3637 3839 3a3b 3c3d 3e3f  0123456789:;<=>?',
        '	 0x0040:  4041 4243 4445 4647 4849 4a4b 4c4d 4e4f  @ABCDEFGHIJKLMNO',
        '	 0x0050:  5051 5253 5455 5657 5859 5a5b 5c5d 5e5f  PQRSTUVWXYZ[\\]^_',
        '	 0x0060:  6061 6263 6465 6667 6869 6a6b 6c6d 6e6f  `abcdefghijklmno',
        '	 0x0070:  7071 7273 7475 7677 7879 7a7b 7c7d 7e7f  pqrstuvwxyz{|}~.',
        '	 0x0080:  8081 8283 8485 8687 8889 8a8b 8c8d 8e8f  ................',
        '	 0x0090:  9091 9293 9495 9697 9899 9a9b 9c9d 9e9f  ................',
        '	 0x00a0:  a0a1 a2a3 a4a5 a6a7 a8a9 aaab acad aeaf  ................',
        '	 0x00b0:  b0b1 b2b3 b4b5 b6b7 b8b9 babb bcbd bebf  ................',
        '	 0x00c0:  c0c1 c2c3 c4c5 c6                        ....... [|zmtp1]',
      ],
    },
  },
]);
