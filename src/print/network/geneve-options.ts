/** Geneve options (RFC 8926, section 3.5) that a packet's tunnel carried, by name where class and type are known. */
import { GeneveOption } from '../../decode/geneve-option';
import type { ByteView } from '../../decode/view';
import type { LineWriter } from '../text/line-writer';

const option = new GeneveOption();

/** `gwlb-flow-cookie 0x01020304, class 0x102 type 0x80 critical 0x0a0b0c0d`; `view` ends with the options. */
export function printGeneveOptions(out: LineWriter, view: ByteView, at: number): void {
  let first = true;
  for (let from = at; view.available(from) > 0; from = option.dataAt + option.dataLength) {
    option.decode(view, from);
    if (!first) out.text(', ');
    first = false;
    optionName(out);
    view.need(option.dataAt, option.dataLength);
    if (option.dataLength > 0) out.text(' 0x');
    for (let i = 0; i < option.dataLength; i++) out.hex8(view.u8(option.dataAt + i));
  }
}

function optionName(out: LineWriter): void {
  const { name } = option;
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.text('class 0x');
  out.hex(option.optionClass);
  out.text(' type 0x');
  out.hex(option.type);
  if (option.critical) out.text(' critical');
}
