/** IP options (RFC 791, 3.1), shown at -v. */
import { Ipv4Option } from '../decode/ipv4';
import { ipv4 } from './address';
import type { PrintContext } from './context';
import { names } from './names';

const optionNames = names({
  0: 'EOL',
  1: 'NOP',
  7: 'RR',
  68: 'timestamp',
  130: 'security',
  131: 'LSRR',
  137: 'SSRR',
  148: 'RA',
});

export function printIpv4Options(context: PrintContext, at: number, length: number): void {
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
      if (kind === Ipv4Option.endOfList) return;
      from++;
      left--;
      continue;
    }
    const optionLength = view.u8(from + 1);
    if (name === undefined) {
      out.text('unknown ');
      out.decimal(kind);
    } else {
      out.text(name);
    }
    if (optionLength < 2 || optionLength > left) {
      out.text(' [bad length ');
      out.decimal(optionLength);
      out.char(0x5d);
      return;
    }
    view.need(from, optionLength);
    option(context, kind, from, optionLength);
    from += optionLength;
    left -= optionLength;
  }
}

function option(context: PrintContext, kind: number, at: number, length: number): void {
  const { out, view } = context;
  switch (kind) {
    case Ipv4Option.recordRoute:
    case Ipv4Option.looseSourceRoute:
    case Ipv4Option.strictSourceRoute:
      route(context, at, length);
      break;
    case Ipv4Option.timestamp:
      timestamps(context, at, length);
      break;
    case Ipv4Option.routerAlert:
      if (length !== 4) {
        out.text(' [bad length ');
        out.decimal(length);
        out.char(0x5d);
      } else if (view.u16(at + 2) !== 0) {
        out.text(' value ');
        out.decimal(view.u16(at + 2));
      }
      break;
  }
}

function route(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 3 || ((length + 1) & 3) !== 0) {
    out.text(' [bad length ');
    out.decimal(length);
    out.char(0x5d);
    if (length < 3) return;
  }
  const pointer = view.u8(at + 2) - 1;
  if (pointer < 3 || ((pointer + 1) & 3) !== 0) {
    out.text(' [bad ptr ');
    out.decimal(pointer + 1);
    out.char(0x5d);
  }
  let separator = 0x20;
  for (let from = 3; from + 4 <= length; from += 4) {
    out.char(separator);
    ipv4(out, view, at + from);
    if (from >= pointer) out.char(0x2c);
    separator = 0x2c;
  }
}

/** RFC 791, "Internet Timestamp". */
const timestampFlags = { timeOnly: 0, withAddress: 1, prespecified: 3 } as const;

function timestamps(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 4) {
    out.text('[bad length ');
    out.decimal(length);
    out.char(0x5d);
    return;
  }
  out.text(' TS{');
  const flag = view.u8(at + 3) & 15;
  let hop = 4;
  if (flag !== timestampFlags.timeOnly) hop = 8;
  if (flag === timestampFlags.timeOnly) out.text('TSONLY');
  else if (flag === timestampFlags.withAddress) out.text('TS+ADDR');
  else if (flag === timestampFlags.prespecified) out.text('PRESPEC');
  else {
    out.text('[bad ts type ');
    out.decimal(flag);
    out.char(0x5d);
    return;
  }
  const pointer = view.u8(at + 2) - 1;
  let mark = ' ';
  for (let from = 4; from + hop <= length; from += hop) {
    if (pointer === from) mark = ' ^ ';
    out.text(mark);
    if (hop === 8) {
      ipv4(out, view, at + from);
      out.char(0x40);
    }
    out.decimal(view.u32(at + from + hop - 4));
    mark = ' ';
  }
  if (pointer === length) out.text(' ^ ');
  const overflow = view.u8(at + 3) >>> 4;
  if (overflow !== 0) {
    out.text(' [');
    out.decimal(overflow);
    out.text(' hops not recorded]} ');
  } else {
    out.char(0x7d);
  }
}
