/** PPP in HDLC-like framing (RFC 1662): octets escaped by 0x7d are put back before the frame is read. */
import { ByteView } from '../../decode/view';
import type { PrintContext, ProtocolPrinter } from '../context';

const escapeOctet = 0x7d;
const escapedBit = 0x20;

/** The frame as it was before it was escaped; grows to the longest frame seen. */
let plain = new Uint8Array(2048);
let plainView = new DataView(plain.buffer);
const outer = new ByteView();

/** Prints the frame that starts at `at`, where the flag has been taken off; nothing where nothing is captured. */
export function printEscapedPpp(context: PrintContext, at: number, length: number, print: ProtocolPrinter): void {
  const { view } = context;
  if (length === 0 || view.available(at) === 0) return;
  const count = restore(view, at);
  outer.attach(view.bytes, new DataView(view.bytes.buffer, view.bytes.byteOffset), view.start, view.end);
  view.attach(plain, plainView, 0, count);
  print(context, 0, count);
  view.attach(outer.bytes, new DataView(outer.bytes.buffer, outer.bytes.byteOffset), outer.start, outer.end);
}

function restore(view: ByteView, at: number): number {
  if (view.end - at > plain.length) {
    plain = new Uint8Array(2 * (view.end - at));
    plainView = new DataView(plain.buffer);
  }
  let count = 0;
  for (let from = at; from < view.end; from++) {
    let byte = view.bytes[from];
    if (byte === escapeOctet) {
      if (++from === view.end) break;
      byte = view.bytes[from] ^ escapedBit;
    }
    plain[count++] = byte;
  }
  return count;
}
