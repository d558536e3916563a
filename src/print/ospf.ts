/** Open Shortest Path First, version 2 (RFC 2328) and 3 (RFC 5340): the kind of message. */
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const typeNames = names({ 1: 'Hello', 2: 'Database Description', 3: 'LS-Request', 4: 'LS-Update', 5: 'LS-Ack' });

export function printOspf(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const version = view.u8(at);
  context.protocol = version === 3 ? 'ospf3' : 'ospf2';
  out.text('OSPFv');
  out.decimal(version);
  out.text(', ');
  nameOr(out, typeNames, view.u8(at + 1), 'unknown packet type (', ')');
  out.text(', length ');
  out.decimal(length);
}
