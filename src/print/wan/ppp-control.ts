/** PPP control protocols (RFC 1661 LCP, 1332 IPCP, 5072 IPV6CP, 1962 CCP, 2125 BACP). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { organizationNames } from '../text/organization-names';
import { nameAndNumber } from '../text/phrase';
import { printBacpOption, printCcpOption, printIp6cpOption, printIpcpOption } from './ppp-network-options';
import { type PppOptionPrinter, printLcpOption } from './ppp-options';
import { pppProtocolNames } from './ppp-protocol-names';

export const pppControlNames = names(() => ({
  0x8021: 'IPCP',
  0x8023: 'OSICP',
  0x8057: 'IP6CP',
  0x80fd: 'CCP',
  0x8281: 'MPLSCP',
  0xc021: 'LCP',
  0xc02b: 'BACP',
}));

const controlCodes = names(() => ({
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
}));
/** Code, identifier and length. */
const headerLength = 4;

const Code = {
  vendor: 0,
  request: 1,
  acknowledge: 2,
  refuse: 3,
  reject: 4,
  terminate: 5,
  terminateAcknowledge: 6,
  codeReject: 7,
  protocolReject: 8,
  echoRequest: 9,
  echoReply: 10,
  discard: 11,
  identification: 12,
  timeRemaining: 13,
} as const;

const optionPrinters = new Map<number, PppOptionPrinter>([
  [0xc021, printLcpOption],
  [0x8021, printIpcpOption],
  [0x8057, printIp6cpOption],
  [0x80fd, printCcpOption],
  [0xc02b, printBacpOption],
]);

/** `LCP, Conf-Request (0x01), id 1, length 10` */
export function printControl(context: PrintContext, protocol: number, at: number, length: number): void {
  const { out, view } = context;
  const title = pppControlNames.get(protocol) ?? '';
  out.text(title);
  out.text(', ');
  if (length < headerLength || !view.has(at, 2)) {
    cut(context, protocol);
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
  if (size < headerLength) {
    out.text(' (< 4))');
    return;
  }
  if (size > length) {
    out.text(' (> packet length ');
    out.decimal(length);
    out.text('))');
    return;
  }
  out.text(' (=Option(s) length ');
  out.decimal(size - headerLength);
  out.char(0x29);
  if (size === headerLength) return;
  if (context.verbose > 1) context.dumpPart('\n\t', at - 2, 6);
  body(context, protocol, code, at, size, length);
}

/** `[|LCP]` */
function cut({ out }: PrintContext, protocol: number): void {
  out.text('[|');
  out.text(pppControlNames.get(protocol) ?? '');
  out.char(0x5d);
}

/** What follows the header, `size` bytes with the header; `length`: bytes of the packet. */
function body(context: PrintContext, protocol: number, code: number, at: number, size: number, length: number): void {
  const { out, view } = context;
  const data = at + headerLength;
  switch (code) {
    case Code.vendor: {
      if (size < 11) return;
      magicNumber(context, data);
      const organization = view.u24(data + 4);
      out.text(' Vendor: ');
      nameAndNumber(out, organizationNames, organization);
      return;
    }
    case Code.request:
    case Code.acknowledge:
    case Code.refuse:
    case Code.reject:
      options(context, protocol, data, size);
      return;
    case Code.terminate:
    case Code.terminateAcknowledge:
    case Code.codeReject:
      return;
    case Code.protocolReject:
      protocolReject(context, data, size);
      return;
    case Code.echoRequest:
    case Code.echoReply:
    case Code.discard:
      if (size < 8) return;
      magicNumber(context, data);
      if (size > 8) {
        out.text('\n\t  -----trailing data-----');
        if (view.has(data + 4, size - 8)) context.dumpPart('\n\t  ', data + 4, size - 8);
        else cut(context, protocol);
      }
      return;
    case Code.identification:
      if (!identification(context, data, size)) cut(context, protocol);
      return;
    case Code.timeRemaining:
      if (size < 12) return;
      magicNumber(context, data);
      secondsRemaining(context, data + 4);
      return;
    default:
      if (context.verbose < 2) context.dumpPart('\n\t  ', at - 2, length + 2);
  }
}

function secondsRemaining(context: PrintContext, at: number): void {
  const seconds = context.view.u32(at);
  context.out.text(', Seconds-Remaining ');
  context.out.decimal(seconds);
  context.out.char(0x73);
}

function magicNumber(context: PrintContext, at: number): void {
  const magic = context.view.u32(at);
  context.out.text('\n\t  Magic-Num 0x');
  context.out.hex32(magic);
}

/** `whole`: the length that the packet claims, header included; an option may not be longer than that. */
function options(context: PrintContext, protocol: number, at: number, whole: number): void {
  const print = optionPrinters.get(protocol);
  if (print === undefined) return;
  let from = at;
  let left = whole - headerLength;
  while (left > 0) {
    const size = print(context, from, whole);
    if (size === 0) return;
    if (left < size) {
      context.tooShort(' [remaining options length ', left, size);
      return;
    }
    from += size;
    left -= size;
  }
}

function protocolReject(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  if (size < 6) return;
  const protocol = view.u16(at);
  out.text('\n\t  Rejected ');
  out.text(pppProtocolNames.get(protocol) ?? 'unknown');
  out.text(' Protocol (0x');
  out.hex16(protocol);
  out.char(0x29);
  if (size === 6) return;
  out.text('\n\t  Rejected Packet');
  context.dumpPart('\n\t    ', at + 2, size - 6);
}

/** false: its message is cut. */
function identification(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < 8) return true;
  magicNumber(context, at);
  if (size === 8) return true;
  out.text('\n\t  Message\n\t    ');
  out.reserve(4 * size);
  const shown = Math.min(size - headerLength, view.available(at));
  for (let i = 4; i < shown; i++) out.caret(view.u8(at + i));
  return shown === size - headerLength;
}
