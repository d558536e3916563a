import { otv } from '../fixtures/otv';
import { describeFixtures } from '../modes';

describeFixtures('OTV', otv, {
  'a frame of an instance': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 78)',
      '    192.0.2.1.50000 > 192.0.2.2.8472: OTV, flags [I] (0x08), overlay 1, instance 42',
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
      '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    ],
    '-e': [
      '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 92: 192.0.2.1.50000 > 192.0.2.2.8472: OTV, flags [I] (0x08), overlay 1, instance 42',
      '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 42: 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    ],
  },
  'a frame without an instance': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 78)',
      '    192.0.2.1.50000 > 192.0.2.2.8472: OTV, flags [.] (0xf7), overlay 1, instance 42',
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
      '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    ],
    '-e': [
      '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 92: 192.0.2.1.50000 > 192.0.2.2.8472: OTV, flags [.] (0xf7), overlay 1, instance 42',
      '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 42: 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    ],
  },
  'a header that is too short': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 35)',
      '    192.0.2.1.50000 > 192.0.2.2.8472: OTV, [length 7 < 8] (invalid)',
    ],
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 49: 192.0.2.1.50000 > 192.0.2.2.8472: OTV, [length 7 < 8] (invalid)',
  },
});
