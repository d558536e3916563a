/** Overlay Transport Virtualization (draft-hasmit-otv): an Ethernet frame between sites. */
import type { PrintContext } from '../context';
import { printEthernet } from '../link/ethernet';

const headerLength = 8;
const instanceFlag = 0x08;

/** The inner frame is a line of its own, without time stamp. */
export function printOtv(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'otv';
  out.text('OTV, ');
  if (length < headerLength) {
    context.tooShort('[length ', length, headerLength);
    view.need(at, length);
    return;
  }
  const flags = view.u8(at);
  out.text((flags & instanceFlag) !== 0 ? 'flags [I] (0x' : 'flags [.] (0x');
  out.hex8(flags);
  out.text('), ');
  const overlay = view.u24(at + 1);
  out.text('overlay ');
  out.decimal(overlay);
  out.text(', ');
  const instance = view.u24(at + 4);
  out.text('instance ');
  out.decimal(instance);
  out.char(0x0a);
  view.need(at, headerLength);
  printEthernet(context, at + headerLength, length - headerLength);
}
