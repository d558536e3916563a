/** IP options (RFC 791, 3.1), shown at -v. */
import { Ipv4Option } from '../../decode/ipv4';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { names } from '../text/names';

const optionNames = names(() => ({
  0: 'EOL',
  1: 'NOP',
  7: 'RR',
  68: 'timestamp',
  82: 'traceroute',
  130: 'security',
  131: 'LSRR',
  137: 'SSRR',
  148: 'RA',
}));

/** false, and said so: an option is not captured whole. */
export function printIpv4Options(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  let from = at;
  let left = length;
  let comma = false;
  while (left > 0) {
    if (comma) out.char(0x2c);
    comma = true;
    const kind = view.u8(from);
    const name = optionNames.get(kind);
    if (kind === Ipv4Option.endOfList || kind === Ipv4Option.noOperation) {
      out.text(name as string);
      if (kind === Ipv4Option.endOfList) return true;
      from++;
      left--;
      continue;
    }
    if (name === undefined) {
      out.text('unknown ');
      out.decimal(kind);
    } else {
      out.text(name);
    }
    const optionLength = view.u8(from + 1);
    if (optionLength < 2 || optionLength > left) {
      out.text(' [bad length ');
      out.decimal(optionLength);
      out.char(0x5d);
      return true;
    }
    if (!view.has(from, optionLength) || !option(context, kind, from, optionLength)) {
      out.text(' [truncated-option]');
      return false;
    }
    from += optionLength;
    left -= optionLength;
  }
  return true;
}

/** false: its last address lies beyond it, and was not captured. */
function option(context: PrintContext, kind: number, at: number, length: number): boolean {
  const { out, view } = context;
  switch (kind) {
    case Ipv4Option.recordRoute:
    case Ipv4Option.looseSourceRoute:
    case Ipv4Option.strictSourceRoute:
      return route(context, at, length);
    case Ipv4Option.timestamp:
      return timestamps(context, at, length);
    case Ipv4Option.routerAlert:
      if (length < 4) {
        out.text(' [bad length ');
        out.decimal(length);
        out.char(0x5d);
      } else if (view.u16(at + 2) !== 0) {
        out.text(' value ');
        out.decimal(view.u16(at + 2));
      }
      return true;
    default:
      return true;
  }
}

function route(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < 3 || ((length + 1) & 3) !== 0) {
    out.text(' [bad length ');
    out.decimal(length);
    out.char(0x5d);
    if (length < 3) return true;
  }
  const pointer = view.u8(at + 2) - 1;
  if (pointer < 3 || ((pointer + 1) & 3) !== 0 || pointer > length + 1) {
    out.text(' [bad ptr ');
    out.decimal(pointer + 1);
    out.char(0x5d);
  }
  for (let from = 3; from < length; from += 4) {
    if (!view.has(at + from, 4)) return false;
    out.char(0x20);
    namedIpv4(context, at + from);
    if (pointer < 0 || pointer > from) out.char(0x2c);
  }
  return true;
}

/** RFC 791, "Internet Timestamp". */
const TimestampFlag = { timeOnly: 0 } as const;
const timestampNames = names(() => ({ 0: 'TSONLY', 1: 'TS+ADDR', 3: 'PRESPEC' }));

function timestamps(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < 4) {
    out.text('[bad length ');
    out.decimal(length);
    out.char(0x5d);
    return true;
  }
  out.text(' TS{');
  const field = view.u8(at + 3);
  const flag = field & 15;
  const hop = flag === TimestampFlag.timeOnly ? 4 : 8;
  const pointer = view.u8(at + 2) - 1;
  if (((length - 4) & (hop - 1)) !== 0) bracketed(context, '[bad length ', length);
  if (pointer < 4 || ((pointer - 4) & (hop - 1)) !== 0 || pointer > length + 1) {
    bracketed(context, '[bad ptr ', pointer + 1);
  }
  const name = timestampNames.get(flag);
  let from = 0;
  if (name === undefined) {
    bracketed(context, '[bad ts type ', flag);
  } else {
    out.text(name);
    for (from = 4; from < length; from += hop) {
      if (!view.has(at + from, hop)) return false;
      out.text(pointer === from ? ' ^ ' : ' ');
      out.decimal(view.u32(at + from + hop - 4));
      out.char(0x40);
      if (hop === 8) namedIpv4(context, at + from);
    }
  }
  if (pointer === from) out.text(' ^ ');
  if (field >>> 4 === 0) {
    out.char(0x7d);
    return true;
  }
  out.text(' [');
  out.decimal(field >>> 4);
  out.text(' hops not recorded]} ');
  return true;
}

/** `[bad ptr 3]`. */
function bracketed(context: PrintContext, title: string, value: number): void {
  context.out.text(title);
  context.out.decimal(value);
  context.out.char(0x5d);
}
