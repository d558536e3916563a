/** Address prefixes: a packet holds as many bytes as the prefix needs, and the bits beyond it are shown as zeros. */
import { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { namedIpv6 } from './named';

const longest = 20;
const octets = new Uint8Array(longest);
const octetsView = new ByteView();
octetsView.attach(octets, new DataView(octets.buffer), 0, longest);

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

/** `192.0.2.0/24`: `bits` is at most 32 in family 4 and 128 in family 6. */
export function printPrefix(context: PrintContext, family: 4 | 6, at: number, bits: number): void {
  const { names, out } = context;
  loadPrefix(context.view, at, bits);
  if (family === 6) {
    namedIpv6(context, 0, octetsView);
  } else {
    const name = names?.ipv4(octets, 0);
    if (name === undefined) out.dotted(octets, 0);
    else out.literal(name);
  }
  out.char(0x2f);
  out.decimal(bits);
}
