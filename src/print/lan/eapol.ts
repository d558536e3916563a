/** EAP over LAN (IEEE 802.1X) and, at -v, the EAP packet in it (RFC 3748). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { printEap } from './eap';

const eapPacket = 0;
const typeNames = names(() => ({
  [eapPacket]: 'EAP packet',
  1: 'EAPOL start',
  2: 'EAPOL logoff',
  3: 'EAPOL key',
  4: 'Encapsulated ASF alert',
}));
const headerLength = 4;

export function printEapol(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'eap';
  view.need(at, headerLength);
  const type = view.u8(at + 1);
  out.text(typeNames.get(type) ?? 'unknown');
  out.text(' (');
  out.decimal(type);
  out.text(') v');
  out.decimal(view.u8(at));
  out.text(', len ');
  out.decimal(view.u16(at + 2));
  if (context.verbose > 0 && type === eapPacket) printEap(context, at + headerLength, view.u16(at + 2));
}
