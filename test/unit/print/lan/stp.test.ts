import { concat, hex, llc, text, zeros } from '../fixtures/frames';
import { stp } from '../fixtures/stp';
import { describeModes, fixtureOf } from '../modes';

const region = llc(
  concat(
    hex('424203 0000 03 02 7c 8000001122334455 00000004 8001aabbccddeeff 8002 0100 1400 0200 0f00 00 0050 00'),
    text('region'),
    zeros(26),
    hex('0007 00112233445566778899aabbccddeeff 00000009 8003112233445566 13 7d 9001aabbccddeeff 00000100 80 90 14'),
  ),
);
/** Of it, at -v, to the path cost inside the region. */
const regionStart = [
  'STP 802.1s, Rapid STP, CIST Flags [Learn, Forward, Agreement], length 118',
  '\tport-role Designated, CIST root-id 8000.00:11:22:33:44:55, CIST ext-pathcost 4',
  '\tCIST regional-root-id 8001.aa:bb:cc:dd:ee:ff, CIST port-id 8002,',
  '\tmessage-age 1.00s, max-age 20.00s, hello-time 2.00s, forwarding-delay 15.00s',
  '\tv3len 80, MCID Name region, rev 7,',
  '\t\tdigest 00112233445566778899aabbccddeeff, ',
].join('\n');

describeModes('Spanning Tree', [
  {
    title: 'a configuration',
    frame: llc(hex('424203 0000 00 00 01 8000001122334455 00000004 8001aabbccddeeff 8002 0140 1480 0201 0fff')),
    lines: {
      '': 'STP 802.1d, Config, Flags [Topology change], bridge-id 8001.aa:bb:cc:dd:ee:ff.8002, length 35',
      '-v': [
        'STP 802.1d, Config, Flags [Topology change], bridge-id 8001.aa:bb:cc:dd:ee:ff.8002, length 35',
        '\tmessage-age 1.25s, max-age 20.50s, hello-time 2.00s, forwarding-delay 16.00s',
        '\troot-id 8000.00:11:22:33:44:55, root-pathcost 4',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 38: LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03: STP 802.1d, Config, Flags [Topology change], bridge-id 8001.aa:bb:cc:dd:ee:ff.8002, length 35',
    },
  },
  {
    title: 'a rapid configuration',
    frame: llc(hex('424203 0000 02 02 3c 8000001122334455 00000004 8001aabbccddeeff 8002 0100 1400 0200 0f00 00')),
    lines: {
      '': 'STP 802.1w, Rapid STP, Flags [Learn, Forward], bridge-id 8001.aa:bb:cc:dd:ee:ff.8002, length 36',
      '-v': [
        'STP 802.1w, Rapid STP, Flags [Learn, Forward], bridge-id 8001.aa:bb:cc:dd:ee:ff.8002, length 36',
        '\tmessage-age 1.00s, max-age 20.00s, hello-time 2.00s, forwarding-delay 15.00s',
        '\troot-id 8000.00:11:22:33:44:55, root-pathcost 4, port-role Designated',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 39: LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03: STP 802.1w, Rapid STP, Flags [Learn, Forward], bridge-id 8001.aa:bb:cc:dd:ee:ff.8002, length 36',
    },
  },
  {
    ...fixtureOf(stp, 'a topology change by name'),
    lines: {
      '-v': 'STP 802.1d, Topology Change',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 7: LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03: STP 802.1d, Topology Change',
    },
  },
  {
    title: 'two instances of a region',
    frame: region,
    lines: {
      '': 'STP 802.1s, Rapid STP, CIST Flags [Learn, Forward, Agreement], length 118',
      '-v': [
        'STP 802.1s, Rapid STP, CIST Flags [Learn, Forward, Agreement], length 118',
        '\tport-role Designated, CIST root-id 8000.00:11:22:33:44:55, CIST ext-pathcost 4',
        '\tCIST regional-root-id 8001.aa:bb:cc:dd:ee:ff, CIST port-id 8002,',
        '\tmessage-age 1.00s, max-age 20.00s, hello-time 2.00s, forwarding-delay 15.00s',
        '\tv3len 80, MCID Name region, rev 7,',
        '\t\tdigest 00112233445566778899aabbccddeeff, CIST int-root-pathcost 9,',
        '\tCIST bridge-id 8003.11:22:33:44:55:66, CIST remaining-hops 19',
        '\tMSTI 1, Flags [Topology change, Learn, Forward, Agreement], port-role Designated',
        '\t\tMSTI regional-root-id 9001.aa:bb:cc:dd:ee:ff, pathcost 256',
        '\t\tMSTI bridge-prio 8, port-prio 9, hops 20',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 121: LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03: STP 802.1s, Rapid STP, CIST Flags [Learn, Forward, Agreement], length 118',
    },
  },
  ...[
    [118, 'CIST int-root-pathcost 9,\n\tCIST bridge-id 8003.11:22:33:44:55:66,  [|stp]'],
    [117, 'CIST int-root-pathcost 9, [|stp]'],
  ].map(([kept, end]) => ({
    title: `a region cut behind ${kept} bytes`,
    frame: region.slice(0, Number(kept)),
    length: region.length,
    lines: { '-v': `${regionStart}${end}` },
  })),
  {
    title: 'one of its instances cut in its path cost',
    frame: region.slice(0, 131),
    length: region.length,
    lines: {
      '-v': [
        `${regionStart}CIST int-root-pathcost 9,`,
        '\tCIST bridge-id 8003.11:22:33:44:55:66, CIST remaining-hops 19',
        '\tMSTI 1, Flags [Topology change, Learn, Forward, Agreement], port-role Designated [|stp]',
      ],
    },
  },
  {
    title: 'a configuration of an unknown version',
    frame: llc(hex('424203 0000 09 00')),
    lines: {
      '': 'STP Unknown STP protocol (0x09)',
    },
  },
]);
