/** IP Payload Compression (RFC 3173). */
import type { PrintContext } from '../context';

export function printIpComp(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'ipcomp';
  view.need(at, 4);
  const cpi = view.u16(at + 2);
  out.text('IPComp(cpi=0x');
  out.hex16(cpi);
  out.char(0x29);
}
