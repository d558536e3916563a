/** RADIUS (RFC 2865, 2866, 5176). */
import type { PrintContext } from './context';
import { names } from './names';

const headerLength = 20;
const codeNames = names({
  1: 'Access-Request',
  2: 'Access-Accept',
  3: 'Access-Reject',
  4: 'Accounting-Request',
  5: 'Accounting-Response',
  11: 'Access-Challenge',
  12: 'Status-Server',
  13: 'Status-Client',
  40: 'Disconnect-Request',
  41: 'Disconnect-ACK',
  42: 'Disconnect-NAK',
  43: 'CoA-Request',
  44: 'CoA-ACK',
  45: 'CoA-NAK',
  255: 'Reserved',
});

export function printRadius(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'radius';
  view.need(at, headerLength);
  const said = view.u16(at + 2);
  if (said < headerLength) {
    context.truncated();
    return;
  }
  const shown = Math.min(said, length);
  const code = view.u8(at);
  out.text('RADIUS, ');
  out.text(codeNames.get(code) ?? 'Unknown Command');
  out.text(' (');
  out.decimal(code);
  out.text('), id: 0x');
  out.hex8(view.u8(at + 1));
  out.text(' length: ');
  out.decimal(shown);
}
