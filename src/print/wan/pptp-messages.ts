/** Which fields each message of PPTP has (RFC 2637, 2), in their order. */
import type { PrintContext } from '../context';
import { type NameTable, names } from '../text/names';

/** Prints the field at `at` and returns where the next one is. */
type Field = (context: PrintContext, at: number) => number;

const textLength = 64;
const statisticsLength = 128;
const errorNames = names(() => ({
  0: 'None',
  1: 'Not-Connected',
  2: 'Bad-Format',
  3: 'Bad-Value',
  4: 'No-Resource',
  5: 'Bad-Call-ID',
  6: 'PAC-Error',
}));
const startNames = names(() => ({
  1: 'Successful channel establishment',
  2: 'General error',
  3: 'Command channel already exists',
  4: 'Requester is not authorized to establish a command channel',
  5: 'The protocol version of the requester is not supported',
}));
const echoNames = names(() => ({ 1: 'OK', 2: 'General Error' }));
const outgoingNames = names(() => ({
  1: 'Connected',
  2: 'General Error',
  3: 'No Carrier',
  4: 'Busy',
  5: 'No Dial Tone',
  6: 'Time-out',
  7: 'Do Not Accept',
}));
const incomingNames = names(() => ({ 1: 'Connect', 2: 'General Error', 3: 'Do Not Accept' }));
const disconnectNames = names(() => ({ 1: 'Lost Carrier', 2: 'General Error', 3: 'Admin Shutdown', 4: 'Request' }));
const stopNames = names(() => ({ 1: 'None', 2: 'Stop-Protocol', 3: 'Stop-Local-Shutdown' }));
const bearerNames = names(() => ({ 1: 'A', 2: 'D', 3: 'Any' }));
const framingNames = names(() => ({ 1: 'A', 2: 'S', 3: 'E' }));

function open(context: PrintContext, title: string): void {
  context.out.char(0x20);
  context.out.text(title);
  context.out.char(0x28);
}

function number(title: string, size: 2 | 4): Field {
  return (context, at) => {
    const { out, view } = context;
    const value = size === 2 ? view.u16(at) : view.u32(at);
    open(context, title);
    out.decimal(value);
    out.char(0x29);
    return at + size;
  };
}

/** Must be zero; said where it is not. */
function reserved(size: 1 | 2): Field {
  return ({ out, view }, at) => {
    const value = size === 1 ? view.u8(at) : view.u16(at);
    if (value !== 0) {
      out.text(' [ERROR: reserved=');
      out.decimal(value);
      out.text(' must be zero]');
    }
    return at + size;
  };
}

/** One byte; at -v its meaning too. */
function code(title: string, meanings: NameTable): Field {
  return (context, at) => {
    const { out, view } = context;
    const value = view.u8(at);
    open(context, title);
    out.decimal(value);
    if (context.verbose > 0) {
      out.char(0x3a);
      out.text(meanings.get(value) ?? '?');
    }
    out.char(0x29);
    return at + 1;
  };
}

function choice(title: string, meanings: NameTable): Field {
  return (context, at) => {
    const { out, view } = context;
    const value = view.u32(at);
    open(context, title);
    out.text(meanings.get(value) ?? '?');
    out.char(0x29);
    return at + 4;
  };
}

/** Letters of the two lowest bits, in the order in which they are written. */
function capabilities(title: string, ...letters: readonly (readonly [bit: number, letter: string])[]): Field {
  return (context, at) => {
    const { out, view } = context;
    const value = view.u32(at);
    open(context, title);
    for (const [bit, letter] of letters) if ((value & bit) !== 0) out.text(letter);
    out.char(0x29);
    return at + 4;
  };
}

/** Text of `size` bytes, padded with zeros; with `lengthAt` only as many bytes as the field says that is there. */
function text(title: string, size: number, lengthAt?: number): Field {
  return (context, at) => {
    const { out, view } = context;
    open(context, title);
    const most = lengthAt === undefined ? size : Math.min(size, view.u16(at + lengthAt));
    for (let i = 0; i < most; i++) {
      const byte = view.u8(at + i);
      if (byte === 0) break;
      out.caret(byte);
    }
    out.char(0x29);
    return at + size;
  };
}

const version: Field = (context, at) => {
  const { out, view } = context;
  const value = view.u16(at);
  open(context, 'PROTO_VER');
  out.decimal(value >>> 8);
  out.char(0x2e);
  out.decimal(value & 0xff);
  out.char(0x29);
  return at + 2;
};

/** Which control characters are escaped (RFC 1662, 7.1). */
function characterMap(title: string): Field {
  return (context, at) => {
    const { out, view } = context;
    const value = view.u32(at);
    open(context, title);
    out.text('0x');
    out.hex32(value);
    out.char(0x29);
    return at + 4;
  };
}

const callId = number('CALL_ID', 2);
const peerCallId = number('PEER_CALL_ID', 2);
const serial = number('CALL_SER_NUM', 2);
const error = code('ERR_CODE', errorNames);
const cause = number('CAUSE_CODE', 2);
const speed = number('CONN_SPEED', 4);
const flow = [number('RECV_WIN', 2), number('PROC_DELAY', 2)];
const bearer = choice('BEARER_TYPE', bearerNames);
const framing = choice('FRAME_TYPE', framingNames);
const channel = number('PHY_CHAN_ID', 4);
const identifier = number('ID', 4);
const subAddress = text('SUB_ADDR', textLength);
const party = [
  capabilities('FRAME_CAP', [1, 'A'], [2, 'S']),
  capabilities('BEARER_CAP', [2, 'D'], [1, 'A']),
  number('MAX_CHAN', 2),
  number('FIRM_REV', 2),
  text('HOSTNAME', textLength),
  text('VENDOR', textLength),
];
const result = (meanings: NameTable): Field => code('RESULT_CODE', meanings);

/** By type. */
export const pptpMessages: readonly { readonly name: string; readonly fields: readonly Field[] }[] = [
  { name: 'NOT_DEFINED', fields: [] },
  { name: 'SCCRQ', fields: [version, reserved(2), ...party] },
  { name: 'SCCRP', fields: [version, result(startNames), error, ...party] },
  { name: 'StopCCRQ', fields: [code('REASON', stopNames), reserved(1), reserved(2)] },
  { name: 'StopCCRP', fields: [result(echoNames), error, reserved(2)] },
  { name: 'ECHORQ', fields: [identifier] },
  { name: 'ECHORP', fields: [identifier, result(echoNames), error, reserved(2)] },
  {
    name: 'OCRQ',
    fields: [
      ...[callId, serial, number('MIN_BPS', 4), number('MAX_BPS', 4), bearer, framing, ...flow],
      ...[number('PHONE_NO_LEN', 2), reserved(2), text('PHONE_NO', textLength, -4), subAddress],
    ],
  },
  { name: 'OCRP', fields: [callId, peerCallId, result(outgoingNames), error, cause, speed, ...flow, channel] },
  {
    name: 'ICRQ',
    fields: [
      ...[callId, serial, bearer, channel, number('DIALED_NO_LEN', 2), number('DIALING_NO_LEN', 2)],
      ...[text('DIALED_NO', textLength, -4), text('DIALING_NO', textLength, -2 - textLength), subAddress],
    ],
  },
  { name: 'ICRP', fields: [callId, peerCallId, result(incomingNames), error, ...flow, reserved(2)] },
  { name: 'ICCN', fields: [peerCallId, reserved(2), speed, ...flow, framing] },
  { name: 'CCRQ', fields: [callId, reserved(2)] },
  {
    name: 'CDN',
    fields: [callId, result(disconnectNames), error, cause, reserved(2), text('CALL_STATS', statisticsLength)],
  },
  {
    name: 'WEN',
    fields: [
      ...[peerCallId, reserved(2), number('CRC_ERR', 4), number('FRAMING_ERR', 4), number('HARDWARE_OVERRUN', 4)],
      ...[number('BUFFER_OVERRUN', 4), number('TIMEOUT_ERR', 4), number('ALIGN_ERR', 4)],
    ],
  },
  { name: 'SLI', fields: [peerCallId, reserved(2), characterMap('SEND_ACCM'), characterMap('RECV_ACCM')] },
];
