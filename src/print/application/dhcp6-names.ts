/** Domain names in DHCP for IPv6: they are never compressed (RFC 8415, 10), so each ends inside its option. */
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';

const LabelType = { pointer: 0xc0, extended: 0x40, mask: 0xc0 } as const;
/** RFC 5908, 4. */
const NtpServer = { unicast: 1, multicast: 2, name: 3 } as const;
const subHeaderLength = 4;
const addressLength = 16;
const leastTunnelEnd = 3;

/** Prints the name at `at`; returns what follows it, or -1 where it does not end before `end`. */
export function printUncompressedName(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  if (at >= end) return -1;
  let from = at;
  let label = view.u8(from++);
  if (label === 0) out.char(0x2e);
  while (label !== 0) {
    if ((label & LabelType.mask) !== 0) {
      badLabel(context, label);
      return -1;
    }
    const stop = Math.min(from + label, end);
    out.reserve(4 * label);
    for (; from < stop; from++) out.caret(view.u8(from));
    if (stop === end) return -1;
    out.text('.');
    label = view.u8(from++);
  }
  return from;
}

function badLabel(context: PrintContext, label: number): void {
  const { out } = context;
  switch (label & LabelType.mask) {
    case LabelType.pointer:
      out.text('<BAD PTR>');
      return;
    case LabelType.extended:
      out.text('<ELT ');
      out.decimal(label & ~LabelType.mask);
      out.char(0x3e);
      return;
    default:
      out.text('<BAD LABEL TYPE>');
  }
}

/** Names one after the other. false: the last one has no end. */
export function printDhcp6NameList(context: PrintContext, at: number, end: number): boolean {
  for (let from = at; from < end; ) {
    context.out.char(0x20);
    from = printUncompressedName(context, from, end);
    if (from < 0) return false;
  }
  return true;
}

/** false: a suboption goes past the end, or its name does. */
export function printDhcp6NtpServers(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length < subHeaderLength) {
    out.text(' ?');
    return true;
  }
  const end = at + length;
  for (let from = at; from < end - subHeaderLength; ) {
    const type = view.u16(from);
    const size = view.u16(from + 2);
    from += subHeaderLength;
    if (from + size > end) return false;
    out.text(' subopt:');
    out.decimal(type);
    out.char(0x20);
    if (type === NtpServer.name) {
      if (printUncompressedName(context, from, from + size) < 0) return false;
    } else if ((type === NtpServer.unicast || type === NtpServer.multicast) && size === addressLength) {
      namedIpv6(context, from);
    } else {
      out.char(0x3f);
    }
    from += size;
  }
  return true;
}

/** The name of a tunnel's other end (RFC 6334, 3). */
export function printDhcp6TunnelEnd(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < leastTunnelEnd) {
    out.text(' ?');
    return;
  }
  const end = at + length;
  out.char(0x20);
  for (let from = at; from < end; ) {
    const label = view.u8(from++);
    if (label === 0) return;
    if (label >= end - from) {
      out.text(' ?');
      return;
    }
    out.reserve(4 * label);
    for (let i = 0; i < label; i++) {
      const byte = view.u8(from + i);
      if (byte === 0) break;
      out.caret(byte);
    }
    from += label;
    if (view.u8(from) !== 0) out.char(0x2e);
  }
}
