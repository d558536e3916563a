/** Minimal encapsulation within IP (RFC 2004): the forwarding header of a mobile host's packet. */
import { addWords, foldChecksum } from '../../decode/checksum';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';

const headerLength = 8;
const headerLengthWithSource = 12;
const sourcePresent = 0x0080;

export function printMobile(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'mobile';
  if (length < headerLength || !view.has(at, headerLengthWithSource)) {
    context.truncated();
    return;
  }
  const protocol = view.u16(at);
  const hasSource = (protocol & sourcePresent) !== 0;
  out.text(hasSource ? 'mobile: [S] ' : 'mobile: [] ');
  if (context.verbose > 0) {
    if (hasSource) {
      namedIpv4(context, at + 8);
      out.char(0x20);
    }
    out.text('> ');
    namedIpv4(context, at + 4);
    out.text(' (oproto=');
    out.decimal(protocol >>> 8);
    out.char(0x29);
  }
  if (foldChecksum(addWords(view, at, hasSource ? headerLengthWithSource : headerLength, 0)) === 0) return;
  out.text(' (bad checksum ');
  out.decimal(view.u16(at + 2));
  out.char(0x29);
}
