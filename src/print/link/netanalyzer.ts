/** Hilscher netANALYZER: a header of its own before the frame; its preamble, too, if it captures transparently. */
import type { PrintContext } from '../context';
import { printEthernetLink } from './ethernet';

const headerLength = 4;
/** Seven bytes of preamble and the start frame delimiter. */
const preambleLength = 8;

function behind(context: PrintContext, at: number, length: number, skip: number): void {
  const { view } = context;
  view.need(at, skip);
  context.headerLength = skip;
  printEthernetLink(context, at + skip, view.available(at + skip), length - skip);
  context.headerLength += skip;
}

export function printNetanalyzerLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.protocol = 'netanalyzer';
  behind(context, at, length, headerLength);
}

export function printNetanalyzerTransparentLink(
  context: PrintContext,
  at: number,
  _caplen: number,
  length: number,
): void {
  context.protocol = 'netanalyzer_transparent';
  behind(context, at, length, headerLength + preambleLength);
}
