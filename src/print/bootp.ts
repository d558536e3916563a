/** BOOTP (RFC 951) and DHCP (RFC 2131): who asks; the fields and options at -v. */
import { BootpLayer, BootpOperation } from '../decode/bootp';
import { mac } from './address';
import { printBootpDetails } from './bootp-details';
import type { PrintContext } from './context';

const layer = new BootpLayer();
const ethernetHardware = 1;
const macLength = 6;

export function printBootp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'bootp';
  layer.decode(view, at);
  out.text('BOOTP/DHCP, ');
  if (layer.operation === BootpOperation.request) out.text('Request');
  else if (layer.operation === BootpOperation.reply) out.text('Reply');
  else {
    out.text('unknown (0x');
    out.hex8(layer.operation);
    out.char(0x29);
  }
  const ethernet = layer.hardwareType === ethernetHardware && layer.hardwareLength === macLength;
  if (ethernet && layer.operation === BootpOperation.request) {
    out.text(' from ');
    mac(out, view, layer.clientHardwareAt);
  }
  out.text(', length ');
  out.decimal(length);
  if (context.verbose > 0) printBootpDetails(context, layer, at, length);
}
