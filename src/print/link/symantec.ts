/** Symantec Enterprise Firewall (LINKTYPE_SYMANTEC of tcpdump.org): 44 bytes, an ethertype in them, then its payload. */
import { maximumLengthField } from '../../decode/ethernet';
import type { PrintContext } from '../context';
import { typeAndLength } from './ethernet';
import { printEthertype } from './ethertype';

const headerLength = 44;
const typeAt = 6;

export function printSymantecLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'symantec';
  view.need(at, headerLength);
  const type = view.u16(at + typeAt);
  if (context.linkLevel) header(context, type, length);
  const next = at + headerLength;
  const left = length - headerLength;
  context.headerLength = headerLength;
  if (type > maximumLengthField && printEthertype(context, type, next, left)) return;
  if (!context.linkLevel) header(context, type, length);
  context.dump(next, left);
}

function header(context: PrintContext, type: number, length: number): void {
  const { out } = context;
  if (type > maximumLengthField) {
    typeAndLength(context, type, length);
    return;
  }
  out.text('invalid ethertype ');
  out.decimal(type);
  out.text(', length ');
  out.decimal(length);
  out.text(': ');
}
