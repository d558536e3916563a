import { concat, hex, tcp4, text, zeros } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

/** A control message of this type. */
const message = (type: string, ...fields: Uint8Array[]) => {
  const body = concat(...fields);
  const length = (12 + body.length).toString(16).padStart(4, '0');
  return tcp4(40000, 1723, concat(hex(`${length} 0001 1a2b3c4d ${type} 0000`), body));
};
/** Text of `length` bytes, padded with zeros. */
const padded = (words: string, length: number) => concat(text(words), zeros(length - words.length));

describeModes('PPTP', [
  {
    title: 'a request to start',
    frame: message('0001', hex('0100 0000 00000003 00000003 0010 1234'), padded('client', 64), padded('maker', 64)),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:157, ack 1, win 65535, length 156: pptp CTRL_MSGTYPE=SCCRQ PROTO_VER(1.0) FRAME_CAP(AS) BEARER_CAP(DA) MAX_CHAN(16) FIRM_REV(4660) HOSTNAME(client) VENDOR(maker)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 196)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x97c1 (correct), seq 1:157, ack 1, win 65535, length 156: pptp Length=156 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=SCCRQ PROTO_VER(1.0) FRAME_CAP(AS) BEARER_CAP(DA) MAX_CHAN(16) FIRM_REV(4660) HOSTNAME(client) VENDOR(maker)',
      ],
    },
  },
  {
    title: 'a reply to start',
    frame: message('0002', hex('0100 05 06 00000001 00000002 0010 1234'), padded('server', 64), padded('maker', 64)),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:157, ack 1, win 65535, length 156: pptp CTRL_MSGTYPE=SCCRP PROTO_VER(1.0) RESULT_CODE(5) ERR_CODE(6) FRAME_CAP(A) BEARER_CAP(D) MAX_CHAN(16) FIRM_REV(4660) HOSTNAME(server) VENDOR(maker)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 196)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x82b5 (correct), seq 1:157, ack 1, win 65535, length 156: pptp Length=156 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=SCCRP PROTO_VER(1.0) RESULT_CODE(5:The protocol version of the requester is not supported) ERR_CODE(6:PAC-Error) FRAME_CAP(A) BEARER_CAP(D) MAX_CHAN(16) FIRM_REV(4660) HOSTNAME(server) VENDOR(maker)',
      ],
    },
  },
  {
    title: 'a request to stop',
    frame: message('0003', hex('02 00 0000')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:17, ack 1, win 65535, length 16: pptp CTRL_MSGTYPE=StopCCRQ REASON(2)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x302f (correct), seq 1:17, ack 1, win 65535, length 16: pptp Length=16 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=StopCCRQ REASON(2:Stop-Protocol)',
      ],
    },
  },
  {
    title: 'a request to stop with reserved bits',
    frame: message('0003', hex('09 01 0002')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x292c (correct), seq 1:17, ack 1, win 65535, length 16: pptp Length=16 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=StopCCRQ REASON(9:?) [ERROR: reserved=1 must be zero] [ERROR: reserved=2 must be zero]',
      ],
    },
  },
  {
    title: 'a reply to stop',
    frame: message('0004', hex('01 00 0001')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:17, ack 1, win 65535, length 16: pptp CTRL_MSGTYPE=StopCCRP RESULT_CODE(1) ERR_CODE(0) [ERROR: reserved=1 must be zero]',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x312d (correct), seq 1:17, ack 1, win 65535, length 16: pptp Length=16 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=StopCCRP RESULT_CODE(1:OK) ERR_CODE(0:None) [ERROR: reserved=1 must be zero]',
      ],
    },
  },
  {
    title: 'an echo request',
    frame: message('0005', hex('00000007')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:17, ack 1, win 65535, length 16: pptp CTRL_MSGTYPE=ECHORQ ID(7)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x3226 (correct), seq 1:17, ack 1, win 65535, length 16: pptp Length=16 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=ECHORQ ID(7)',
      ],
    },
  },
  {
    title: 'an echo reply',
    frame: message('0006', hex('00000007 02 07 0000')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:21, ack 1, win 65535, length 20: pptp CTRL_MSGTYPE=ECHORP ID(7) RESULT_CODE(2) ERR_CODE(7)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 60)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x3016 (correct), seq 1:21, ack 1, win 65535, length 20: pptp Length=20 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=ECHORP ID(7) RESULT_CODE(2:General Error) ERR_CODE(7:?)',
      ],
    },
  },
  {
    ...fixtureOf(services, 'PPTP: an outgoing call'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 208)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0xff02 (correct), seq 1:169, ack 1, win 65535, length 168: pptp Length=168 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=OCRQ CALL_ID(1) CALL_SER_NUM(2) MIN_BPS(300) MAX_BPS(10000000) BEARER_TYPE(Any) FRAME_TYPE(?) RECV_WIN(64) PROC_DELAY(0) PHONE_NO_LEN(3) PHONE_NO(123) SUB_ADDR()',
      ],
    },
  },
  {
    title: 'the answer to an outgoing call',
    frame: message('0008', hex('0001 0002 04 01 0011 00989680 0040 0001 00000005')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:33, ack 1, win 65535, length 32: pptp CTRL_MSGTYPE=OCRP CALL_ID(1) PEER_CALL_ID(2) RESULT_CODE(4) ERR_CODE(1) CAUSE_CODE(17) CONN_SPEED(10000000) RECV_WIN(64) PROC_DELAY(1) PHY_CHAN_ID(5)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 72)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x9696 (correct), seq 1:33, ack 1, win 65535, length 32: pptp Length=32 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=OCRP CALL_ID(1) PEER_CALL_ID(2) RESULT_CODE(4:Busy) ERR_CODE(1:Not-Connected) CAUSE_CODE(17) CONN_SPEED(10000000) RECV_WIN(64) PROC_DELAY(1) PHY_CHAN_ID(5)',
      ],
    },
  },
  {
    title: 'an incoming call',
    frame: message(
      '0009',
      hex('0001 0002 00000001 00000005 0003 0100'),
      padded('12345', 64),
      padded('678', 64),
      padded('9', 64),
    ),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:221, ack 1, win 65535, length 220: pptp CTRL_MSGTYPE=ICRQ CALL_ID(1) CALL_SER_NUM(2) BEARER_TYPE(A) PHY_CHAN_ID(5) DIALED_NO_LEN(3) DIALING_NO_LEN(256) DIALED_NO(123) DIALING_NO(678) SUB_ADDR(9)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 260)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0xeee6 (correct), seq 1:221, ack 1, win 65535, length 220: pptp Length=220 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=ICRQ CALL_ID(1) CALL_SER_NUM(2) BEARER_TYPE(A) PHY_CHAN_ID(5) DIALED_NO_LEN(3) DIALING_NO_LEN(256) DIALED_NO(123) DIALING_NO(678) SUB_ADDR(9)',
      ],
    },
  },
  {
    title: 'the answer to an incoming call',
    frame: message('000a', hex('0001 0002 03 00 0040 0001 0000')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:25, ack 1, win 65535, length 24: pptp CTRL_MSGTYPE=ICRP CALL_ID(1) PEER_CALL_ID(2) RESULT_CODE(3) ERR_CODE(0) RECV_WIN(64) PROC_DELAY(1)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 64)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x2ed4 (correct), seq 1:25, ack 1, win 65535, length 24: pptp Length=24 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=ICRP CALL_ID(1) PEER_CALL_ID(2) RESULT_CODE(3:Do Not Accept) ERR_CODE(0:None) RECV_WIN(64) PROC_DELAY(1)',
      ],
    },
  },
  {
    title: 'a call that is connected',
    frame: message('000b', hex('0001 0000 00989680 0040 0001 00000002')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 68)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x9ab2 (correct), seq 1:29, ack 1, win 65535, length 28: pptp Length=28 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=ICCN PEER_CALL_ID(1) CONN_SPEED(10000000) RECV_WIN(64) PROC_DELAY(1) FRAME_TYPE(S)',
      ],
    },
  },
  {
    title: 'a call that is to be cleared',
    frame: message('000c', hex('0001 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x3225 (correct), seq 1:17, ack 1, win 65535, length 16: pptp Length=16 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=CCRQ CALL_ID(1)',
      ],
    },
  },
  {
    ...fixtureOf(services, 'PPTP: a call that has ended'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 188)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0xbdb0 (correct), seq 1:149, ack 1, win 65535, length 148: pptp Length=148 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=CDN CALL_ID(1) RESULT_CODE(4:Request) ERR_CODE(0:None) CAUSE_CODE(0) CALL_STATS(ok)',
      ],
    },
  },
  {
    title: 'errors of the wide area network',
    frame: message('000e', hex('0001 0000 00000001 00000002 00000003 00000004 00000005 00000006')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 80)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x31de (correct), seq 1:41, ack 1, win 65535, length 40: pptp Length=40 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=WEN PEER_CALL_ID(1) CRC_ERR(1) FRAMING_ERR(2) HARDWARE_OVERRUN(3) BUFFER_OVERRUN(4) TIMEOUT_ERR(5) ALIGN_ERR(6)',
      ],
    },
  },
  {
    title: 'what is to be escaped',
    frame: message('000f', hex('0001 0000 ffffffff 000a0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 64)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x3208 (correct), seq 1:25, ack 1, win 65535, length 24: pptp Length=24 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=SLI PEER_CALL_ID(1) SEND_ACCM(0xffffffff) RECV_ACCM(0x000a0000)',
      ],
    },
  },
  {
    title: 'an undefined type',
    frame: message('0000'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:13, ack 1, win 65535, length 12: pptp CTRL_MSGTYPE=NOT_DEFINED',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 52)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x323a (correct), seq 1:13, ack 1, win 65535, length 12: pptp Length=12 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=NOT_DEFINED',
      ],
    },
  },
  {
    title: 'an unknown type',
    frame: message('0010'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:13, ack 1, win 65535, length 12: pptp UNKNOWN_CTRL_MSGTYPE(16)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 52)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x322a (correct), seq 1:13, ack 1, win 65535, length 12: pptp Length=12 CTRL-MSG Magic-Cookie=1a2b3c4d UNKNOWN_CTRL_MSGTYPE(16)',
      ],
    },
  },
  {
    title: 'another cookie',
    frame: tcp4(40000, 1723, hex('000c 0003 1a2b3c4e 0005 0001 00000001')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:17, ack 1, win 65535, length 16: pptp UNEXPECTED Magic-Cookie!!(1a2b3c4e) Magic-Cookie=1a2b3c4e CTRL_MSGTYPE=ECHORQ [ERROR: reserved=1 must be zero] ID(1)',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 56)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x322c (correct), seq 1:17, ack 1, win 65535, length 16: pptp Length=12 UNKNOWN-MSG-TYPE UNEXPECTED Magic-Cookie!!(1a2b3c4e) Magic-Cookie=1a2b3c4e CTRL_MSGTYPE=ECHORQ [ERROR: reserved=1 must be zero] ID(1)',
      ],
    },
  },
  {
    title: 'a short message',
    frame: message('0008', hex('0001 0002 04')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], seq 1:18, ack 1, win 65535, length 17: pptp CTRL_MSGTYPE=OCRP CALL_ID(1) PEER_CALL_ID(2) RESULT_CODE(4) [|pptp]',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 57)',
        '    192.0.2.1.40000 > 192.0.2.2.1723: Flags [P.], cksum 0x2e25 (correct), seq 1:18, ack 1, win 65535, length 17: pptp Length=17 CTRL-MSG Magic-Cookie=1a2b3c4d CTRL_MSGTYPE=OCRP CALL_ID(1) PEER_CALL_ID(2) RESULT_CODE(4:Busy) [|pptp]',
      ],
    },
  },
]);
