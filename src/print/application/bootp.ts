/** BOOTP (RFC 951) and DHCP (RFC 2131): who asks; the fields and options at -v. */
import { BootpLayer, BootpOperation } from '../../decode/bootp';
import { macLength } from '../../decode/ethernet';
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { printBootpDetails } from './bootp-details';

const layer = new BootpLayer();
const ethernetHardware = 1;

export function printBootp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'bootp';
  const operation = view.u8(at);
  out.text('BOOTP/DHCP, ');
  if (operation === BootpOperation.request) out.text('Request');
  else if (operation === BootpOperation.reply) out.text('Reply');
  else {
    out.text('unknown (0x');
    out.hex8(operation);
    out.char(0x29);
  }
  layer.decode(view, at);
  const ethernet = layer.hardwareType === ethernetHardware && layer.hardwareLength === macLength;
  if (ethernet && operation === BootpOperation.request) {
    view.need(layer.clientHardwareAt, macLength);
    out.text(' from ');
    namedMac(context, layer.clientHardwareAt);
  }
  out.text(', length ');
  out.decimal(length);
  if (context.verbose > 0) printBootpDetails(context, layer, at);
}
