/** The options of a DCCP header (RFC 4340 5.8). */
import type { PrintContext } from '../context';
import { names } from '../text/names';

/** Options from here on have a length. */
const firstLong = 32;
/** Those from here on belong to the congestion control in use. */
const firstOfControl = 128;
const headerLength = 2;

const Option = {
  changeL: 32,
  confirmR: 35,
  initCookie: 36,
  ndpCount: 37,
  dataDropped: 40,
  timestamp: 41,
  timestampEcho: 42,
  elapsedTime: 43,
  dataChecksum: 44,
} as const;
const optionNames = names(() => ({
  0: 'nop',
  1: 'mandatory',
  2: 'slowreceiver',
  [Option.changeL]: 'change_l',
  33: 'confirm_l',
  34: 'change_r',
  [Option.confirmR]: 'confirm_r',
  [Option.initCookie]: 'initcookie',
  [Option.ndpCount]: 'ndp_count',
  38: 'ack_vector0',
  39: 'ack_vector1',
  [Option.dataDropped]: 'data_dropped',
  [Option.timestamp]: 'timestamp',
  [Option.timestampEcho]: 'timestamp_echo',
  [Option.elapsedTime]: 'elapsed_time',
  [Option.dataChecksum]: 'data_checksum',
}));
const featureNames = [
  ...['reserved', 'ccid', 'allow_short_seqno', 'sequence_window', 'ecn_incapable', 'ack_ratio', 'send_ack_vector'],
  ...['send_ndp_count', 'minimum checksum coverage', 'check data checksum'],
];

/** ` <nop, change_l ack_ratio 2>` */
export function printDccpOptions(context: PrintContext, at: number, length: number): void {
  const { out } = context;
  out.text(' <');
  let from = at;
  let left = length;
  for (;;) {
    const size = option(context, from, left);
    if (size === 0 || size >= left) break;
    from += size;
    left -= size;
    out.text(', ');
  }
  out.char(0x3e);
}

/** Returns the length of the option, or 0 where it can not be. */
function option(context: PrintContext, at: number, left: number): number {
  const { out, view } = context;
  const type = view.u8(at);
  const size = type < firstLong ? 1 : view.u8(at + 1);
  if (type >= firstLong && size < headerLength) return wrong(context, type, ' optlen too short');
  if (left < size) return wrong(context, type, ' optlen goes past header length');
  if (!view.has(at, size)) {
    context.truncated();
    return 0;
  }
  name(context, type);
  out.reserve(4 * size);
  if (type < firstOfControl) value(context, type, at + headerLength, size - headerLength);
  else if (size === 4) number(context, view.u16(at + headerLength));
  else if (size === 6) number(context, view.u32(at + headerLength));
  return size;
}

function name(context: PrintContext, type: number): void {
  const { out } = context;
  const known = optionNames.get(type);
  if (known !== undefined) {
    out.text(known);
    return;
  }
  out.text(type >= firstOfControl ? 'CCID option ' : 'Option ');
  out.decimal(type);
}

function wrong(context: PrintContext, type: number, what: string): number {
  name(context, type);
  context.out.text(what);
  return 0;
}

function number(context: PrintContext, value: number): void {
  context.out.char(0x20);
  context.out.decimal(value);
}

function bytes(context: PrintContext, title: string, at: number, length: number): void {
  if (length <= 0) return;
  context.out.text(title);
  for (let i = 0; i < length; i++) context.out.hex8(context.view.u8(at + i));
}

function value(context: PrintContext, type: number, at: number, length: number): void {
  const { out, view } = context;
  if (type >= Option.changeL && type <= Option.confirmR) {
    feature(context, at, length);
    return;
  }
  switch (type) {
    case Option.ndpCount:
      for (let i = 0; i < length; i++) number(context, view.u8(at + i));
      return;
    case Option.timestamp:
      if (length === 4) number(context, view.u32(at));
      else out.text(' [optlen != 6]');
      return;
    case Option.timestampEcho:
      timestampEcho(context, at, length);
      return;
    case Option.elapsedTime:
      if (length === 4) number(context, view.u32(at));
      else if (length === 2) number(context, view.u16(at));
      else out.text(' [optlen != 4 or 6]');
      return;
    case Option.dataChecksum:
      bytes(context, ' ', at, length);
      return;
    default:
      if (type >= Option.initCookie && type <= Option.dataDropped) bytes(context, ' 0x', at, length);
  }
}

function feature(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 1) {
    out.text(' optlen too short');
    return;
  }
  const known = featureNames[view.u8(at)];
  if (known === undefined) return;
  out.char(0x20);
  out.text(known);
  for (let i = 1; i < length; i++) number(context, view.u8(at + i));
}

function timestampEcho(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length !== 4 && length !== 6 && length !== 8) {
    out.text(' [optlen != 6 or 8 or 10]');
    return;
  }
  number(context, view.u32(at));
  if (length === 4) return;
  out.text(' (elapsed time ');
  out.decimal(length === 6 ? view.u16(at + 4) : view.u32(at + 4));
  out.char(0x29);
}
