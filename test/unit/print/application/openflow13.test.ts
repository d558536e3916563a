import { openflow13 } from '../fixtures/openflow13';
import { describeFixtures } from '../modes';

describeFixtures('OpenFlow 1.3', openflow13, {
  'the versions that a greeting offers': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 72)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7092 (correct), seq 1:33, ack 1, win 65535, length 32: OpenFlow',
      '\tversion 1.3, type HELLO, length 32, xid 0x00000007',
      '\t type VERSIONBITMAP, length 8, bitmap 0x00000012 (1.1, 1.4)',
      '\t type VERSIONBITMAP, length 8, bitmap 0x00000081 (1.0) (bogus)',
      '\t type VERSIONBITMAP, length 4 (bogus)',
      '\t type unknown (0x0002), length 4',
    ],
  },
  'an element of a greeting that is too short': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 52)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7169 (correct), seq 1:13, ack 1, win 65535, length 12: OpenFlow',
      '\tversion 1.3, type HELLO, length 12, xid 0x00000007',
      '\t type VERSIONBITMAP, length 0 (invalid)',
    ],
  },
  'an error': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 52)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x715e (correct), seq 1:13, ack 1, win 65535, length 12: OpenFlow',
      '\tversion 1.3, type ERROR, length 12, xid 0x00000007',
      '\t type GROUP_MOD_FAILED, code CHAINING_UNSUPPORTED',
    ],
  },
  'an error of an experimenter': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 54)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x705e (correct), seq 1:15, ack 1, win 65535, length 14: OpenFlow',
      '\tversion 1.3, type ERROR, length 14, xid 0x00000007',
      '\t type EXPERIMENTER, code invalid (0x0005)',
      '\t data (2 octets)',
    ],
  },
  'a message of an experimenter': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 58)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xdb08 (correct), seq 1:19, ack 1, win 65535, length 18: OpenFlow',
      '\tversion 1.3, type EXPERIMENTER, length 18, xid 0x00000007',
      '\t experimenter 0x4f4e4600 (ONF Extensions), exp_type 0x00000001',
      '\t data (2 octets)',
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 58)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xdb08 (correct), seq 1:19, ack 1, win 65535, length 18: OpenFlow',
      '\tversion 1.3, type EXPERIMENTER, length 18, xid 0x00000007',
      '\t experimenter 0x4f4e4600 (ONF Extensions), exp_type 0x00000001',
      '\t data (2 octets)',
      '\t  0x0000:  0102                                     ..',
    ],
  },
  'what a switch can do': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 72)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x6d2b (correct), seq 1:33, ack 1, win 65535, length 32: OpenFlow',
      '\tversion 1.3, type FEATURES_REPLY, length 32, xid 0x00000007',
      '\t dpid 0x0000000000000001, n_buffers 256, n_tables 2, auxiliary_id 1',
      '\t capabilities 0x0000010f (FLOW_STATS, TABLE_STATS, PORT_STATS, GROUP_STATS, PORT_BLOCKED)',
    ],
  },
  'a configuration': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 52)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7161 (correct), seq 1:13, ack 1, win 65535, length 12: OpenFlow',
      '\tversion 1.3, type GET_CONFIG_REPLY, length 12, xid 0x00000007',
      '\t flags FRAG_DROP, miss_send_len NO_BUFFER',
    ],
  },
  'a port that has changed': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 120)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xd696 (correct), seq 1:81, ack 1, win 65535, length 80: OpenFlow',
      '\tversion 1.3, type PORT_STATUS, length 80, xid 0x00000007',
      '\t reason DELETE',
      "\t  port_no 1, hw_addr 02:00:00:00:00:03, name 'eth0'",
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 120)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0xd696 (correct), seq 1:81, ack 1, win 65535, length 80: OpenFlow',
      '\tversion 1.3, type PORT_STATUS, length 80, xid 0x00000007',
      '\t reason DELETE',
      "\t  port_no 1, hw_addr 02:00:00:00:00:03, name 'eth0'",
      '\t   config 0x00000021 (PORT_DOWN, NO_FWD)',
      '\t   state 0x00000004 (LIVE)',
      '\t   curr 0x00000080 (40GB_FD)',
      '\t   advertised 0x00000000',
      '\t   supported 0x00000000',
      '\t   peer 0x00010000 (bogus)',
      '\t   curr_speed 100000kbps',
      '\t   max_speed 1000000kbps',
    ],
  },
  'a port that is changed': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 80)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x6f1d (correct), seq 1:41, ack 1, win 65535, length 40: OpenFlow',
      '\tversion 1.3, type PORT_MOD, length 40, xid 0x00000007',
      '\t port_no LOCAL, hw_addr 02:00:00:00:00:03',
      '\t  config 0x00000001 (PORT_DOWN)',
      '\t  mask 0x00000002 (bogus)',
      '\t  advertise 0x00000000',
    ],
  },
  'a table that is changed': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x724d (correct), seq 1:17, ack 1, win 65535, length 16: OpenFlow',
      '\tversion 1.3, type TABLE_MOD, length 16, xid 0x00000007',
      '\t table_id ALL, config 0x00000003',
    ],
  },
  'a question for queues': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x714c (correct), seq 1:17, ack 1, win 65535, length 16: OpenFlow',
      '\tversion 1.3, type QUEUE_GET_CONFIG_REQUEST, length 16, xid 0x00000007',
      '\t port ANY',
    ],
  },
  'a role': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 64)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x712f (correct), seq 1:25, ack 1, win 65535, length 24: OpenFlow',
      '\tversion 1.3, type ROLE_REQUEST, length 24, xid 0x00000007',
      '\t role MASTER, generation_id 0x0000000000000009',
    ],
  },
  'a role that has no name': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 64)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7127 (correct), seq 1:25, ack 1, win 65535, length 24: OpenFlow',
      '\tversion 1.3, type ROLE_REPLY, length 24, xid 0x00000007',
      '\t role invalid (0x00000009), generation_id 0x0000000000000009',
    ],
  },
  'what is told without a question': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 72)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x710e (correct), seq 1:33, ack 1, win 65535, length 32: OpenFlow',
      '\tversion 1.3, type GET_ASYNC_REPLY, length 32, xid 0x00000007',
      '\t packet_in_mask[EM] 0x00000007 (NO_MATCH, ACTION, INVALID_TTL)',
      '\t packet_in_mask[S] 0x00000000',
      '\t port_status_mask[EM] 0x00000007 (ADD, DELETE, MODIFY)',
      '\t port_status_mask[S] 0x00000008 (bogus)',
      '\t flow_removed_mask[EM] 0x00000001 (ADD)',
      '\t flow_removed_mask[S] 0x00000002 (DELETE)',
    ],
  },
  'a message that is only named': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 50)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x705e (correct), seq 1:11, ack 1, win 65535, length 10: OpenFlow',
      '\tversion 1.3, type FLOW_MOD, length 10, xid 0x00000007',
    ],
  },
  'a message of the wrong length': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 50)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], cksum 0x7066 (correct), seq 1:11, ack 1, win 65535, length 10: OpenFlow',
      '\tversion 1.3, type FEATURES_REPLY, length 10, xid 0x00000007 (invalid)',
    ],
  },
  'a cut message': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 64)',
      '    192.0.2.1.6653 > 192.0.2.2.40000: Flags [P.], seq 1:25, ack 1, win 65535, length 24: OpenFlow',
      '\tversion 1.3, type ROLE_REQUEST, length 24, xid 0x00000007',
      '\t role MASTER [|openflow]',
    ],
  },
});
