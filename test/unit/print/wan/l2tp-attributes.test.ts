import { l2tpAttributes } from '../fixtures/l2tp-attributes';
import { describeFixtures } from '../modes';

describeFixtures('L2TP attributes', l2tpAttributes, {
  'attributes of a tunnel': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 189)',
      '    192.0.2.1.1701 > 192.0.2.2.1701:  l2tp:[TLS](1/2)Ns=3,Nr=4 *MSGTYPE(SCCRP) *RESULT_CODE(2/3 no) *PROTO_VER(1.0) *FRAMING_CAP(AS) *BEARER_CAP(AD) *TIE_BREAKER(0123456789abcdef) *FIRM_VER(1680) *HOST_NAME(lns) *VENDOR_NAME(a) *ASSND_TUN_ID(1) *RECV_WIN_SIZE(4) *CHALLENGE(0102) *CHALLENGE_RESP(00112233445566778899aabbccddeeff) *RESULT_CODE(1) *RESULT_CODE(1 AVP too short)',
    ],
  },
  'attributes of a call': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 175)',
      '    192.0.2.1.1701 > 192.0.2.2.1701:  l2tp:[TLS](1/2)Ns=3,Nr=4 *MSGTYPE(MSGTYPE-#99) *Q931_CC(16, 01 by) *Q931_CC(16, 01) *ASSND_SESS_ID(1) *CALL_SER_NUM(1) *MINIMUM_BPS(1) *MAXIMUM_BPS(1) *BEARER_TYPE(A) *FRAMING_TYPE(S) *PACKET_PROC_DELAY(obsolete) *CALLED_NUMBER(1) *CALLING_NUMBER(2) *SUB_ADDRESS(3) *TX_CONN_SPEED(1) *PHY_CHANNEL_ID(1)',
    ],
  },
  'attributes of a proxy': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 235)',
      '    192.0.2.1.1701 > 192.0.2.2.1701:  l2tp:[TLS](1/2)Ns=3,Nr=4 *INI_RECV_LCP(0102) *LAST_SENT_LCP(0102) *LAST_RECV_LCP(0102) *PROXY_AUTH_TYPE(CHAP) *PROXY_AUTH_TYPE(AuthType-#99) *PROXY_AUTH_NAME(me) *PROXY_AUTH_CHAL(0102) *PROXY_AUTH_ID(3) *PROXY_AUTH_RESP(0102) *CALL_ERRORS(CRCErr=1 FrameErr=2 HardOver=3 BufOver=4 Timeout=5 AlignErr=6 ) *CALL_ERRORS(CRCErr=1 AVP too short) *ACCM(send=00000001 recv=00000002 ) *ACCM(AVP too short) *RANDOM_VECTOR(0102) *PRIVATE_GRP_ID(a) *RX_CONN_SPEED(1) *SEQ_REQUIRED() *PPP_DISCON_CC(0001, 0002 at peer by) *PPP_DISCON_CC(0001, 0002 Direction-#99)',
    ],
  },
  'attributes that are hidden, unknown or of a vendor': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 64)',
      '    192.0.2.1.1701 > 192.0.2.2.1701:  l2tp:[TLS](1/2)Ns=3,Nr=4 ?HOST_NAME(???) *AVP-#99() *VENDOR0009:ATTR0001(0102)',
    ],
  },
  'values that are too short': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 152)',
      '    192.0.2.1.1701 > 192.0.2.2.1701:  l2tp:[TLS](1/2)Ns=3,Nr=4 *MSGTYPE(AVP too short) *RESULT_CODE(AVP too short) *PROTO_VER(AVP too short) *FRAMING_CAP(AVP too short) *BEARER_CAP(AVP too short) *TIE_BREAKER(AVP too short) *FIRM_VER(AVP too short) *ASSND_TUN_ID(AVP too short) *Q931_CC(AVP too short) *CHALLENGE_RESP(AVP too short) *CALL_SER_NUM(AVP too short) *PROXY_AUTH_TYPE(AVP too short) *PROXY_AUTH_ID(AVP too short) *CALL_ERRORS(AVP too short) *ACCM(AVP too short) *PPP_DISCON_CC(AVP too short)',
    ],
  },
  'an attribute shorter than its header': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 46)',
      '    192.0.2.1.1701 > 192.0.2.2.1701:  l2tp:[TLS](1/2)Ns=3,Nr=4  [|l2tp]',
    ],
  },
  'an attribute longer than the message': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 48)',
      '    192.0.2.1.1701 > 192.0.2.2.1701:  l2tp:[TLS](1/2)Ns=3,Nr=4  [|l2tp]',
    ],
  },
  'data behind padding': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 46)',
      '    192.0.2.1.1701 > 192.0.2.2.1701:  l2tp:[O](1/2) {LCP, Conf-Request (0x01), id 1, length 6',
      '\tencoded length 4 (=Option(s) length 0)}',
    ],
  },
  'a length smaller than the header': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 40)',
      '    192.0.2.1.1701 > 192.0.2.2.1701:  l2tp:[TLS](1/2)Ns=3,Nr=4 Length 6 smaller than header length',
    ],
  },
});
