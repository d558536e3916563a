/** Attribute-value pairs of L2TP control messages (RFC 2661, 4.4; RFC 3145). */
import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';
import { packetHex, packetText } from '../text/packet-text';

const headerLength = 6;
const lengthMask = 0x03ff;
const Flag = { mandatory: 0x8000, hidden: 0x4000 } as const;

/** How a value is written. */
type Kind =
  | 'message'
  | 'result'
  | 'version'
  | 'framing'
  | 'bearer'
  | 'octets'
  | 'octets8'
  | 'octets16'
  | 'u16'
  | 'u32'
  | 'string'
  | 'cause'
  | 'obsolete'
  | 'authenticationType'
  | 'authenticationId'
  | 'errors'
  | 'characterMap'
  | 'none'
  | 'disconnect';

/** By attribute type, 0 to 39. */
const attributes: readonly (readonly [name: string, kind: Kind])[] = [
  ['MSGTYPE', 'message'],
  ['RESULT_CODE', 'result'],
  ['PROTO_VER', 'version'],
  ['FRAMING_CAP', 'framing'],
  ['BEARER_CAP', 'bearer'],
  ['TIE_BREAKER', 'octets8'],
  ['FIRM_VER', 'u16'],
  ['HOST_NAME', 'string'],
  ['VENDOR_NAME', 'string'],
  ['ASSND_TUN_ID', 'u16'],
  ['RECV_WIN_SIZE', 'u16'],
  ['CHALLENGE', 'octets'],
  ['Q931_CC', 'cause'],
  ['CHALLENGE_RESP', 'octets16'],
  ['ASSND_SESS_ID', 'u16'],
  ['CALL_SER_NUM', 'u32'],
  ['MINIMUM_BPS', 'u32'],
  ['MAXIMUM_BPS', 'u32'],
  ['BEARER_TYPE', 'bearer'],
  ['FRAMING_TYPE', 'framing'],
  ['PACKET_PROC_DELAY', 'obsolete'],
  ['CALLED_NUMBER', 'string'],
  ['CALLING_NUMBER', 'string'],
  ['SUB_ADDRESS', 'string'],
  ['TX_CONN_SPEED', 'u32'],
  ['PHY_CHANNEL_ID', 'u32'],
  ['INI_RECV_LCP', 'octets'],
  ['LAST_SENT_LCP', 'octets'],
  ['LAST_RECV_LCP', 'octets'],
  ['PROXY_AUTH_TYPE', 'authenticationType'],
  ['PROXY_AUTH_NAME', 'string'],
  ['PROXY_AUTH_CHAL', 'octets'],
  ['PROXY_AUTH_ID', 'authenticationId'],
  ['PROXY_AUTH_RESP', 'octets'],
  ['CALL_ERRORS', 'errors'],
  ['ACCM', 'characterMap'],
  ['RANDOM_VECTOR', 'octets'],
  ['PRIVATE_GRP_ID', 'string'],
  ['RX_CONN_SPEED', 'u32'],
  ['SEQ_REQUIRED', 'none'],
];
const disconnectCause = 46;
const disconnectAttribute = ['PPP_DISCON_CC', 'disconnect'] as const;

const messageNames = names(() => ({
  1: 'SCCRQ',
  2: 'SCCRP',
  3: 'SCCCN',
  4: 'StopCCN',
  6: 'HELLO',
  7: 'OCRQ',
  8: 'OCRP',
  9: 'OCCN',
  10: 'ICRQ',
  11: 'ICRP',
  12: 'ICCN',
  14: 'CDN',
  15: 'WEN',
  16: 'SLI',
}));
const authenticationNames = names(() => ({
  0: 'Reserved',
  1: 'Textual',
  2: 'CHAP',
  3: 'PAP',
  4: 'No Auth',
  5: 'MS-CHAPv1',
}));
const directionNames = names(() => ({ 0: 'global error', 1: 'at peer', 2: 'at local' }));
const errorNames = ['CRCErr=', 'FrameErr=', 'HardOver=', 'BufOver=', 'Timeout=', 'AlignErr='];
const characterMapNames = ['send=', 'recv='];

/** Bytes that a value of this kind has at least. */
const leastLengths: Record<Kind, number> = {
  message: 2,
  result: 2,
  version: 2,
  framing: 4,
  bearer: 4,
  octets: 0,
  octets8: 8,
  octets16: 16,
  u16: 2,
  u32: 4,
  string: 0,
  cause: 3,
  obsolete: 0,
  authenticationType: 2,
  authenticationId: 2,
  errors: 2,
  characterMap: 2,
  none: 0,
  disconnect: 5,
};

/** Returns the pair's length; 0: it is cut off or shorter than its header, and that has been said. */
export function printL2tpAttribute(context: PrintContext, at: number, left: number): number {
  const { out, view } = context;
  out.char(0x20);
  const flags = view.u16(at);
  const size = flags & lengthMask;
  if (size < headerLength || size > left || !view.has(at, size)) {
    context.truncated();
    return 0;
  }
  if ((flags & Flag.mandatory) !== 0) out.char(0x2a);
  if ((flags & Flag.hidden) !== 0) out.char(0x3f);
  const vendor = view.u16(at + 2);
  const type = view.u16(at + 4);
  const valueAt = at + headerLength;
  const valueLength = size - headerLength;
  if (vendor !== 0) {
    out.text('VENDOR');
    out.hex16(vendor);
    out.text(':ATTR');
    out.hex16(type);
    out.char(0x28);
    packetHex(context, valueAt, valueLength);
  } else {
    const attribute = type === disconnectCause ? disconnectAttribute : attributes[type];
    out.text(attribute?.[0] ?? 'AVP-#');
    if (attribute === undefined) out.decimal(type);
    out.char(0x28);
    if ((flags & Flag.hidden) !== 0) out.text('???');
    else if (attribute !== undefined) value(context, attribute[1], valueAt, valueLength);
  }
  out.char(0x29);
  return size;
}

/** The same behind a space, where there is any. */
function message(context: PrintContext, at: number, count: number): void {
  if (count <= 0) return;
  context.out.char(0x20);
  packetText(context, at, count);
}

function value(context: PrintContext, kind: Kind, at: number, length: number): void {
  const { out, view } = context;
  if (length < leastLengths[kind]) {
    out.text('AVP too short');
    return;
  }
  switch (kind) {
    case 'message':
      nameOr(out, messageNames, view.u16(at), 'MSGTYPE-#');
      return;
    case 'result':
      result(context, at, length);
      return;
    case 'version':
      out.decimal(view.u8(at));
      out.char(0x2e);
      out.decimal(view.u8(at + 1));
      return;
    case 'framing':
    case 'bearer':
      if ((view.u32(at) & 2) !== 0) out.char(0x41);
      if ((view.u32(at) & 1) !== 0) out.char(kind === 'framing' ? 0x53 : 0x44);
      return;
    case 'octets':
      packetHex(context, at, length);
      return;
    case 'octets8':
    case 'octets16':
      packetHex(context, at, leastLengths[kind]);
      return;
    case 'u16':
      out.decimal(view.u16(at));
      return;
    case 'u32':
      out.decimal(view.u32(at));
      return;
    case 'string':
      packetText(context, at, length);
      return;
    case 'cause':
      out.decimal(view.u16(at));
      out.text(', ');
      out.hex8(view.u8(at + 2));
      message(context, at + 3, length - 3);
      return;
    case 'obsolete':
      out.text('obsolete');
      return;
    case 'authenticationType':
      nameOr(out, authenticationNames, view.u16(at), 'AuthType-#');
      return;
    case 'authenticationId':
      out.decimal(view.u8(at + 1));
      return;
    case 'errors':
      counters(context, errorNames, at + 2, length - 2, false);
      return;
    case 'characterMap':
      counters(context, characterMapNames, at + 2, length - 2, true);
      return;
    case 'none':
      return;
    case 'disconnect':
      out.hex16(view.u16(at));
      out.text(', ');
      out.hex16(view.u16(at + 2));
      out.char(0x20);
      nameOr(out, directionNames, view.u8(at + 4), 'Direction-#');
      message(context, at + 5, length - 5);
  }
}

function result(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.decimal(view.u16(at));
  if (length === 2) return;
  if (length < 4) {
    out.text(' AVP too short');
    return;
  }
  out.char(0x2f);
  out.decimal(view.u16(at + 2));
  message(context, at + 4, length - 4);
}

function counters(context: PrintContext, titles: readonly string[], at: number, length: number, hex: boolean): void {
  const { out, view } = context;
  for (let i = 0; i < titles.length; i++) {
    if (length < 4 * i + 4) {
      out.text('AVP too short');
      return;
    }
    out.text(titles[i]);
    if (hex) out.hex32(view.u32(at + 4 * i));
    else out.decimal(view.u32(at + 4 * i));
    out.char(0x20);
  }
}
