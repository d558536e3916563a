/** Address prefixes: a packet holds as many bytes as the prefix needs; the bits beyond it count as zeros. */
import { ByteView } from './view';

const longest = 20;
const octets = new Uint8Array(longest);

/** What {@link loadPrefix} has read. */
export const prefixView = new ByteView();
prefixView.attach(octets, new DataView(octets.buffer), 0, longest);

/** Bytes that hold a prefix of `bits`. */
export function prefixBytes(bits: number): number {
  return (bits + 7) >>> 3;
}

/** The prefix of up to 160 bits at `at`, with zeros behind it. The next call overwrites what is returned. */
export function loadPrefix(view: ByteView, at: number, bits: number): Uint8Array {
  const size = prefixBytes(bits);
  view.need(at, size);
  octets.fill(0);
  for (let i = 0; i < size; i++) octets[i] = view.bytes[at + i];
  if ((bits & 7) !== 0) octets[size - 1] &= 0xff00 >>> (bits & 7);
  return octets;
}
