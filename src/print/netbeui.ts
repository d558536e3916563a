/** NetBEUI frames (IBM LAN Technical Reference): the command of a NetBIOS frame. */
import type { PrintContext } from './context';
import { names } from './names';

const commandNames = names({
  0x00: 'Add Group Name Query',
  0x01: 'Add Name Query',
  0x02: 'Name In Conflict',
  0x03: 'Status Query',
  0x07: 'Terminate Trace',
  0x08: 'Datagram',
  0x09: 'Broadcast Datagram',
  0x0a: 'Name Query',
  0x0d: 'Add Name Response',
  0x0e: 'Name Recognized',
  0x0f: 'Status Response',
  0x11: 'Data Ack',
  0x13: 'Terminate Trace',
  0x14: 'Data First Middle',
  0x15: 'Data Only/Last',
  0x16: 'Session Confirm',
  0x17: 'Session End',
  0x18: 'Session Initialize',
  0x19: 'No Receive',
  0x1a: 'Receive Outstanding',
  0x1b: 'Receive Continue',
  0x1f: 'Session Alive',
});
const unnumbered = 0x03;

export function printNetbeui(context: PrintContext, at: number, _length: number, control: number): void {
  const { out, view } = context;
  context.protocol = 'netbeui';
  out.text('NBF Packet: ');
  const isUnnumbered = control === unnumbered;
  view.need(at, 5);
  if (isUnnumbered) out.text('UFrame');
  else out.text('Frame');
  out.char(0x20);
  const command = view.u8(at + 4);
  out.text(commandNames.get(command) ?? 'Unknown NBF Command');
}
