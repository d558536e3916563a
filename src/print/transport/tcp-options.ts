/** TCP options (RFC 9293, 3.2; 7323; 2018; 2385; 5482; 5925; 7413; 8684). */
import { type TcpLayer, TcpOption, tcpHeaderLength, tcpSignatureLength } from '../../decode/tcp';
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { printMptcp } from './tcp-mptcp';
import { relativeNumbers } from './tcp-relative';
import { alignedTimestamp, alignedTimestampLength, alignedTimestampText, echoText, valueText } from './tcp-texts';

const optionNames = names(() => ({
  0: 'eol',
  1: 'nop',
  2: 'mss',
  3: 'wscale',
  4: 'sackOK',
  5: 'sack',
  6: 'echo',
  7: 'echoreply',
  8: 'TS',
  11: 'cc',
  12: 'ccnew',
  13: '',
  19: 'md5',
  20: 'scps',
  28: 'uto',
  29: 'tcp-ao',
  30: 'mptcp',
  34: 'tfo',
  254: 'exp',
}));

/** RFC 6994 experiment identifier of TCP Fast Open. */
const fastOpenExperiment = 0xf989;
const smallestCookie = 4;
const largestCookie = 16;

/** Of a segment that ends at `end`. false: the options are cut or wrong, and nothing should follow on the line. */
export function printTcpOptions(context: PrintContext, segment: TcpLayer, end: number): boolean {
  const { out, view } = context;
  const at = segment.at + tcpHeaderLength;
  const length = segment.headerLength - tcpHeaderLength;
  if (length === alignedTimestampLength && view.has(at, length) && view.u32(at) === alignedTimestamp) {
    out.fixed(alignedTimestampText);
    timestamp(context, at + 2);
    return true;
  }
  let from = at;
  let left = length;
  let comma = false;
  while (left > 0) {
    if (comma) out.char(0x2c);
    const kind = view.u8(from);
    let size = 1;
    if (kind !== TcpOption.endOfList && kind !== TcpOption.noOperation) {
      size = view.u8(from + 1);
      if (size < 2 || size > left) return bad(context, comma);
    }
    const name = optionNames.get(kind);
    if (name === undefined) {
      out.text('unknown-');
      out.decimal(kind);
    } else {
      out.text(name);
    }
    const data = size === 1 ? 0 : optionData(context, kind, from, size, left, segment, end);
    if (data < 0) {
      if (data === badOption) return bad(context, comma);
      if (comma) out.char(0x3e);
      return false;
    }
    if (size > 1 && data + 2 !== size) {
      out.text('[len ');
      out.decimal(size);
      out.char(0x5d);
    }
    const taken = size === 1 ? 1 : data + 2;
    from += taken;
    left -= taken;
    comma = true;
    if (kind === TcpOption.endOfList) break;
  }
  return true;
}

const badOption = -1;
const truncatedOption = -2;

/** `[bad opt]`, and the bracket that closes the list unless this was its first option. */
function bad(context: PrintContext, comma: boolean): boolean {
  context.out.text(comma ? '[bad opt]]' : '[bad opt]');
  return false;
}

function cut(context: PrintContext): number {
  context.truncated();
  return truncatedOption;
}

/** Bytes of data that this kind has; or {@link badOption}, or {@link truncatedOption} where it is cut and that is said. */
function optionData(
  context: PrintContext,
  kind: number,
  at: number,
  size: number,
  left: number,
  segment: TcpLayer,
  end: number,
): number {
  const { out, view } = context;
  const expected = fixedSize(kind, size);
  if (kind === TcpOption.sack) return sack(context, at, size, left);
  if (expected > left - 2) return badOption;
  if (kind === TcpOption.authentication) return authentication(context, at, size);
  if (!optionNames.has(kind)) return unknown(context, at, size);
  if (!view.has(at, 2 + expected)) return cut(context);
  switch (kind) {
    case TcpOption.maximumSegmentSize:
      out.char(0x20);
      out.decimal(view.u16(at + 2));
      break;
    case TcpOption.windowScale:
      out.char(0x20);
      out.decimal(view.u8(at + 2));
      break;
    case TcpOption.connectionCount:
    case TcpOption.connectionCountNew:
    case TcpOption.connectionCountEcho:
    case TcpOption.echo:
    case TcpOption.echoReply:
      out.char(0x20);
      out.decimal(view.u32(at + 2));
      break;
    case TcpOption.timestamp:
      timestamp(context, at);
      break;
    case TcpOption.md5Signature:
      context.tables.rare().printTcpSignature(context, at + 2, segment, end);
      break;
    case TcpOption.scps:
      out.text(' cap ');
      out.hex8(view.u8(at + 2));
      out.text(' id ');
      out.decimal(view.u8(at + 3));
      break;
    case TcpOption.userTimeout:
      userTimeout(context, view.u16(at + 2));
      break;
    case TcpOption.multipath:
      if (!printMptcp(context, at, size, segment.flags)) return badOption;
      break;
    case TcpOption.fastOpen:
      out.char(0x20);
      fastOpen(context, at + 2, expected);
      break;
    case TcpOption.experiment2:
      if (expected < 2) return badOption;
      experiment(context, at, expected);
      break;
  }
  return expected;
}

function timestamp(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.fixed(valueText);
  out.decimal32(view.i32(at + 2));
  out.fixed(echoText);
  out.decimal32(view.i32(at + 6));
}

/** Data bytes of the kinds that have a fixed size; the option's own for the rest. */
function fixedSize(kind: number, size: number): number {
  switch (kind) {
    case TcpOption.sackPermitted:
      return 0;
    case TcpOption.windowScale:
      return 1;
    case TcpOption.maximumSegmentSize:
    case TcpOption.scps:
    case TcpOption.userTimeout:
      return 2;
    case TcpOption.connectionCount:
    case TcpOption.connectionCountNew:
    case TcpOption.connectionCountEcho:
    case TcpOption.echo:
    case TcpOption.echoReply:
      return 4;
    case TcpOption.timestamp:
      return 8;
    case TcpOption.md5Signature:
      return tcpSignatureLength;
    default:
      return size - 2;
  }
}

/** Blocks (RFC 2018) are numbers of the other side, so they are relative to its base. */
function sack(context: PrintContext, at: number, size: number, left: number): number {
  const { out, view } = context;
  const data = size - 2;
  if (data % 8 !== 0) {
    out.text(' invalid sack');
    return data;
  }
  out.char(0x20);
  out.decimal(data / 8);
  out.char(0x20);
  if (size > left) return badOption;
  const base = relativeNumbers.otherBase;
  for (let block = at + 2; block < at + size; block += 8) {
    if (!view.has(block, 8)) return cut(context);
    out.char(0x7b);
    out.decimal((view.u32(block) - base) >>> 0);
    out.char(0x3a);
    out.decimal((view.u32(block + 4) - base) >>> 0);
    out.char(0x7d);
  }
  return data;
}

function userTimeout(context: PrintContext, field: number): void {
  const { out } = context;
  out.text(' 0x');
  out.hex(field);
  out.char(0x20);
  out.decimal((field & 0x8000) !== 0 ? (field & 0x7fff) * 60 : field & 0x7fff);
}

function authentication(context: PrintContext, at: number, size: number): number {
  const { out, view } = context;
  const data = size - 2;
  if (data < 2) {
    context.invalid();
    return data;
  }
  if (!view.has(at + 2, 1)) return cut(context);
  out.text(' keyid ');
  out.decimal(view.u8(at + 2));
  if (!view.has(at + 3, 1)) return cut(context);
  out.text(' rnextkeyid ');
  out.decimal(view.u8(at + 3));
  if (data > 2) out.text(' mac 0x');
  for (let i = 4; i < size; i++) {
    if (!view.has(at + i, 1)) return cut(context);
    out.hex8(view.u8(at + i));
  }
  return data;
}

function experiment(context: PrintContext, at: number, data: number): void {
  const { out, view } = context;
  const magic = view.u16(at + 2);
  if (magic === fastOpenExperiment) {
    out.text('-tfo');
    fastOpen(context, at + 4, data - 2);
    return;
  }
  out.char(0x2d);
  out.hex16(magic);
}

function fastOpen(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length === 0) {
    out.text(' cookiereq');
    return;
  }
  if (length % 2 !== 0 || length < smallestCookie || length > largestCookie) {
    context.invalid();
    return;
  }
  out.text(' cookie ');
  for (let i = 0; i < length; i++) out.hex8(view.u8(at + i));
}

function unknown(context: PrintContext, at: number, size: number): number {
  const { out, view } = context;
  if (size > 2) out.text(' 0x');
  for (let i = 2; i < size; i++) {
    if (!view.has(at + i, 1)) return cut(context);
    out.hex8(view.u8(at + i));
  }
  return size - 2;
}
