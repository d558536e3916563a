/** MAC security (IEEE 802.1AE-2006, 9.3): the tag before a protected frame, shown at -e or where the rest is encrypted. */
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { type FlagName, flagNames } from '../text/names';

export const macsecType = 0x88e5;

const shortTagLength = 6;
const channelLength = 8;
const checkValueLength = 16;
const shortLengthMask = 0x3f;
const associationMask = 0x03;

const Flag = { version: 0x80, channel: 0x20, encrypted: 0x08, changed: 0x04, all: 0x7c } as const;
const flagTable: readonly FlagName[] = [
  [Flag.encrypted, 'E'],
  [Flag.changed, 'C'],
  [0x40, 'S'],
  [0x10, 'B'],
  [Flag.channel, 'I'],
];

/** What {@link MacsecTag.print} found. */
export const MacsecPayload = { clear: 0, secret: 1, none: 2 } as const;

/** One tag. Kept between packets so that none is made for each. */
export class MacsecTag {
  /** Bytes of the tag. */
  tagLength = 0;
  /** Bytes of the frame that follow it: without the integrity check value where they can be read. */
  left = 0;

  /** One of {@link MacsecPayload}; where the rest can be read, nothing behind it is in the view any more. */
  print(context: PrintContext, at: number, length: number): number {
    const outer = context.protocol;
    context.protocol = 'macsec';
    const payload = this.read(context, at, length);
    context.protocol = outer;
    return payload;
  }

  private read(context: PrintContext, at: number, length: number): number {
    const { view } = context;
    if (!fits(context, at, length, shortTagLength)) return MacsecPayload.none;
    const flags = view.u8(at);
    const tagLength = shortTagLength + ((flags & Flag.channel) !== 0 ? channelLength : 0);
    if (!fits(context, at, length, tagLength)) return MacsecPayload.none;
    const shortLength = view.u8(at + 1);
    if ((shortLength & ~shortLengthMask) !== 0 || (flags & Flag.version) !== 0) {
      context.invalid();
      return MacsecPayload.none;
    }
    this.tagLength = tagLength;
    this.left = length - tagLength;
    const secret = (flags & (Flag.encrypted | Flag.changed)) !== 0;
    if (secret && !context.linkLevel) stations(context);
    if (secret || context.linkLevel) tag(context, at, flags, shortLength);
    if (secret) return MacsecPayload.secret;
    if (!fits(context, at + tagLength, this.left, checkValueLength)) return MacsecPayload.none;
    this.left -= checkValueLength;
    view.cut(view.end - checkValueLength);
    if (shortLength === 0) return MacsecPayload.clear;
    if (!fits(context, at + tagLength, this.left, shortLength)) return MacsecPayload.none;
    this.left = shortLength;
    return MacsecPayload.clear;
  }
}

function fits(context: PrintContext, at: number, length: number, least: number): boolean {
  if (length >= least && context.view.has(at, least)) return true;
  context.truncated();
  return false;
}

function stations(context: PrintContext): void {
  const { out } = context;
  namedMac(context, context.linkSourceAt);
  out.text(' > ');
  namedMac(context, context.linkDestinationAt);
  out.text(' 802.1AE MACsec, ');
}

function tag(context: PrintContext, at: number, flags: number, shortLength: number): void {
  const { out, view } = context;
  out.text('an ');
  out.decimal(flags & associationMask);
  out.text(', pn ');
  out.decimal(view.u32(at + 2));
  out.text(', flags ');
  flagNames(out, flagTable, flags & Flag.all, 'none', '');
  if (shortLength !== 0) {
    out.text(', sl ');
    out.decimal(shortLength);
  }
  if ((flags & Flag.channel) !== 0) {
    out.text(', sci ');
    out.hex32(view.u32(at + shortTagLength));
    out.hex32(view.u32(at + shortTagLength + 4));
  }
  out.text(', ');
}
