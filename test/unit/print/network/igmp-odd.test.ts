import { cut, ether, hex, ip4 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('IGMP and IPv4 options that end too early', [
  {
    title: 'a report with fewer sources than it counts',
    frame: ip4(2, hex('2200 0000 0000 0001 c9 00 0005 efc00001')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 36)',
        '    192.0.2.1 > 192.0.2.2: igmp v3 report, 1 group record(s) [gaddr 239.192.0.1  [v3-report-#201] [invalid number of sources 5] bad igmp cksum 0!',
      ],
    },
  },
  {
    title: 'a cut report',
    frame: cut(ip4(2, hex('2200 0000 0000 0001 c9 00 0000 efc00001')), 44),
    length: 50,
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 36)',
        '    192.0.2.1 > 192.0.2.2: igmp v3 report, 1 group record(s) [|igmp]',
      ],
    },
  },
  {
    title: 'a register of PIM version 1 without a packet',
    frame: ip4(2, hex('1401 0000 10000000 45000000')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: igmp pimv1 Register [|pimv1]',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 32)',
        '    192.0.2.1 > 192.0.2.2: igmp pimv1 Register [|pimv1] bad igmp cksum 0!',
      ],
    },
  },
  {
    title: 'a graft of PIM version 1 without a body',
    frame: ip4(2, hex('1406 0000 100000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 27)',
        '    192.0.2.1 > 192.0.2.2: igmp pimv1 Graft [|pimv1] bad igmp cksum 0!',
      ],
    },
  },
  {
    title: 'a cut query of PIM version 1',
    frame: cut(ip4(2, hex('1400 0000 10000000 20000069')), 44),
    length: 46,
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: igmp pimv1 Query Sparse-Dense-mode',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 32)',
        '    192.0.2.1 > 192.0.2.2: igmp pimv1 Query Sparse-Dense-mode (Hold-time  [|pimv1]',
      ],
    },
  },
  {
    title: 'a router alert that is cut',
    frame: cut(ether(0x0800, hex('46 00 0020 0000 0000 01 02 0000 c0000201 e0000001 94040000 11640000 00000000')), 36),
    length: 46,
    lines: {
      '': 'IP 192.0.2.1 > 224.0.0.1:  [remaining caplen(22) < header length(24)] [|ip]',
      '-v': [
        'IP (tos 0x0, ttl 1, id 0, offset 0, flags [none], proto IGMP (2), length 32, options (RA [truncated-option]))',
        '    192.0.2.1 > 224.0.0.1:  [|ip]',
      ],
      '-x -v': [
        'IP (tos 0x0, ttl 1, id 0, offset 0, flags [none], proto IGMP (2), length 32, options (RA [truncated-option]))',
        '    192.0.2.1 > 224.0.0.1:  [|ip]',
        '\t0x0000:  4600 0020 0000 0000 0102 0000 c000 0201',
        '\t0x0010:  e000 0001 9404',
      ],
    },
  },
  {
    title: 'an option without a length',
    frame: cut(ether(0x0800, hex('46 00 0020 0000 0000 01 02 0000 c0000201 e0000001 94040000 11640000 00000000')), 35),
    length: 46,
    lines: {
      '-v': 'IP (tos 0x0, ttl 1, id 0, offset 0, flags [none], proto IGMP (2), length 32, options (RA [|ip]',
      '-x -v': [
        'IP (tos 0x0, ttl 1, id 0, offset 0, flags [none], proto IGMP (2), length 32, options (RA [|ip]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4600',
        '\t0x0010:  0020 0000 0000 0102 0000 c000 0201 e000',
        '\t0x0020:  0001 94',
      ],
    },
  },
]);
