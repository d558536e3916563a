import { dccp } from '../fixtures/dccp';
import { describeFixtures } from '../modes';

describeFixtures('DCCP', dccp, {
  'a request with features': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 52)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 3, CsCov 0, cksum 0x597b (correct)) DCCP-Request (service=42) ',
    ],
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 52)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 3, CsCov 0, cksum 0x597b (correct)) DCCP-Request (service=42) seq 9 <change_l ack_ratio 2, change_r ccid 2, change_l ccid 2>',
    ],
    '-q': 'IP 192.0.2.1.40000 > 192.0.2.2.5001: DCCP 0',
  },
  'a response whose checksum covers its header only': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 56)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 2, CsCov 1, cksum 0x1234 (incorrect -> 0xbc8e)) DCCP-Response (service=42) (ack=8) seq 9 <mandatory, slowreceiver, Option 3, nop>',
    ],
  },
  'a short sequence number': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 34)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0xc3f7)) DCCP-Data seq 9',
    ],
  },
  'options of all kinds': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 101)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0x514a)) DCCP-Ack (ack=8) seq 9 <initcookie 0x0102, ndp_count 5, ack_vector0 0xc1, ack_vector1 0xc2, data_dropped 0x01, timestamp 1, timestamp_echo 2 (elapsed time 3), elapsed_time 4, data_checksum 01020304, CCID option 128 5, CCID option 192 6, CCID option 129, Option 45, confirm_l optlen goes past header length>',
    ],
  },
  'options of the wrong length': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 64)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0x37f6)) DCCP-Ack (ack=8) seq 9 <change_l optlen too short, timestamp [optlen != 6], timestamp_echo [optlen != 6 or 8 or 10], elapsed_time [optlen != 4 or 6], timestamp_echo 1, CCID option 128 optlen too short>',
    ],
  },
  'an option that is longer than the header': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 48)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0x97da)) DCCP-Ack (ack=8) seq 9 <ack_vector0 optlen goes past header length>',
    ],
  },
  'an option of length zero': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 48)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0xb6bd)) DCCP-Ack (ack=8) seq 9 <Option 7, ack_vector0 optlen too short>',
    ],
  },
  'a reset': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 48)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0xa9e3)) DCCP-Reset (code=invalid) (ack=8) ',
    ],
  },
  'an unknown kind': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 44)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0xb0e7)) unknown-type-10 (ack=8) seq 9 <nop, nop, nop, nop, nop, nop, nop, Option 8>',
    ],
  },
  'a checksum over IPv6': {
    '-v': 'IP6 (hlim 64, next-header DCCP (33) payload length: 28) 2001:db8::1.40000 > 2001:db8::2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x1111 (incorrect -> 0xe272)) DCCP-CloseReq (ack=8) ',
  },
  'cut options': {
    '-vv': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 52)',
      '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0) DCCP-Request (service=42) seq 9 <change_l ack_ratio 2,  [|dccp]>',
    ],
  },
});
