/** Multiprotocol Label Switching (RFC 3032): the label stack; the payload is told by its first nibble. */
import type { PrintContext } from './context';
import { printIpv4 } from './ipv4';
import { printIpv6 } from './ipv6';
import { printIso } from './iso';

const reserved = ['IPv4 explicit NULL', 'router alert', 'IPv6 explicit NULL', 'implicit NULL', 'rsvd'];
const Label = { explicitNull4: 0, routerAlert: 1, explicitNull6: 2, implicitNull: 3, lastReserved: 15 } as const;

export function printMpls(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'mpls';
  out.text('MPLS');
  let from = at;
  let left = length;
  let entry = 0;
  do {
    if (left < 4 || !view.has(from, 4)) {
      context.truncated();
      return;
    }
    entry = view.u32(from);
    const label = entry >>> 12;
    out.text(context.verbose > 0 && from > at ? '\n\t' : ' ');
    out.text('(label ');
    out.decimal(label);
    if (context.verbose > 0 && label <= Label.lastReserved) {
      out.text(' (');
      out.text(reserved[Math.min(label, 4)]);
      out.char(0x29);
    }
    out.text(', tc ');
    out.decimal((entry >>> 9) & 7);
    if ((entry & 0x100) !== 0) out.text(', [S]');
    out.text(', ttl ');
    out.decimal(entry & 0xff);
    out.char(0x29);
    from += 4;
    left -= 4;
  } while ((entry & 0x100) === 0);
  payload(context, entry >>> 12, from, left);
}

function payload(context: PrintContext, label: number, at: number, length: number): void {
  const { out, view } = context;
  const kind = length > 0 && view.has(at, 1) ? carried(label, view.u8(at)) : 'none';
  if (kind === 'none') {
    if (length > 0 && view.has(at, 1)) context.dump(at, length);
    else if (length > 0) context.truncated();
    return;
  }
  out.text(context.verbose > 0 ? '\n\t' : ' ');
  if (kind === 'ip') printIpv4(context, at, length);
  else if (kind === 'ip6') printIpv6(context, at, length);
  else printIso(context, at, length);
}

/** There is no field that says what follows a label stack (RFC 4928). */
function carried(label: number, first: number): 'none' | 'ip' | 'ip6' | 'iso' {
  if (label === Label.explicitNull4) return 'ip';
  if (label === Label.explicitNull6) return 'ip6';
  if (first >= 0x45 && first <= 0x4f) return 'ip';
  if (first >= 0x60 && first <= 0x6f) return 'ip6';
  if (first >= 0x81 && first <= 0x83) return 'iso';
  return 'none';
}
