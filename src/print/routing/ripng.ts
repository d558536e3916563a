/** RIPng for IPv6 (RFC 2080). */
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';

const headerLength = 4;
const entryLength = 20;
const Command = { request: 1, response: 2 } as const;
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
  if (command !== Command.request && command !== Command.response) {
    out.text(' ripng-');
    out.decimal(command);
    out.text(' ?? ');
    out.decimal(length);
    context.invalid();
    return;
  }
  if (length < headerLength) {
    context.invalid();
    return;
  }
  const entries = at + headerLength;
  const count = Math.floor((length - headerLength) / entryLength);
  const request = command === Command.request;
  if (request && count === 1 && asksForAll(context, entries)) {
    out.text(' ripng-req dump');
    return;
  }
  out.text(request ? ' ripng-req ' : ' ripng-resp ');
  out.decimal(count);
  const whole = headerLength + count * entryLength === length;
  if (!whole) {
    out.char(0x5b);
    out.decimal(length);
    out.char(0x5d);
  }
  out.char(0x3a);
  for (let i = 0; i < count; i++) {
    out.text(context.verbose > 1 ? '\n\t' : ' ');
    entry(context, entries + i * entryLength, request);
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
