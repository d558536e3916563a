import { openflow10 } from '../fixtures/openflow10';
import { describeFixtures } from '../modes';

describeFixtures('OpenFlow 1.0', openflow10, {
  'several messages of one segment': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 66)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x67d6 (correct), seq 1:27, ack 1, win 65535, length 26: OpenFlow',
      '\tversion 1.0, type HELLO, length 8, xid 0x00000007',
      '\tversion 1.3, type FEATURES_REQUEST, length 8, xid 0x00000007',
      '\tversion unknown (0x07), type unknown (0x63), length 10, xid 0x00000007',
    ],
  },
  'data of a greeting': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 53)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x3096 (correct), seq 1:14, ack 1, win 65535, length 13: OpenFlow',
      '\tversion 1.0, type HELLO, length 13, xid 0x00000007',
      '\t data (5 octets)',
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 53)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x3096 (correct), seq 1:14, ack 1, win 65535, length 13: OpenFlow',
      '\tversion 1.0, type HELLO, length 13, xid 0x00000007',
      '\t data (5 octets)',
      '\t  0x0000:  6865 6c6c 6f                             hello',
    ],
  },
  'an error with data': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 54)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x735f (correct), seq 1:15, ack 1, win 65535, length 14: OpenFlow',
      '\tversion 1.0, type ERROR, length 14, xid 0x00000007',
      '\t type BAD_REQUEST, code BAD_VENDOR',
      '\t data (2 octets)',
    ],
  },
  'an error that has no name': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 52)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x745d (correct), seq 1:13, ack 1, win 65535, length 12: OpenFlow',
      '\tversion 1.0, type ERROR, length 12, xid 0x00000007',
      '\t type invalid (0x0009), code invalid (0x0003)',
    ],
  },
  'what a switch can do': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 122)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7ab5 (correct), seq 1:83, ack 1, win 65535, length 82: OpenFlow',
      '\tversion 1.0, type FEATURES_REPLY, length 82, xid 0x00000007',
      '\t dpid 0x0000000000000001, n_buffers 256, n_tables 2',
      '\t capabilities 0x000000b7 (FLOW_STATS, TABLE_STATS, PORT_STATS, RESERVED, IP_REASM, ARP_MATCH_IP) (bogus)',
      '\t actions 0x00000fff (OUTPUT, SET_VLAN_VID, SET_VLAN_PCP, STRIP_VLAN, SET_DL_SRC, SET_DL_DST, SET_NW_SRC, SET_NW_DST, SET_NW_TOS, SET_TP_SRC, SET_TP_DST, ENQUEUE)',
      "\t  port_no LOCAL, hw_addr 02:00:00:00:00:03, name 'eth0' (invalid)",
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 122)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7ab5 (correct), seq 1:83, ack 1, win 65535, length 82: OpenFlow',
      '\tversion 1.0, type FEATURES_REPLY, length 82, xid 0x00000007',
      '\t dpid 0x0000000000000001, n_buffers 256, n_tables 2',
      '\t capabilities 0x000000b7 (FLOW_STATS, TABLE_STATS, PORT_STATS, RESERVED, IP_REASM, ARP_MATCH_IP) (bogus)',
      '\t actions 0x00000fff (OUTPUT, SET_VLAN_VID, SET_VLAN_PCP, STRIP_VLAN, SET_DL_SRC, SET_DL_DST, SET_NW_SRC, SET_NW_DST, SET_NW_TOS, SET_TP_SRC, SET_TP_DST, ENQUEUE)',
      "\t  port_no LOCAL, hw_addr 02:00:00:00:00:03, name 'eth0'",
      '\t   config 0x00000041 (PORT_DOWN, NO_PACKET_IN)',
      '\t   state 0x00000201 (STP_FORWARD, LINK_DOWN)',
      '\t   curr 0x00000280 (COPPER, AUTONEG)',
      '\t   advertised 0x00000001 (10MB_HD)',
      '\t   supported 0x00001000 (bogus)',
      '\t   peer 0x00000000 (invalid)',
    ],
  },
  'a configuration': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 52)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x73df (correct), seq 1:13, ack 1, win 65535, length 12: OpenFlow',
      '\tversion 1.0, type SET_CONFIG, length 12, xid 0x00000007',
      '\t flags FRAG_REASM, miss_send_len 128',
    ],
  },
  'a flow with all kinds of actions': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 248)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x70ef (correct), seq 1:209, ack 1, win 65535, length 208: OpenFlow',
      '\tversion 1.0, type FLOW_MOD, length 208, xid 0x00000007',
      '\t match in_port 1',
      '\t match dl_src 02:00:00:00:00:03',
      '\t match dl_dst 02:00:00:00:00:04',
      '\t match dl_vlan 100',
      '\t match dl_vlan_pcp 3',
      '\t match dl_type 0x0800',
      '\t match nw_tos 0x10',
      '\t match nw_proto 1',
      '\t match nw_src 192.0.2.1/32',
      '\t match nw_dst 192.0.2.2/32',
      '\t match icmp_type 8',
      '\t match icmp_code 0',
      '\t cookie 0x0000000000000009, command ADD, idle_timeout 10, hard_timeout 20, priority 32768, buffer_id NONE, flags 0x0003 (SEND_FLOW_REM, CHECK_OVERLAP)',
      '\t action type OUTPUT, len 8, port CONTROLLER, max_len 128',
      '\t action type OUTPUT, len 8, port 1',
      '\t action type SET_VLAN_VID, len 8, vlan_vid 4095 (bogus)',
      '\t action type SET_VLAN_PCP, len 8, vlan_pcp 8 (bogus)',
      '\t action type STRIP_VLAN, len 8',
      '\t action type SET_DL_SRC, len 16, dl_addr 02:00:00:00:00:05',
      '\t action type SET_NW_SRC, len 8, nw_addr 192.0.2.3',
      '\t action type SET_NW_TOS, len 8, nw_tos 0x20',
      '\t action type SET_TP_SRC, len 8, tp_port 80',
      '\t action type ENQUEUE, len 16, port 1, queue_id ALL',
      '\t action type VENDOR, len 16, vendor 0x005c16c7 (Big Switch Networks)',
      '\t  subtype CHECKSUM',
      '\t action type VENDOR, len 24, vendor 0x005c16c7 (Big Switch Networks)',
      '\t  subtype MIRROR, dest_port 5, vlan_tag 802.1Q (vlan 100, p 1, DEI), copy_stage EGRESS',
    ],
  },
  'a flow that is deleted': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 120)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x736a (correct), seq 1:81, ack 1, win 65535, length 80: OpenFlow',
      '\tversion 1.0, type FLOW_MOD, length 80, xid 0x00000007',
      '\t cookie 0x0000000000000009, command DELETE, out_port NONE, flags 0x0010 (bogus)',
      '\t action type SET_NW_DST, len 8, nw_addr 0.0.0.0',
    ],
  },
  'actions whose length is wrong': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 144)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7316 (correct), seq 1:105, ack 1, win 65535, length 104: OpenFlow',
      '\tversion 1.0, type FLOW_MOD, length 104, xid 0x00000007',
      '\t wildcards 0xffffffff (bogus)',
      '\t cookie 0x0000000000000009, command invalid (0x0009), flags 0x0000',
      '\t action type OUTPUT, len 16 (bogus)',
      '\t action type invalid (0x0063), len 8',
      '\t action type OUTPUT, len 0 (invalid)',
    ],
  },
  'a port that is changed': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 72)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x6e2d (correct), seq 1:33, ack 1, win 65535, length 32: OpenFlow',
      '\tversion 1.0, type PORT_MOD, length 32, xid 0x00000007',
      '\t port_no 1, hw_addr 02:00:00:00:00:03',
      '\t config 0x00000001 (PORT_DOWN)',
      '\t mask 0x00000001 (PORT_DOWN)',
      '\t advertise 0x00000400 (PAUSE)',
    ],
  },
  'statistics that are asked for': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 96)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x74c1 (correct), seq 1:57, ack 1, win 65535, length 56: OpenFlow',
      '\tversion 1.0, type STATS_REQUEST, length 56, xid 0x00000007',
      '\t type FLOW, flags 0x0000',
      '\t table_id ALL, out_port NONE',
    ],
  },
  'statistics of a queue': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 60)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7443 (correct), seq 1:21, ack 1, win 65535, length 20: OpenFlow',
      '\tversion 1.0, type STATS_REQUEST, length 20, xid 0x00000007',
      '\t type QUEUE, flags 0x0001 (bogus)',
      '\t port_no 1, queue_id ALL',
    ],
  },
  'a request for statistics of the wrong length': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 54)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7451 (correct), seq 1:15, ack 1, win 65535, length 14: OpenFlow',
      '\tversion 1.0, type STATS_REQUEST, length 14, xid 0x00000007',
      '\t type PORT, flags 0x0000 (invalid)',
    ],
  },
  'statistics of flows': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 148)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x74d7 (correct), seq 1:109, ack 1, win 65535, length 108: OpenFlow',
      '\tversion 1.0, type STATS_REPLY, length 108, xid 0x00000007',
      '\t type FLOW, flags 0x0001 (MORE)',
      '\t length 96, table_id EMERG',
      '\t  duration_sec 1, duration_nsec 2, priority 3, idle_timeout 4, hard_timeout 5, cookie 0x0000000000000006, packet_count 7, byte_count 18446744073709551615',
      '\t  action type OUTPUT, len 8, port FLOOD',
    ],
  },
  'statistics of a flow that is longer than the message': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 148)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x74d7 (correct), seq 1:109, ack 1, win 65535, length 108: OpenFlow',
      '\tversion 1.0, type STATS_REPLY, length 108, xid 0x00000007',
      '\t type FLOW, flags 0x0000',
      '\t length 97 (invalid)',
    ],
  },
  'statistics of all flows': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 76)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7421 (correct), seq 1:37, ack 1, win 65535, length 36: OpenFlow',
      '\tversion 1.0, type STATS_REPLY, length 36, xid 0x00000007',
      '\t type AGGREGATE, flags 0x0000',
      '\t packet_count 1, byte_count 2, flow_count 3',
    ],
  },
  'statistics of tables': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 116)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xa4ec (correct), seq 1:77, ack 1, win 65535, length 76: OpenFlow',
      '\tversion 1.0, type STATS_REPLY, length 76, xid 0x00000007',
      '\t type TABLE, flags 0x0000',
      "\t table_id 0, name 'eth0'",
      '\t  wildcards 0x003fffff (IN_PORT, DL_VLAN, DL_SRC, DL_DST, DL_TYPE, NW_PROTO, TP_SRC, TP_DST, DL_VLAN_PCP, NW_TOS)',
      '\t  max_entries 256, active_count 1, lookup_count 2, matched_count 3',
    ],
  },
  'statistics of ports': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 157)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7240 (correct), seq 1:118, ack 1, win 65535, length 117: OpenFlow',
      '\tversion 1.0, type STATS_REPLY, length 117, xid 0x00000007',
      '\t type PORT, flags 0x0000',
      '\t  port_no 1 (invalid)',
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 157)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7240 (correct), seq 1:118, ack 1, win 65535, length 117: OpenFlow',
      '\tversion 1.0, type STATS_REPLY, length 117, xid 0x00000007',
      '\t type PORT, flags 0x0000',
      '\t  port_no 1, rx_packets 0, tx_packets 1, rx_bytes 2, tx_bytes 3, rx_dropped 4, tx_dropped 5, rx_errors 6, tx_errors 7, rx_frame_err 8, rx_over_err 9, rx_crc_err 10, collisions 11 (invalid)',
    ],
  },
  'statistics of queues': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 84)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7405 (correct), seq 1:45, ack 1, win 65535, length 44: OpenFlow',
      '\tversion 1.0, type STATS_REPLY, length 44, xid 0x00000007',
      '\t type QUEUE, flags 0x0000',
      '\t  port_no 1, queue_id 2, tx_bytes 3, tx_packets 4, tx_errors 5',
    ],
  },
  'statistics of a vendor': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 58)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x502b (correct), seq 1:19, ack 1, win 65535, length 18: OpenFlow',
      '\tversion 1.0, type STATS_REPLY, length 18, xid 0x00000007',
      '\t type VENDOR, flags 0x0000, vendor 0x00002320 (Nicira Networks)',
      '\t data (2 octets)',
    ],
  },
  'the queues of a port': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 112)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x6e93 (correct), seq 1:73, ack 1, win 65535, length 72: OpenFlow',
      '\tversion 1.0, type QUEUE_GET_CONFIG_REPLY, length 72, xid 0x00000007',
      '\t port 1',
      '\t  queue_id 1, len 40',
      '\t  queue_id 2, len 16',
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 112)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x6e93 (correct), seq 1:73, ack 1, win 65535, length 72: OpenFlow',
      '\tversion 1.0, type QUEUE_GET_CONFIG_REPLY, length 72, xid 0x00000007',
      '\t port 1',
      '\t  queue_id 1, len 40',
      '\t   property MIN_RATE, len 16, rate 25.0%',
      '\t   property MIN_RATE, len 16, rate disabled',
      '\t  queue_id 2, len 16',
      '\t   property NONE, len 9 (invalid)',
    ],
  },
  'a question for queues': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 52)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x745d (correct), seq 1:13, ack 1, win 65535, length 12: OpenFlow',
      '\tversion 1.0, type QUEUE_GET_CONFIG_REQUEST, length 12, xid 0x00000007',
      '\t port IN_PORT',
    ],
  },
  'a packet that a switch has received': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 100)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xd3bf (correct), seq 1:61, ack 1, win 65535, length 60: OpenFlow',
      '\tversion 1.0, type PACKET_IN, length 60, xid 0x00000007',
      '\t buffer_id 0x00000001, total_len 42, in_port 1, reason NO_MATCH',
      '\t data (42 octets)',
    ],
    '-vvv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 100)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xd3bf (correct), seq 1:61, ack 1, win 65535, length 60: OpenFlow',
      '\tversion 1.0, type PACKET_IN, length 60, xid 0x00000007',
      '\t buffer_id 0x00000001, total_len 42, in_port 1, reason NO_MATCH',
      '\t data (42 octets), frame decoding below',
      'ARP, Request who-has 192.0.2.2 tell 192.0.2.1, length 28',
    ],
  },
  'a packet that a switch is to send': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 106)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xd3cb (correct), seq 1:67, ack 1, win 65535, length 66: OpenFlow',
      '\tversion 1.0, type PACKET_OUT, length 66, xid 0x00000007',
      '\t buffer_id 0xffffffff, in_port NONE',
      '\t action type OUTPUT, len 8, port 1',
      '\t data (42 octets)',
    ],
    '-vvvv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 106)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xd3cb (correct), seq 1:67, ack 1, win 65535, length 66: OpenFlow',
      '\tversion 1.0, type PACKET_OUT, length 66, xid 0x00000007',
      '\t buffer_id 0xffffffff, in_port NONE',
      '\t action type OUTPUT, len 8, port 1',
      '\t data (42 octets), frame decoding below',
      'ARP, Ethernet (len 6), IPv4 (len 4), Request who-has 192.0.2.2 tell 192.0.2.1, length 28',
    ],
  },
  'actions that are longer than their message': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 64)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7433 (correct), seq 1:25, ack 1, win 65535, length 24: OpenFlow',
      '\tversion 1.0, type PACKET_OUT, length 24, xid 0x00000007',
      '\t buffer_id 0xffffffff, in_port NONE (invalid)',
    ],
  },
  'a flow that has ended': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 128)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x736f (correct), seq 1:89, ack 1, win 65535, length 88: OpenFlow',
      '\tversion 1.0, type FLOW_REMOVED, length 88, xid 0x00000007',
      '\t cookie 0x0000000000000009, priority 1, reason IDLE_TIMEOUT, duration_sec 1, duration_nsec 2, idle_timeout 3, packet_count 4, byte_count 5',
    ],
  },
  'a port that has changed': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 104)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xa14d (correct), seq 1:65, ack 1, win 65535, length 64: OpenFlow',
      '\tversion 1.0, type PORT_STATUS, length 64, xid 0x00000007',
      '\t reason MODIFY',
      "\t  port_no 1, hw_addr 02:00:00:00:00:03, name 'eth0'",
    ],
  },
  'a command to a shell of a vendor': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 62)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xf0b4 (correct), seq 1:23, ack 1, win 65535, length 22: OpenFlow',
      '\tversion 1.0, type VENDOR, length 22, xid 0x00000007, vendor 0x005c16c7 (Big Switch Networks)',
      "\t subtype SHELL_COMMAND, service 1, data 'ls'",
    ],
  },
  'an address mask of a vendor': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 64)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x5d2a (correct), seq 1:25, ack 1, win 65535, length 24: OpenFlow',
      '\tversion 1.0, type VENDOR, length 24, xid 0x00000007, vendor 0x005c16c7 (Big Switch Networks)',
      '\t subtype SET_IP_MASK, index 1, mask 255.255.255.0',
    ],
  },
  'an address mask of the wrong length': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 60)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x5c32 (correct), seq 1:21, ack 1, win 65535, length 20: OpenFlow',
      '\tversion 1.0, type VENDOR, length 20, xid 0x00000007, vendor 0x005c16c7 (Big Switch Networks)',
      '\t subtype GET_IP_MASK_REQUEST (invalid)',
    ],
  },
  'mirroring of a vendor': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 60)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x5b2e (correct), seq 1:21, ack 1, win 65535, length 20: OpenFlow',
      '\tversion 1.0, type VENDOR, length 20, xid 0x00000007, vendor 0x005c16c7 (Big Switch Networks)',
      '\t subtype GET_MIRRORING_REPLY, report_mirror_ports bogus (2)',
    ],
  },
  'a message without a body that has one': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 49)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x735e (correct), seq 1:10, ack 1, win 65535, length 9: OpenFlow',
      '\tversion 1.0, type BARRIER_REQUEST, length 9, xid 0x00000007 (invalid)',
    ],
  },
  'a length that is less than the header': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 50)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7375 (correct), seq 1:11, ack 1, win 65535, length 10: OpenFlow',
      '\tversion 1.0, type HELLO, length 7 (too short!), xid 0x00000001 (invalid)',
    ],
  },
  'a header that ends with the segment': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 51)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x736a (correct), seq 1:12, ack 1, win 65535, length 11: OpenFlow',
      '\tversion 1.0, type ECHO_REQUEST, length 8, xid 0x00000007',
      '\tversion 1.0, type ECHO_REPLY (end of TCP payload)',
    ],
  },
  'a message that goes on in the next segment': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 61)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x73d1 (correct), seq 1:22, ack 1, win 65535, length 21: OpenFlow',
      '\tversion 1.0, type FLOW_REMOVED, length 88, xid 0x00000001 [|openflow]',
    ],
  },
});
