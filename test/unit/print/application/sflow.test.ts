import { concat, cut, hex, udp4, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('sFlow', [
  {
    title: 'a counter sample',
    frame: udp4(
      50000,
      6343,
      concat(
        hex('00000005 00000001 c0000209 00000000 0000002a 0000fffe 00000001'),
        hex('00000002 00000078 00000007 00000003 00000001'),
        hex('00000001 00000058 00000003 00000006 000000003b9aca00 00000001 00000003'),
        hex('0000000000001000 00000010 00000011 00000012 00000013 00000014 00000015'),
        hex('ffffffffffffffff 00000020 00000021 00000022 00000023 00000024 00000000'),
        zeros(12),
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, length 156',
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
  },
  {
    title: 'two flow records in a sample',
    frame: udp4(
      50000,
      6343,
      concat(
        hex('00000005 00000001 c0000209 00000001 0000002b 0001fffe 00000001'),
        hex('00000001 00000058 00000007 00000003 00000400 00002000 00000000 00000003 00000004 00000002'),
        hex('00000001 00000010 00000001 00000200 00000004 00000080'),
        hex('000003e9 00000010 00000064 00000001 000000c8 00000002'),
        zeros(8),
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 1, length 124',
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
  },
  {
    title: 'expanded samples of an agent with IPv6',
    frame: udp4(
      50000,
      6343,
      concat(
        hex('00000005 00000002 20010db8000000000000000000000001 00000002 00000001 00000002 00000002'),
        hex(
          '00000003 0000004c 00000001 00000000 00000005 00000100 00000200 00000000 00000000 00000005 00000000 00000006 00000001',
        ),
        hex('00000002 00000018 00000040 0200000000010000 0200000000020000 00000800'),
        hex(
          '00000004 00000034 00000002 00000000 00000005 00000001 000003e9 0000001c 00000001 00000002 00000003 0000000100000000 0000000080000000',
        ),
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv6 agent 2001:db8::1, agent-id 2, length 184',
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
  },
  {
    title: 'counters of Ethernet, a VLAN and 100BaseVG',
    frame: udp4(
      50000,
      6343,
      concat(
        hex('00000005 00000001 c0000209 00000000 0000002a 0000fffe 00000001'),
        hex('00000002 000000d4 00000007 02000003 00000003'),
        hex('00000002 00000034'),
        hex(
          '00000001 00000002 00000003 00000004 00000005 00000006 00000007 00000008 00000009 0000000a 0000000b 0000000c 0000000d',
        ),
        hex('00000005 0000001c 00000064 0000000000001000 00000001 00000002 00000003 00000004'),
        hex('00000004 00000050'),
        hex(
          '00000001 0000000000000002 00000003 0000000000000004 00000005 00000006 00000007 00000008 00000009 000000000000000a 0000000b',
        ),
        hex('000000000000000c 000000000000000d 000000000000000e'),
        zeros(24),
      ),
    ),
    lines: {
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
  },
  {
    title: 'records and samples of unknown kinds',
    frame: udp4(
      50000,
      6343,
      concat(
        hex('00000005 00000001 c0000209 00000000 0000002a 0000fffe 00000003'),
        hex('00000001 00000030 00000007 00000003 00000400 00002000 00000000 00000003 00000004 00000001'),
        hex('000000ff 00000008 0102030405060708'),
        hex('00000001 00000030 00000007 00000003 00000400 00002000 00000000 00000003 00000004 00000001'),
        hex('00001001 00000008 0102030405060708'),
        hex('00000009 00000004 deadbeef'),
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, length 152',
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
  },
  {
    title: 'a version that is not known',
    frame: udp4(50000, 6343, concat(hex('00000004 00000001 c0000209 00000000 0000002a 0000fffe 00000001'))),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.6343: sFlow version 4 packet not supported',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 56)',
        '    192.0.2.1.50000 > 192.0.2.2.6343: sFlow version 4 packet not supported',
      ],
    },
  },
  {
    title: 'a datagram shorter than its header',
    frame: udp4(50000, 6343, hex('00000005 00000001 c0000209 00000000')),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5 [length 16 < 28] (invalid)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 44)',
        '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5 [length 16 < 28] (invalid)',
      ],
    },
  },
  {
    title: 'an agent without an address family',
    frame: udp4(50000, 6343, concat(hex('00000005 00000000'), zeros(40))),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv6 agent ::, agent-id 0, length 48',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 76)',
        '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv6 agent ::, agent-id 0, seqnum 0, uptime 0, samples 0, length 48',
      ],
    },
  },
  {
    title: 'a sample that claims more than there is',
    frame: udp4(
      50000,
      6343,
      hex('00000005 00000001 c0000209 00000000 0000002a 0000fffe 00000001 00000002 000000ff 00000007 00000003'),
    ),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, length 44',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 1, length 44',
        '\tcounter sample (2), length 255, (invalid)',
      ],
    },
  },
  {
    title: 'a sample of no bytes',
    frame: udp4(
      50000,
      6343,
      hex('00000005 00000001 c0000209 00000000 0000002a 0000fffe 00000002 00000002 00000000 00000007 00000003'),
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 2, length 44',
        '\tcounter sample (2), length 0,',
      ],
    },
  },
  {
    title: 'a sample too short for its kind',
    frame: udp4(
      50000,
      6343,
      hex('00000005 00000001 c0000209 00000000 0000002a 0000fffe 00000002 00000002 00000008 00000007 00000003'),
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 72)',
        '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 2, length 44',
        '\tcounter sample (2), length 8, (invalid)',
      ],
    },
  },
  {
    title: 'a record that claims more than its sample',
    frame: udp4(
      50000,
      6343,
      hex(
        '00000005 00000001 c0000209 00000000 0000002a 0000fffe 00000001 00000002 00000018 00000007 00000003 00000001 00000001 00000058 00000000',
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, length 60',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 88)',
        '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 1, length 60',
        '\tcounter sample (2), length 24, seqnum 7, type 0, idx 3, records 1',
        '\t    enterprise 0, Generic counter (1) length 88 (invalid)',
      ],
    },
  },
  {
    title: 'a cut datagram',
    frame: cut(
      udp4(
        50000,
        6343,
        hex(
          '00000005 00000001 c0000209 00000000 0000002a 0000fffe 00000001 00000002 00000018 00000007 00000003 00000001 00000001 00000058 00000000',
        ),
      ),
      86,
    ),
    length: 102,
    lines: {
      '': 'IP 192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, length 60',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 88)',
        '    192.0.2.1.50000 > 192.0.2.2.6343: sFlowv5, IPv4 agent 192.0.2.9, agent-id 0, seqnum 42, uptime 65534, samples 1, length 60',
        '\tcounter sample (2), length 24, [|sflow]',
      ],
    },
  },
]);
