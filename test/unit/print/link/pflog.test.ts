import { concat, hex, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('pflog', [
  {
    title: 'a packet of a rule',
    frame: hex(
      '3d 02 01 00656d30000000000000000000000000006162630000000000000000000000000000000003 ffffffff 00000000 00000000 00000000 00000000 01 000000 45000014 00010000 403b0000 0a0000010a000002',
    ),
    linkType: 117,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'rule 3/0(match): block in on em0: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a packet of a rule in an anchor',
    frame: concat(
      hex('40 18 00 01656d3031'),
      zeros(12),
      hex(
        '6162630000000000000000000000000000000003 00000007 00000000 00000000 00000000 00000000 02 000000 60000000 0008 3a40 fe800000000000000000000000000001 fe800000000000000000000000000002 80000000 00010002',
      ),
    ),
    linkType: 117,
    lines: {
      '': 'IP6 fe80::1 > fe80::2: ICMP6, echo request, id 1, seq 2, length 8',
      '-e': 'rule 3.abc.7/1(bad-offset): pass out on em01: fe80::1 > fe80::2: ICMP6, echo request, id 1, seq 2, length 8',
    },
  },
  {
    title: 'an unknown family',
    frame: hex(
      '40 09 63 0f656d30000000000000000000000000006162630000000000000000000000000000000003 ffffffff 00000000 00000000 00000000 00000000 63 0f0000 0102',
    ),
    linkType: 117,
    lines: {
      '': ['rule 3/unkn(15): unkn(99) unkn(99) on em0: ', '\t0x0000:  0102                                     ..'],
    },
  },
  {
    title: 'a header length that is too small',
    frame: hex(
      '10 02 01 00656d30000000000000000000000000006162630000000000000000000000000000000003 ffffffff 00000000 00000000 00000000 00000000 01 000000 0102',
    ),
    linkType: 117,
    lines: {
      '': '[pflog: invalid header length!]',
      '-x': [
        '[pflog: invalid header length!]',
        '\t0x0000:  0000 0000 6162 6300 0000 0000 0000 0000',
        '\t0x0010:  0000 0000 0000 0003 ffff ffff 0000 0000',
        '\t0x0020:  0000 0000 0000 0000 0000 0000 0100 0000',
        '\t0x0030:  0102',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('3d 02 01 00 656d30'),
    linkType: 117,
    length: 100,
    lines: {
      '': ' [|pflog]',
      '-e': ' [|pflog]',
    },
  },
]);
