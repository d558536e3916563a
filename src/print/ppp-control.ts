/** PPP control protocols (RFC 1661 LCP, 1332 IPCP, 5072 IPV6CP, 1962 CCP, 2125 BACP). */
import type { PrintContext } from './context';
import { names } from './names';

export const pppControlNames = names({
  0x8021: 'IPCP',
  0x8023: 'OSICP',
  0x8057: 'IP6CP',
  0x80fd: 'CCP',
  0x8281: 'MPLSCP',
  0xc021: 'LCP',
  0xc02b: 'BACP',
});

const controlCodes = names({
  0: 'Vendor-Extension',
  1: 'Conf-Request',
  2: 'Conf-Ack',
  3: 'Conf-Nack',
  4: 'Conf-Reject',
  5: 'Term-Request',
  6: 'Term-Ack',
  7: 'Code-Reject',
  8: 'Prot-Reject',
  9: 'Echo-Request',
  10: 'Echo-Reply',
  11: 'Disc-Req',
  12: 'Ident',
  13: 'Time-Rem',
  14: 'Reset-Req',
  15: 'Reset-Ack',
});
/** Code, identifier and length. */
const headerLength = 4;

/** `LCP, Conf-Request (0x01), id 1, length 10` */
export function printControl(context: PrintContext, protocol: number, at: number, length: number): void {
  const { out, view } = context;
  const title = pppControlNames.get(protocol) ?? '';
  out.text(title);
  out.text(', ');
  if (length < headerLength || !view.has(at, 2)) {
    out.text('[|');
    out.text(title);
    out.char(0x5d);
    return;
  }
  const code = view.u8(at);
  const name = controlCodes.get(code);
  out.text(name ?? 'Unknown Opcode');
  out.text(' (0x');
  out.hex8(code);
  out.text('), id ');
  out.decimal(view.u8(at + 1));
  out.text(', length ');
  out.decimal(length + 2);
  if (context.verbose === 0) return;
  const size = view.u16(at + 2);
  out.text('\n\tencoded length ');
  out.decimal(size);
  out.text(' (=Option(s) length ');
  out.decimal(size - 4);
  out.char(0x29);
}
