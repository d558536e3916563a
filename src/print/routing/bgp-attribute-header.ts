/** The header of a path attribute of BGP (RFC 4271, 4.3). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';

const Flag = { optional: 0x80, transitive: 0x40, partial: 0x20, extendedLength: 0x10 } as const;
const unusedFlags = 0x0f;
/** Flags and type. */
const leastSize = 2;

const attributeNames = names(() => ({
  1: 'Origin',
  2: 'AS Path',
  3: 'Next Hop',
  4: 'Multi Exit Discriminator',
  5: 'Local Preference',
  6: 'Atomic Aggregate',
  7: 'Aggregator',
  8: 'Community',
  9: 'Originator ID',
  10: 'Cluster List',
  11: 'DPA',
  12: 'Advertisers',
  13: 'RCID Path / Cluster ID',
  14: 'Multi-Protocol Reach NLRI',
  15: 'Multi-Protocol Unreach NLRI',
  16: 'Extended Community',
  17: 'AS4 Path',
  18: 'Aggregator4',
  22: 'PMSI Tunnel',
  23: 'Tunnel Encapsulation',
  24: 'Traffic Engineering',
  25: 'IPv6 Extended Community',
  26: 'Accumulated IGP Metric',
  27: 'PE Distinguisher Label',
  28: 'Entropy Label',
  32: 'Large Community',
  128: 'Attribute Set',
  255: 'Reserved for development',
}));

/** One object that every header is read into. */
class AttributeHeader {
  flags = 0;
  type = 0;
  /** Bytes of the header itself, as far as they are known. */
  size = 0;
  /** Bytes of the value. */
  length = 0;
  /** true: the list ends inside the header, of which this many bytes were read; nothing else here counts. */
  isCut = false;
  read = 0;

  /** `Origin (1), length: 1, Flags [T]`. */
  print(context: PrintContext): void {
    const { out } = context;
    const { flags } = this;
    nameAndNumber(out, attributeNames, this.type, 'Unknown Attribute');
    count(out, ', length: ', this.length);
    if (flags === 0) return;
    out.text(', Flags [');
    if ((flags & Flag.optional) !== 0) out.char(0x4f);
    if ((flags & Flag.transitive) !== 0) out.char(0x54);
    if ((flags & Flag.partial) !== 0) out.char(0x50);
    if ((flags & Flag.extendedLength) !== 0) out.char(0x45);
    if ((flags & unusedFlags) !== 0) {
      out.char(0x2b);
      out.hex(flags & unusedFlags);
    }
    out.char(0x5d);
  }
}

const header = new AttributeHeader();

/** Valid until the next call. */
export function attributeHeader(context: PrintContext, at: number, end: number): AttributeHeader {
  const { view } = context;
  header.size = leastSize;
  header.isCut = at + leastSize > end;
  header.read = 0;
  if (header.isCut) return header;
  header.read = leastSize;
  header.flags = view.u8(at);
  header.type = view.u8(at + 1);
  const isExtended = (header.flags & Flag.extendedLength) !== 0;
  header.size = isExtended ? 4 : 3;
  header.isCut = at + header.size > end;
  if (!header.isCut) header.length = isExtended ? view.u16(at + 2) : view.u8(at + 2);
  return header;
}
