/** Cisco Auto-RP (pim-autorp-spec01): which routers are, or would be, rendezvous points of which groups. */
import type { PrintContext } from './context';
import { namedIpv4 } from './named';
import { names } from './names';
import { relativeTime } from './relative-time';

export const autoRpPort = 496;

const typeNames = names({ 0x11: 'candidate-advert', 0x12: 'mapping' });
const versionTexts = [' PIMv?', ' PIMv1', ' PIMv2', ' PIMv1+2'];
const headerLength = 8;
const groupLength = 6;
const Group = { negative: 1, bidirectional: 2 } as const;
const reservedMask = 0xfc;

export function printAutoRp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'cisco_autorp';
  if (length < headerLength) {
    context.truncated();
    return;
  }
  out.text(' auto-rp ');
  const type = view.u8(at);
  const name = typeNames.get(type);
  if (name === undefined) {
    out.text('type-0x');
    out.hex8(type);
  } else {
    out.text(name);
  }
  const points = view.u8(at + 1);
  out.text(' Hold ');
  const holdTime = view.u16(at + 2);
  if (holdTime === 0) out.text('FOREVER');
  else relativeTime(out, holdTime);
  context.returning = 'cisco_autorp';
  let from = at + headerLength;
  for (let i = 0; i < points; i++) from = point(context, from);
  context.returning = '';
}

function point(context: PrintContext, at: number): number {
  const { out, view } = context;
  view.need(at, 4);
  out.text(' RP ');
  namedIpv4(context, at);
  const versions = view.u8(at + 4);
  out.text(versionTexts[versions & 3]);
  if ((versions & reservedMask) !== 0) reserved(context, ' [rsvd=0x', versions);
  const groups = view.u8(at + 5);
  const from = at + 6;
  for (let i = 0; i < groups; i++) {
    view.need(from + i * groupLength, groupLength);
    group(context, from + i * groupLength, i === 0 ? ' ' : ',');
  }
  return from + groups * groupLength;
}

function group(context: PrintContext, at: number, before: string): void {
  const { out, view } = context;
  const flags = view.u8(at);
  out.text(before);
  if ((flags & Group.negative) !== 0) out.char(0x21);
  namedIpv4(context, at + 2);
  out.char(0x2f);
  out.decimal(view.u8(at + 1));
  if ((flags & Group.bidirectional) !== 0) out.text(' bidir');
  if ((flags & reservedMask) !== 0) reserved(context, '[rsvd=0x', flags);
}

function reserved(context: PrintContext, title: string, flags: number): void {
  const { out } = context;
  out.text(title);
  out.hex8(flags & reservedMask);
  out.char(0x5d);
}
