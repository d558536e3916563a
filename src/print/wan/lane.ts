/** LAN Emulation over ATM (ATM Forum af-lane-0021), for Ethernet. */
import { ethernetHeaderLength } from '../../decode/ethernet';
import type { PrintContext } from '../context';
import { printEthernet } from '../link/ethernet';
import { names } from '../text/names';

const headerLength = 2;
/** An emulation client has no such number: control frames have it. */
const control = 0xff00;
const controlLength = 6;
const operationNames = names(() => ({
  0x0001: 'configure request',
  0x0002: 'join request',
  0x0003: 'ready query',
  0x0004: 'register request',
  0x0005: 'unregister request',
  0x0006: 'ARP request',
  0x0007: 'flush request',
  0x0008: 'NARP request',
  0x0009: 'topology request',
  0x0101: 'configure response',
  0x0102: 'join response',
  0x0103: 'ready indication',
  0x0104: 'register response',
  0x0105: 'unregister response',
  0x0106: 'ARP response',
  0x0107: 'flush response',
}));

export function printLane(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'lane';
  const client = view.u16(at);
  if (client === control) {
    view.need(at, controlLength);
    out.text('lec: proto ');
    out.hex(view.u8(at + 2));
    out.text(' vers ');
    out.hex(view.u8(at + 3));
    out.char(0x20);
    const operation = view.u16(at + 4);
    const name = operationNames.get(operation);
    if (name === undefined) {
      out.text('opcode-#');
      out.decimal(operation);
    } else {
      out.text(name);
    }
    return;
  }
  if (view.has(at + headerLength, ethernetHeaderLength)) {
    out.text('lecid:');
    out.hex(client);
    out.char(0x20);
  }
  printEthernet(context, at + headerLength, length - headerLength);
}
