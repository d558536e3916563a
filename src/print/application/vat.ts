/** Audio of vat and vt, conference tools that were before RTP (-T vat). They have no standard. */
import type { PrintContext } from '../context';
import { count } from '../text/phrase';

const shortestLength = 2;
const headerLength = 8;
/** Bits of the first word that are 0 in vat's header. */
const videotalkBits = 0xf060;

export function printVat(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'vat';
  if (length < shortestLength) {
    count(out, 'udp/va/vat, length ', length, ' < 2');
    return;
  }
  const first = view.u16(at);
  if ((first & videotalkBits) !== 0) {
    count(out, 'udp/vt ', length, ' ');
    count(out, '', first & 0x3ff, ' / ');
    out.decimal(first >>> 10);
    return;
  }
  if (length < headerLength) {
    count(out, 'udp/vat, length ', length, ' < 8');
    return;
  }
  view.need(at, headerLength);
  const flags = view.u8(at + 1);
  const sites = view.u8(at) & 0x3f;
  const format = flags & 0x1f;
  count(out, 'udp/vat ', length - headerLength);
  count(out, ' c', view.u16(at + 2), ' ');
  out.decimal(view.u32(at + 4));
  if ((flags & 0x80) !== 0) out.char(0x2a);
  if (format !== 0) count(out, ' f', format);
  if (sites !== 0) count(out, ' s', sites);
}
