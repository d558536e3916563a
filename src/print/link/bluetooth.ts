/** Bluetooth HCI by its UART transport (H4) behind libpcap's direction: only the bytes are shown. */
import type { PrintContext } from '../context';

const headerLength = 4;
const receivedBit = 1;

export function printBluetoothLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'bluetooth';
  out.text('bluetooth');
  view.need(at, headerLength);
  context.headerLength = headerLength;
  const left = length - headerLength;
  if (context.linkLevel) {
    out.text(', hci length ');
    out.decimal(left);
    out.text((view.u32(at) & receivedBit) !== 0 ? ', direction in' : ', direction out');
  }
  context.dump(at + headerLength, left);
}
