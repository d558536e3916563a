import { ether, hex } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

describeModes('MS NLB', [
  {
    ...fixtureOf(services, 'MS NLB: a heartbeat'),
    lines: {
      '-v': 'MS NLB heartbeat, host priority: 1, cluster IP: 192.0.2.1, host IP: 192.0.2.2',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype MS NLB heartbeat (0x886f), length 36: MS NLB heartbeat, host priority: 1, cluster IP: 192.0.2.1, host IP: 192.0.2.2',
    },
  },
  {
    title: 'a cut heartbeat',
    frame: ether(0x886f, hex('c0de0000 04020000 01000000 c0000201')),
    lines: {
      '': 'MS NLB heartbeat, host priority: 1, cluster IP: 192.0.2.1 [|msnlb]',
      '-x': [
        'MS NLB heartbeat, host priority: 1, cluster IP: 192.0.2.1 [|msnlb]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 886f c0de',
        '\t0x0010:  0000 0402 0000 0100 0000 c000 0201',
      ],
    },
  },
]);
