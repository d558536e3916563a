/** EAP over LAN (IEEE 802.1X) and, at -v, the EAP packet in it (RFC 3748). */
import { EapolLayer, eapolHeaderLength, eapolPacket } from '../../decode/eap';
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { printEap } from './eap';

const typeNames = names(() => ({
  [eapolPacket]: 'EAP packet',
  1: 'EAPOL start',
  2: 'EAPOL logoff',
  3: 'EAPOL key',
  4: 'Encapsulated ASF alert',
}));
const layer = new EapolLayer();

export function printEapol(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'eap';
  context.need(at, eapolHeaderLength);
  layer.decode(view, at);
  const { type } = layer;
  out.text(typeNames.get(type) ?? 'unknown');
  out.text(' (');
  out.decimal(type);
  out.text(') v');
  out.decimal(layer.version);
  out.text(', len ');
  out.decimal(layer.length);
  if (context.verbose > 0 && type === eapolPacket) printEap(context, at + eapolHeaderLength, layer.length);
}
