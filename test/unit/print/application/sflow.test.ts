import { sflow } from '../fixtures/sflow';
import { describeFixtures } from '../modes';

describeFixtures('sFlow', sflow, {
  'a counter sample': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 184)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 1, length 156',
      '\tcounter sample (2), length 120, seqnum 7, type 0, idx 3, records 1',
      '\t    enterprise 0, Generic counter (1) length 88',
      '\t      ifindex 3, iftype 6, ifspeed 1000000000, ifdirection 1 (full-duplex)',
      '\t      ifstatus 3, adminstatus: up, operstatus: up',
      '\t      In octets 4096, unicast pkts 16, multicast pkts 17, broadcast pkts 18, discards 19',
      '\t      In errors 20, unknown protos 21',
      '\t      Out octets 18446744073709551615, unicast pkts 32, multicast pkts 33, broadcast pkts 34, discards 35',
      '\t      Out errors 36, promisc mode 0',
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 184)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: [udp sum ok] sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 1, length 156',
      '\tcounter sample (2), length 120, seqnum 7, type 0, idx 3, records 1',
      '\t    enterprise 0, Generic counter (1) length 88',
      '\t      ifindex 3, iftype 6, ifspeed 1000000000, ifdirection 1 (full-duplex)',
      '\t      ifstatus 3, adminstatus: up, operstatus: up',
      '\t      In octets 4096, unicast pkts 16, multicast pkts 17, broadcast pkts 18, discards 19',
      '\t      In errors 20, unknown protos 21',
      '\t      Out octets 18446744073709551615, unicast pkts 32, multicast pkts 33, broadcast pkts 34, discards 35',
      '\t      Out errors 36, promisc mode 0',
    ],
  },
  'two flow records in a sample': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 152)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 1, seqnum 43, uptime 131070, samples 1, length 124',
      '\tflow sample (1), length 88, seqnum 7, type 0, idx 3, rate 1024, pool 8192, drops 0, input 3 output 4 records 2',
      '\t    enterprise 0 Raw packet (1) length 16',
      '\t      protocol Ethernet (1), length 512, stripped bytes 4, header_size 128',
      '\t    enterprise 0 Extended Switch data (1001) length 16',
      '\t      src vlan 100, src pri 1, dst vlan 200, dst pri 2',
    ],
  },
  'expanded samples of an agent with IPv6': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 212)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv6 agent 2001:db8::1, agent-id 2, seqnum 1, uptime 2, samples 2, length 184',
      '\texpanded flow sample (3), length 76, seqnum 1, type 0, idx 5, rate 256, pool 512, drops 0, records 1',
      '\t    enterprise 0 Ethernet frame (2) length 24',
      '\t      frame len 64, type 2048',
      '\texpanded counter sample (4), length 52, seqnum 2, type 0, idx 5, records 1',
      '\t    enterprise 0, Processor counter (1001) length 28',
      '\t      5sec 1, 1min 2, 5min 3, total_mem 4294967296, total_mem 2147483648',
    ],
  },
  'counters of Ethernet, a VLAN and 100BaseVG': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 284)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 1, length 256',
      '\tcounter sample (2), length 212, seqnum 7, type 2, idx 3, records 3',
      '\t    enterprise 0, Ethernet counter (2) length 52',
      '\t      align errors 1, fcs errors 2, single collision 3, multiple collision 4, test error 5',
      '\t      deferred 6, late collision 7, excessive collision 8, mac trans error 9',
      '\t      carrier error 10, frames too long 11, mac receive errors 12, symbol errors 13',
      '\t    enterprise 0, Vlan counter (5) length 28',
      '\t      vlan_id 100, octets 4096, unicast_pkt 1, multicast_pkt 2, broadcast_pkt 3, discards 4',
      '\t    enterprise 0, 100 BaseVG counter (4) length 80',
      '\t      in high prio frames 1, in high prio octets 2',
      '\t      in norm prio frames 3, in norm prio octets 4',
      '\t      in ipm errors 5, oversized 6, in data errors 7, null addressed frames 8',
      '\t      out high prio frames 9, out high prio octets 10, trans into frames 11',
      '\t      in hc high prio octets 12, in hc norm prio octets 13, out hc high prio octets 14',
    ],
  },
  'records and samples of unknown kinds': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 180)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 3, length 152',
      '\tflow sample (1), length 48, seqnum 7, type 0, idx 3, rate 1024, pool 8192, drops 0, input 3 output 4 records 1',
      '\t    enterprise 0 Unknown (255) length 8',
      '\t\t0x0000:  0102 0304 0506 0708',
      '\tflow sample (1), length 48, seqnum 7, type 0, idx 3, rate 1024, pool 8192, drops 0, input 3 output 4 records 1',
      '\t    enterprise 1 Unknown (1) length 8',
      '\tUnknown (9), length 4,',
      '\t    0x0000:  dead beef',
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 180)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: [udp sum ok] sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 3, length 152',
      '\tflow sample (1), length 48, seqnum 7, type 0, idx 3, rate 1024, pool 8192, drops 0, input 3 output 4 records 1',
      '\t    enterprise 0 Unknown (255) length 8',
      '\tflow sample (1), length 48, seqnum 7, type 0, idx 3, rate 1024, pool 8192, drops 0, input 3 output 4 records 1',
      '\t    enterprise 1 Unknown (1) length 8',
      '\tUnknown (9), length 4,',
    ],
  },
  'a version that is not known': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 56)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlow version 4 packet not supported',
    ],
  },
  'a datagram shorter than its header': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 44)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5 [length 16 < 28] (invalid)',
    ],
  },
  'an agent without an address family': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 76)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv6 agent ::, agent-id 0, seqnum 0, uptime 0, samples 0, length 48',
    ],
  },
  'a sample that claims more than there is': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 1, length 44',
      '\tcounter sample (2), length 255, (invalid)',
    ],
  },
  'a sample of no bytes': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 2, length 44',
      '\tcounter sample (2), length 0,',
    ],
  },
  'a sample too short for its kind': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 2, length 44',
      '\tcounter sample (2), length 8, (invalid)',
    ],
  },
  'a record that claims more than its sample': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 88)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 1, length 60',
      '\tcounter sample (2), length 24, seqnum 7, type 0, idx 3, records 1',
      '\t    enterprise 0, Generic counter (1) length 88 (invalid)',
    ],
  },
  'a cut datagram': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 88)',
      '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 1, length 60',
      '\tcounter sample (2), length 24, [|sflow]',
    ],
  },
});
