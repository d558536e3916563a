/** Non-IP networking of intelligent transport systems (ISO 29281, CALM FAST). */
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';

const headerLength = 2;

export function printCalmFast(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'calm_fast';
  out.text('CALM FAST');
  if (context.linkSourceAt >= 0) {
    out.text(' src:');
    namedMac(context, context.linkSourceAt);
  }
  out.text('; ');
  if (length < headerLength) {
    context.tooShort(' (length ', length, headerLength);
    view.need(at, length);
    return;
  }
  reference(context, 'SrcNwref:', at);
  reference(context, 'DstNwref:', at + 1);
  if (context.verbose === 0) return;
  const left = length - headerLength;
  context.dumpAlways(at + headerLength, left);
  view.need(at + headerLength, left);
}

function reference(context: PrintContext, title: string, at: number): void {
  const value = context.view.u8(at);
  context.out.text(title);
  context.out.decimal(value);
  context.out.text('; ');
}
