/** Multiprotocol Label Switching (RFC 3032): the label stack; the payload is told by its first nibble. */
import type { PrintContext, ProtocolPrinter } from '../context';
import { printIpv4 } from './ipv4';
import { printIpv6 } from './ipv6';

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
    if (left < 4) {
      context.invalid();
      view.need(from, left);
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
  const kind = byLabel.get(label) ?? (length > 0 ? carried(context, view.u8(at)) : undefined);
  if (kind === undefined) {
    context.dump(at, length);
    if (context.dumpUnknown) view.need(at, length);
    return;
  }
  out.text(context.verbose > 0 ? '\n\t' : ' ');
  kind(context, at, length);
}

/** Labels that say what follows (RFC 3032, 2.1); the implicit one should not be seen on the wire. */
const byLabel = new Map<number, ProtocolPrinter>([
  [Label.explicitNull4, printIpv4],
  [Label.explicitNull6, printIpv6],
  [Label.implicitNull, printIpv4],
]);

/** For the others no field says what follows the stack (RFC 4928); undefined: the first byte does not either. */
function carried(context: PrintContext, first: number): ProtocolPrinter | undefined {
  if (first >= 0x45 && first <= 0x4f) return printIpv4;
  if (first >= 0x60 && first <= 0x6f) return printIpv6;
  if (first >= 0x81 && first <= 0x83) return context.tables.rare().printIso;
  return undefined;
}
