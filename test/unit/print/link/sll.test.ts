import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('A cooked capture', [
  {
    title: 'a VLAN tag',
    frame: hex('0000 0001 0006 0200000000010000 8100 6001 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 113,
    lines: {
      '': 'ethertype IPv4, IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': ' In 02:00:00:00:00:01 ethertype 802.1Q (0x8100), length 40: vlan 1, p 3, ethertype IPv4, 10.0.0.1 > 10.0.0.2: no next header',
      '-q': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e -q': ' In 02:00:00:00:00:01 vlan 1, p 3, 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a VLAN tag before LLC',
    frame: hex('0000 0001 0006 0200000000010000 8100 0001 0005 f0f0 03 01'),
    linkType: 113,
    lines: {
      '': [
        'ethertype Unknown, NetBeui Unnumbered, ui, Flags [Command], length 4',
        '\t0x0000:  f0f0 0301                                ....',
      ],
      '-e': [
        ' In 02:00:00:00:00:01 ethertype 802.1Q (0x8100), length 24: vlan 1, p 0, ethertype Unknown, LLC, dsap NetBeui (0xf0) Individual, ssap NetBeui (0xf0) Command, ctrl 0x03: Unnumbered, ui, Flags [Command], length 4',
        '\t0x0000:  f0f0 0301                                ....',
      ],
    },
  },
  {
    title: "a provider's tag, which is not looked behind",
    frame: hex('0000 0001 0006 0200000000010000 88a8 0001 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 113,
    lines: {
      '': [
        ' In 02:00:00:00:00:01 ethertype 802.1Q-QinQ (0x88a8), length 40: ',
        '\t0x0000:  0001 0800 4500 0014 0001 0000 403b 0000  ....E.......@;..',
        '\t0x0010:  0a00 0001 0a00 0002                      ........',
      ],
    },
  },
  {
    title: 'a VLAN tag of version 2',
    frame: hex('8100 0000 7fffffff 0001 00 06 0200000000010000 0001 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 276,
    lines: {
      '': '?     In  ethertype IPv4, IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': '?     In  ifindex 2147483647 02:00:00:00:00:01 ethertype 802.1Q (0x8100), length 44: vlan 1, p 0, ethertype IPv4, 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'a number that is no ethertype',
    frame: hex('0000 0001 0006 0200000000010000 0200 01'),
    linkType: 113,
    lines: {
      '': ['', '\t0x0000:  01                                       .'],
      '-e': [
        ' In 02:00:00:00:00:01 ethertype Unknown (0x0200), length 17: ',
        '\t0x0000:  01                                       .',
      ],
    },
  },
  {
    title: 'a frame of a radio',
    frame: hex('0000 0323 0006 0200000000010000 0019 00 00 0800 00000000 d400 0000 020000000001'),
    linkType: 113,
    lines: {
      '': 'Acknowledgment RA:02:00:00:00:00:01 ',
      '-e': ' In 02:00:00:00:00:01 ethertype Unknown (0x0019), length 34: RA:02:00:00:00:00:01 Acknowledgment',
    },
  },
]);

describeModes('PPI', [
  {
    title: 'a number that only files have',
    frame: hex('00 00 0800 65000000 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 192,
    lines: {
      '': [
        'V.0 DLT UNKNOWN (101) len 8, length 28: ',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001  E.......@;......',
        '\t0x0010:  0a00 0002                                ....',
      ],
      '-e': [
        'V.0 DLT UNKNOWN (101) len 8, length 28: ',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001  E.......@;......',
        '\t0x0010:  0a00 0002                                ....',
      ],
      '-q': 'UNKNOWN, length 28: ',
    },
  },
  {
    title: 'a header length that is too small',
    frame: hex('00 00 0700 0c000000 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 192,
    lines: {
      '': ' [length 7 < 8 or > 65532] (invalid)',
      '-x': ' [length 7 < 8 or > 65532] (invalid)',
    },
  },
  {
    title: 'a header length that is too large',
    frame: hex('00 00 ffff 0c000000 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 192,
    lines: {
      '': ' [length 65535 < 8 or > 65532] (invalid)',
    },
  },
]);
