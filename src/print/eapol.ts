/** EAP over LAN (IEEE 802.1X) and EAP (RFC 3748). */
import type { PrintContext } from './context';
import { names } from './names';

const typeNames = names({ 0: 'EAP packet', 1: 'EAPOL start', 2: 'EAPOL logoff', 3: 'EAPOL key', 4: 'Encap ASF alert' });
const codeNames = names({ 1: 'Request', 2: 'Response', 3: 'Success', 4: 'Failure' });
const eapPacket = 0;
const headerLength = 4;

export function printEapol(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'eap';
  if (length < headerLength || !view.has(at, headerLength)) {
    out.text('EAP');
    context.truncated();
    return;
  }
  const type = view.u8(at + 1);
  const name = typeNames.get(type);
  out.text(name ?? 'unknown');
  out.text(' (');
  out.decimal(type);
  out.text(') v');
  out.decimal(view.u8(at));
  out.text(', len ');
  out.decimal(view.u16(at + 2));
  if (context.verbose === 0 || type !== eapPacket) return;
  const code = view.u8(at + 4);
  out.text(', ');
  out.text(codeNames.get(code) ?? 'unknown');
  out.text(' (');
  out.decimal(code);
  out.text('), id ');
  out.decimal(view.u8(at + 5));
  out.text(', len ');
  out.decimal(view.u16(at + 6));
}
