/** RIPng for IPv6 (RFC 2080). */
import { RipCommand, ripEntryLength, ripHeaderLength } from '../../decode/rip';
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';

const supportedVersion = 1;
const infinity = 16;

export function printRipng(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ripng';
  const command = view.u8(at);
  const version = view.u8(at + 1);
  if (version !== supportedVersion) {
    out.text(' [vers ');
    out.decimal(version);
    out.char(0x5d);
    context.invalid();
    return;
  }
  if (command !== RipCommand.request && command !== RipCommand.response) {
    out.text(' ripng-');
    out.decimal(command);
    out.text(' ?? ');
    out.decimal(length);
    context.invalid();
    return;
  }
  if (length < ripHeaderLength) {
    context.invalid();
    return;
  }
  const entries = at + ripHeaderLength;
  const count = Math.floor((length - ripHeaderLength) / ripEntryLength);
  const request = command === RipCommand.request;
  if (request && count === 1 && asksForAll(context, entries)) {
    out.text(' ripng-req dump');
    return;
  }
  out.text(request ? ' ripng-req ' : ' ripng-resp ');
  out.decimal(count);
  const whole = ripHeaderLength + count * ripEntryLength === length;
  if (!whole) {
    out.char(0x5b);
    out.decimal(length);
    out.char(0x5d);
  }
  out.char(0x3a);
  for (let i = 0; i < count; i++) {
    out.text(context.verbose > 1 ? '\n\t' : ' ');
    entry(context, entries + i * ripEntryLength, request);
  }
  if (!whole) context.invalid();
}

/** One entry of metric 16 for no address (RFC 2080, 2.4.1). */
function asksForAll(context: PrintContext, at: number): boolean {
  const { view } = context;
  if (view.u8(at + 19) !== infinity) return false;
  return view.u32(at) === 0 && view.u32(at + 4) === 0 && view.u32(at + 8) === 0 && view.u32(at + 12) === 0;
}

function entry(context: PrintContext, at: number, request: boolean): void {
  const { out, view } = context;
  const prefixLength = view.u8(at + 18);
  namedIpv6(context, at);
  out.char(0x2f);
  out.decimal(prefixLength);
  const tag = view.u16(at + 16);
  if (tag !== 0) {
    out.text(' [');
    out.decimal(tag);
    out.char(0x5d);
  }
  const metric = view.u8(at + 19);
  if (request || metric === 0) return;
  out.text(' (');
  out.decimal(metric);
  out.char(0x29);
}
