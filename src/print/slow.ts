/** Slow protocols (IEEE 802.3, annex 57A): LACP and Marker (IEEE 802.1AX), Ethernet OAM (802.3, clause 57). */
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const Subtype = { lacp: 1, marker: 2, oam: 3 } as const;
const subtypeNames = names({ [Subtype.lacp]: 'LACP', [Subtype.marker]: 'MARKER', [Subtype.oam]: 'OAM' });
const supportedVersion = 1;

export function printSlow(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'slow';
  if (length < 1) {
    context.truncated();
    return;
  }
  const subtype = view.u8(at);
  if (subtype === Subtype.lacp || subtype === Subtype.marker) {
    if (length < 2) {
      context.truncated();
      return;
    }
    const version = view.u8(at + 1);
    out.text(subtype === Subtype.lacp ? 'LACP' : 'MARKER');
    if (version !== supportedVersion) {
      out.text(' version ');
      out.decimal(version);
      out.text(' packet not supported');
      return;
    }
    out.char(0x76);
    out.decimal(version);
  } else {
    nameOr(out, subtypeNames, subtype, 'unknown (', ')');
  }
  out.text(', length ');
  out.decimal(length);
  if (!subtypeNames.has(subtype)) context.dumpPart('\n\t', at, length);
}
