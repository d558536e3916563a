/** Pragmatic General Multicast (RFC 3208): ports and the length that the header says. */
import { IpProtocol } from '../../decode/ip-protocol';
import type { PrintContext } from '../context';
import { namedAddress } from '../text/named';

const headerLength = 16;
const lengthAt = 14;

export function printPgm(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'pgm';
  const direct = context.networkProtocol === IpProtocol.pgm;
  if (!view.has(at, 4)) {
    endpoint(context, direct, context.sourceAt, -1);
    out.text(' > ');
    endpoint(context, direct, context.destinationAt, -1);
    out.char(0x3a);
    context.truncated();
    return;
  }
  endpoint(context, direct, context.sourceAt, view.u16(at));
  out.text(' > ');
  endpoint(context, direct, context.destinationAt, view.u16(at + 2));
  out.text(': ');
  view.need(at, headerLength);
  out.text('PGM, length ');
  out.decimal(view.u16(at + lengthAt));
}

/** `port` -1: it is not captured. */
function endpoint(context: PrintContext, direct: boolean, addressAt: number, port: number): void {
  if (direct || port < 0) namedAddress(context, addressAt);
  if (port < 0) return;
  if (direct) context.out.char(0x2e);
  context.out.decimal(port);
}
