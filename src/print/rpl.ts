/** RPL control messages (RFC 6550, 6). */
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const secured = 0x80;

const messageNames = names({
  0: 'DODAG Information Solicitation',
  1: 'DODAG Information Object',
  2: 'Destination Advertisement Object',
  3: 'Destination Advertisement Object Ack',
  0x0a: 'Consistency Check',
});

export function printRpl(context: PrintContext, at: number): void {
  const { out, view } = context;
  const code = view.u8(at + 1);
  out.text(code & secured ? 'RPL, (SEC)' : 'RPL, (CLR)');
  nameOr(out, messageNames, code & ~secured, 'code ');
}
