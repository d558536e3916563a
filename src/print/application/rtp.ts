/** Real-time Transport Protocol (RFC 3550), and its first version (draft-ietf-avt-rtp-04); -T rtp. */
import type { PrintContext } from '../context';
import { count } from '../text/phrase';

const shortestLength = 8;
const headerLength = 12;
const Bit = { marker1: 0x40, options1: 0x80, extension: 0x10, marker: 0x80 } as const;
/** Payload type of H.261 (RFC 4587), whose own header follows. */
const h261 = 31;
const lastOption = 0x80;

export function printRtp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'rtp';
  if (length < shortestLength) {
    count(out, 'udp/rtp, length ', length, ' < 8');
    return;
  }
  view.need(at, shortestLength);
  if (view.u8(at) >>> 6 === 1) {
    version1(context, at, length);
    return;
  }
  if (length < headerLength) {
    count(out, 'udp/rtp, length ', length, ' < 12');
    return;
  }
  const flags = view.u8(at + 1);
  const extended = (view.u8(at) & Bit.extension) !== 0;
  const type = flags & 0x7f;
  count(out, 'udp/rtp ', length - headerLength);
  summary(context, at, type, extended, (flags & Bit.marker) !== 0);
  if (context.verbose === 0) return;
  count(out, ' ', view.u32(at + 8));
  const words = (length >>> 2) - headerLength / 4;
  payload(context, type, extended ? behindExtension(context, at + headerLength, words) : at + headerLength);
}

function version1(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const flags = view.u8(at + 1);
  const hasOptions = (flags & Bit.options1) !== 0;
  const type = flags & 0x3f;
  count(out, 'udp/rtpv1 ', length - shortestLength);
  summary(context, at, type, hasOptions, (flags & Bit.marker1) !== 0);
  if (context.verbose === 0) return;
  count(out, ' ', view.u32(at + 8));
  const words = (length >>> 2) - shortestLength / 4;
  payload(context, type, hasOptions ? behindOptions(context, at + shortestLength, words) : at + shortestLength);
}

/** ` c0 +* 26 160`: payload type, what follows the header, marker, sequence number, time stamp. */
function summary(context: PrintContext, at: number, type: number, more: boolean, marked: boolean): void {
  const { out, view } = context;
  count(out, ' c', type, ' ');
  if (more) out.char(0x2b);
  if (marked) out.char(0x2a);
  count(out, ' ', view.u16(at + 2), ' ');
  out.decimal(view.u32(at + 4));
}

/** -1: an option is longer than the `words` of 32 bits that there are. */
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
