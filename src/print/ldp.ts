/** Label Distribution Protocol (RFC 5036): the first protocol data unit's header. */
import type { PrintContext } from './context';
import { namedIpv4 } from './named';

const headerLength = 10;
const messageHeaderLength = 8;
/** The identifier that every unit carries after its length. */
const minimumPduLength = 6;
const supportedVersion = 1;

export function printLdp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ldp';
  if (length <= headerLength + messageHeaderLength) return;
  view.need(at, headerLength);
  const version = view.u16(at);
  if (context.verbose > 0) out.text('\n\t');
  out.text('LDP');
  if (version !== supportedVersion) {
    out.text(' version ');
    out.decimal(version);
    out.text(' packet not supported');
    return;
  }
  const pduLength = view.u16(at + 2);
  if (pduLength < minimumPduLength) {
    out.text(', pdu-length: ');
    out.decimal(pduLength);
    out.text(' (too short, < 6)');
    return;
  }
  out.text(', Label-Space-ID: ');
  namedIpv4(context, at + 4);
  out.char(0x3a);
  out.decimal(view.u16(at + 8));
  out.text(', pdu-length: ');
  out.decimal(pduLength);
}
