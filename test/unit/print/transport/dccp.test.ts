import { dccpFrames } from '../fixtures/dccp';
import { describeModes } from '../modes';

describeModes('DCCP', [
  {
    title: 'a request with features',
    frame: dccpFrames.request,
    lines: {
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
  },
  {
    title: 'a response whose checksum covers its header only',
    frame: dccpFrames.response,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 56)',
        '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 2, CsCov 1, cksum 0x1234 (incorrect -> 0xbc8e)) DCCP-Response (service=42) (ack=8) seq 9 <mandatory, slowreceiver, Option 3, nop>',
      ],
    },
  },
  {
    title: 'a short sequence number',
    frame: dccpFrames.shortNumbers,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 34)',
        '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0xc3f7)) DCCP-Data seq 9',
      ],
    },
  },
  {
    title: 'options of all kinds',
    frame: dccpFrames.options,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 101)',
        '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0x514a)) DCCP-Ack (ack=8) seq 9 <initcookie 0x0102, ndp_count 5, ack_vector0 0xc1, ack_vector1 0xc2, data_dropped 0x01, timestamp 1, timestamp_echo 2 (elapsed time 3), elapsed_time 4, data_checksum 01020304, CCID option 128 5, CCID option 192 6, CCID option 129, Option 45, confirm_l optlen goes past header length>',
      ],
    },
  },
  {
    title: 'options of the wrong length',
    frame: dccpFrames.wrongLengths,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 64)',
        '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0x37f6)) DCCP-Ack (ack=8) seq 9 <change_l optlen too short, timestamp [optlen != 6], timestamp_echo [optlen != 6 or 8 or 10], elapsed_time [optlen != 4 or 6], timestamp_echo 1, CCID option 128 optlen too short>',
      ],
    },
  },
  {
    title: 'an option that is longer than the header',
    frame: dccpFrames.tooLong,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 48)',
        '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0x97da)) DCCP-Ack (ack=8) seq 9 <ack_vector0 optlen goes past header length>',
      ],
    },
  },
  {
    title: 'an option of length zero',
    frame: dccpFrames.noLength,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 48)',
        '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0xb6bd)) DCCP-Ack (ack=8) seq 9 <Option 7, ack_vector0 optlen too short>',
      ],
    },
  },
  {
    title: 'a reset',
    frame: dccpFrames.reset,
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 48)',
        '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0xa9e3)) DCCP-Reset (code=invalid) (ack=8) ',
      ],
    },
  },
  {
    title: 'an unknown kind',
    frame: dccpFrames.unknownKind,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 44)',
        '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x0000 (incorrect -> 0xb0e7)) unknown-type-10 (ack=8) seq 9 <nop, nop, nop, nop, nop, nop, nop, Option 8>',
      ],
    },
  },
  {
    title: 'a checksum over IPv6',
    frame: dccpFrames.six,
    lines: {
      '-v': 'IP6 (hlim 64, next-header DCCP (33) payload length: 28) 2001:db8::1.40000 > 2001:db8::2.5001: DCCP (CCVal 0, CsCov 0, cksum 0x1111 (incorrect -> 0xe272)) DCCP-CloseReq (ack=8) ',
    },
  },
  {
    title: 'cut options',
    frame: dccpFrames.cutOptions,
    length: 66,
    lines: {
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto DCCP (33), length 52)',
        '    192.0.2.1.40000 > 192.0.2.2.5001: DCCP (CCVal 0, CsCov 0) DCCP-Request (service=42) seq 9 <change_l ack_ratio 2,  [|dccp]>',
      ],
    },
  },
]);
