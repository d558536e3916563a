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
    tooShort(context);
    return;
  }
  const subtype = view.u8(at);
  const versioned = subtype === Subtype.lacp || subtype === Subtype.marker;
  if (versioned && length < 2) {
    tooShort(context);
    return;
  }
  const version = versioned ? view.u8(at + 1) : 0;
  nameOr(out, subtypeNames, subtype, 'unknown (', ')');
  if (versioned && version !== supportedVersion) {
    out.text(' version ');
    out.decimal(version);
    out.text(' packet not supported');
    return;
  }
  if (versioned) {
    out.char(0x76);
    out.decimal(version);
  }
  out.text(', length ');
  out.decimal(length);
  if (!subtypeNames.has(subtype)) context.dumpPart('\n\t', at, length);
}

function tooShort(context: PrintContext): void {
  context.out.text(' (packet is too short)');
}
