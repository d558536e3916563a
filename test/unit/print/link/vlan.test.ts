import { ethernet, ipv4, vlan } from '../../../../src/frames/frames';
import { hex, text } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('802.1Q and QinQ', [
  {
    title: 'a tag',
    frame: ethernet({}, vlan({ id: 13, priority: 3 }, ipv4({ protocol: 99 }, hex('01')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 39: vlan 13, p 3, ethertype IPv4 (0x0800), 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-e -v': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 39: vlan 13, p 3, ethertype IPv4 (0x0800), (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-q -e':
        '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.1Q, length 39: vlan 13, p 3, IPv4, 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-x': [
        'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
        '\t0x0000:  4500 0015 0000 0000 4063 f682 c000 0201',
        '\t0x0010:  c000 0202 01',
      ],
    },
  },
  {
    title: 'a tag inside a tag',
    frame: ethernet(
      {},
      vlan({ id: 13, tpid: 0x88a8, dropEligible: true }, vlan({ id: 10 }, ipv4({ protocol: 99 }, hex('01')))),
    ),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q-QinQ (0x88a8), length 43: vlan 13, p 0, DEI, ethertype 802.1Q (0x8100), vlan 10, p 0, ethertype IPv4 (0x0800), 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-x': [
        'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
        '\t0x0000:  4500 0015 0000 0000 4063 f682 c000 0201',
        '\t0x0010:  c000 0202 01',
      ],
    },
  },
  {
    title: 'a tag before 802.3',
    frame: ethernet({}, vlan({ id: 5, type: 6 }, hex('f0f0 7f 616263'))),
    lines: {
      '': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02 NetBeui Unnumbered, sabme, Flags [Poll], length 6',
        '\t0x0000:  f0f0 7f61 6263                           ...abc',
      ],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 24: vlan 5, p 0, 802.3LLC, dsap NetBeui (0xf0) Individual, ssap NetBeui (0xf0) Command, ctrl 0x7f: Unnumbered, sabme, Flags [Poll], length 6',
        '\t0x0000:  f0f0 7f61 6263                           ...abc',
      ],
    },
  },
  {
    title: 'a tag before an unknown type',
    frame: ethernet({}, vlan({ id: 5, type: 0x88b5 }, text('hello'))),
    lines: {
      '': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Unknown (0x88b5), length 23: ',
        '\t0x0000:  6865 6c6c 6f                             hello',
      ],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 23: vlan 5, p 0, ethertype Unknown (0x88b5), ',
        '\t0x0000:  6865 6c6c 6f                             hello',
      ],
    },
  },
  {
    title: 'a cut tag',
    frame: hex('020000000002 020000000001 8100 000d'),
    lines: {
      '': ' [|vlan]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02,  [|vlan]',
    },
  },
]);
