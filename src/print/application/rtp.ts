/** Real-time Transport Protocol (RFC 3550), and its first version (draft-ietf-avt-rtp-04); -T rtp. */
import type { PrintContext } from '../context';
import { count } from '../text/phrase';

interface Version {
  readonly name: string;
  readonly headerLength: number;
  /** Of the first 16 bits: marker, payload type, and whether more follows the header. */
  readonly marker: number;
  readonly type: number;
  readonly more: number;
  /** Where the payload begins behind what follows the header at `at`; -1: longer than the `words` of 32 bits there are. */
  readonly behind: (context: PrintContext, at: number, words: number) => number;
}

const version1: Version = {
  name: 'udp/rtpv1 ',
  headerLength: 8,
  marker: 0x0040,
  type: 0x003f,
  more: 0x0080,
  behind: behindOptions,
};
const version2: Version = {
  name: 'udp/rtp ',
  headerLength: 12,
  marker: 0x0080,
  type: 0x007f,
  more: 0x1000,
  behind: behindExtension,
};
/** Payload type of H.261 (RFC 4587), whose own header follows. */
const h261 = 31;
const lastOption = 0x80;

export function printRtp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'rtp';
  if (tooShort(context, length, version1)) return;
  view.need(at, version1.headerLength);
  const version = view.u8(at) >>> 6 === 1 ? version1 : version2;
  if (tooShort(context, length, version)) return;
  const bits = view.u16(at);
  const type = bits & version.type;
  const more = (bits & version.more) !== 0;
  count(out, version.name, length - version.headerLength);
  count(out, ' c', type, ' ');
  if (more) out.char(0x2b);
  if ((bits & version.marker) !== 0) out.char(0x2a);
  count(out, ' ', view.u16(at + 2), ' ');
  out.decimal(view.u32(at + 4));
  if (context.verbose === 0) return;
  count(out, ' ', view.u32(at + 8));
  const next = at + version.headerLength;
  payload(context, type, more ? version.behind(context, next, (length - version.headerLength) >>> 2) : next);
}

function tooShort({ out }: PrintContext, length: number, { headerLength }: Version): boolean {
  if (length >= headerLength) return false;
  count(out, 'udp/rtp, length ', length, ' < ');
  out.decimal(headerLength);
  return true;
}

function behindOptions(context: PrintContext, at: number, words: number): number {
  const { view } = context;
  let left = words;
  for (let from = at; ; ) {
    view.need(from, 4);
    const first = view.u8(from);
    const size = view.u8(from + 1);
    if (size === 0 || size > left) return wrong(context, ' !opt');
    from += 4 * size;
    left -= size;
    if ((first & lastOption) !== 0) return from;
  }
}

function behindExtension(context: PrintContext, at: number, words: number): number {
  const { view } = context;
  view.need(at, 4);
  const size = view.u16(at + 2) + 1;
  return size > words ? wrong(context, ' !ext') : at + 4 * size;
}

function wrong({ out }: PrintContext, text: string): -1 {
  out.text(text);
  return -1;
}

/** `at` -1: nobody knows where. */
function payload(context: PrintContext, type: number, at: number): void {
  if (type !== h261 || at < 0) return;
  const { out, view } = context;
  view.need(at, 4);
  out.text(' 0x');
  out.hex16(view.u16(at));
}
