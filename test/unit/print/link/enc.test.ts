import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('enc', [
  {
    title: 'an authentic packet',
    frame: hex('02000000 00001001 00080000 4500001c 00010000 40010000 0a0000010a000002 08000000 00010002'),
    linkType: 109,
    lines: {
      '': '(authentic): SPI 0x00001001: IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-e': '(authentic): SPI 0x00001001: 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
      '-x': [
        '(authentic): SPI 0x00001001: IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 8',
        '\t0x0000:  4500 001c 0001 0000 4001 0000 0a00 0001',
        '\t0x0010:  0a00 0002 0800 0000 0001 0002',
      ],
    },
  },
  {
    title: 'an authentic and confidential one of the other byte order',
    frame: hex(
      '00000018 00001001 00000c00 60000000 0008 3a40 fe800000000000000000000000000001 fe800000000000000000000000000002 80000000 00010002',
    ),
    linkType: 109,
    lines: {
      '': '(authentic,confidential): SPI 0x00001001: IP6 fe80::1 > fe80::2: ICMP6, echo request, id 1, seq 2, length 8',
    },
  },
  {
    title: 'one with neither',
    frame: hex('02000000 00001001 00000000 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 109,
    lines: {
      '': '(unprotected): SPI 0x00001001: IP 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'flags without a name and an unknown family',
    frame: hex('09000000 00001001 01000000 01'),
    linkType: 109,
    lines: {
      '': '(SPI 0x00001001: ',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('02000000 00001001'),
    linkType: 109,
    length: 60,
    lines: {
      '': ' [|enc]',
    },
  },
]);
