import { rx } from '../fixtures/rx';
import { describeFixtures } from '../modes';

describeFixtures('Rx', rx, {
  'data that is fetched': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 80)',
      '    192.0.2.1.50000 > 192.0.2.2.7000:  rx data seq 1 ser 5 fs call fetch-data fid 1/2/3 offset 4 length 5 (52)',
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 80)',
      '    192.0.2.1.50000 > 192.0.2.2.7000: [udp sum ok]  rx data cid 00000002 call# 1 seq 1 ser 5 <client-init> fs call fetch-data fid 1/2/3 offset 4 length 5 (52)',
    ],
    '-vvv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 80)',
      '    192.0.2.1.50000 > 192.0.2.2.7000: [udp sum ok]  rx data cid 00000002 call# 1 seq 1 ser 5 secindex 1 serviceid 4 <client-init> fs call fetch-data fid 1/2/3 offset 4 length 5 (52)',
    ],
    '-q': 'IP 192.0.2.1.50000 > 192.0.2.2.7000: UDP, length 52',
  },
  'a call to no service': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 60)',
      '    192.0.2.1.50000 > 192.0.2.2.7009: [udp sum ok]  rx data cid 00000002 call# 24 seq 1 ser 5 <client-init> (32)',
    ],
  },
  'packets that have come and not': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 100)',
      '    192.0.2.1.50000 > 192.0.2.2.7000: [udp sum ok]  rx ack cid 00000002 call# 90 seq 1 ser 5 <client-init>,<slow-start> first 3 serial 5 reason duplicate packet acked 3-5,8 nacked 6-7,9 ifmtu 1444 maxmtu 1444 rwind 32 maxpackets 1 (72)',
    ],
    '-vvv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 100)',
      '    192.0.2.1.50000 > 192.0.2.2.7000: [udp sum ok]  rx ack cid 00000002 call# 90 seq 1 ser 5 secindex 1 serviceid 4 <client-init>,<slow-start> bufspace 1 maxskew 2 first 3 serial 5 reason duplicate packet acked 3-5,8 nacked 6-7,9 ifmtu 1444 maxmtu 1444 rwind 32 maxpackets 1 (72)',
    ],
  },
  'a cut call': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 80)',
      '    192.0.2.1.50000 > 192.0.2.2.7000:  rx data seq 1 ser 5 fs call fetch-data fid 1/2/3 offset [|rx]',
    ],
  },
});
