/** PPP control protocols (RFC 1661 LCP, 1332 IPCP, 5072 IPV6CP, 1962 CCP) and authentication (RFC 1334, 1994). */
import type { PrintContext } from './context';
import { names } from './names';

export const pppControlNames = names({
  0x8021: 'IPCP',
  0x8057: 'IP6CP',
  0x80fd: 'CCP',
  0x8281: 'MPLSCP',
  0xc021: 'LCP',
  0xc023: 'PAP',
  0xc029: 'CBCP',
  0xc02d: 'BAP',
  0xc223: 'CHAP',
  0xc227: 'EAP',
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
  11: 'Discard-Request',
  12: 'Ident',
  13: 'Time-Remaining',
});
const chapCodes = names({ 1: 'Challenge', 2: 'Response', 3: 'Success', 4: 'Fail' });
const papCodes = names({ 1: 'Auth-Req', 2: 'Auth-ACK', 3: 'Auth-NACK' });
const challengeHandshake = 0xc223;
const passwordAuthentication = 0xc023;

/** `LCP, Conf-Request (0x01), id 1, length 10` */
export function printControl(context: PrintContext, protocol: number, at: number, length: number): void {
  const { out, view } = context;
  if (protocol === challengeHandshake || protocol === passwordAuthentication) {
    authentication(context, protocol, at, length);
    return;
  }
  out.text(pppControlNames.get(protocol) as string);
  out.text(', ');
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

function authentication(context: PrintContext, protocol: number, at: number, length: number): void {
  const { out, view } = context;
  const chap = protocol === challengeHandshake;
  out.text(chap ? 'CHAP, ' : 'PAP, ');
  if (length < 1) {
    context.truncated();
    return;
  }
  if (length < 4) {
    context.truncated();
    return;
  }
  const code = view.u8(at);
  out.text((chap ? chapCodes : papCodes).get(code) ?? 'unknown');
  out.text(' (0x');
  out.hex8(code);
  out.text('), id ');
  out.decimal(view.u8(at + 1));
}
