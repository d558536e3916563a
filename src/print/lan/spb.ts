/** Shortest Path Bridging's part of a BPDU (IEEE 802.1aq, 14.4). */
import type { PrintContext } from '../context';
import { count } from '../text/phrase';

/** Smallest part, its length field counted. */
const shortest = 87;
const nameLength = 32;

const Field = {
  name: 3,
  revision: 35,
  digest: 37,
  agreement: 53,
  format: 55,
  convention: 56,
  edges: 57,
  agreementDigest: 67,
} as const;

/** `left`: bytes from the length field at `at` to the end of the message. */
export function printSpb(context: PrintContext, at: number, left: number): void {
  const { out, view } = context;
  const size = view.u16(at);
  if (size + 2 > left || size + 2 < shortest) {
    context.invalid();
    return;
  }
  if (context.verbose === 0) return;
  out.text('\n\tv4len ');
  out.decimal(size);
  out.text(', AUXMCID Name ');
  for (let i = 0; i < nameLength; i++) {
    const byte = view.u8(at + Field.name + i);
    if (byte === 0) break;
    out.caret(byte);
  }
  view.need(at + Field.revision, 18);
  out.text(', Rev ');
  out.decimal(view.u16(at + Field.revision));
  out.text(',\n\t\tdigest ');
  for (let i = 0; i < 16; i += 4) out.hex32(view.u32(at + Field.digest + i));
  view.need(at + Field.agreement, Field.agreementDigest + 20 - Field.agreement);
  const agreement = view.u8(at + Field.agreement);
  count(context.out, '\n\tAgreement num ', agreement >>> 6);
  count(context.out, ', Discarded Agreement num ', (agreement >>> 4) & 3);
  count(context.out, ', Agreement valid-flag ', (agreement >>> 3) & 1);
  count(context.out, ',\n\tRestricted role-flag: ', (agreement >>> 2) & 1);
  const format = view.u8(at + Field.format);
  count(context.out, ', Format id ', format >>> 4);
  count(context.out, ' cap ', format);
  const convention = view.u8(at + Field.convention);
  count(context.out, ', Convention id ', convention >>> 4);
  count(context.out, ' cap ', convention);
  count(context.out, ',\n\tEdge count ', view.u16(at + Field.edges));
  out.text(', Agreement digest ');
  for (let i = 0; i < 20; i += 4) out.hex32(view.u32(at + Field.agreementDigest + i));
}
