/** Point-to-Point Protocol (RFC 1661, 1662): the protocol field and what it leads to. */
import type { PrintContext } from './context';
import { names } from './names';
import { pppControlNames, printControl } from './ppp-control';

const address = 0xff;
const control = 0x03;

const protocolNames = names({
  0x0021: 'IP',
  0x0023: 'OSI',
  0x0025: 'NS',
  0x0027: 'DECNET',
  0x0029: 'APPLE',
  0x002b: 'IPX',
  0x002d: 'VJC IP',
  0x002f: 'VJC UNCOMP',
  0x0031: 'BRPDU',
  0x0033: 'STII',
  0x0035: 'VINES',
  0x003d: 'ML',
  0x0057: 'IP6',
  0x00fd: 'COMP',
  0x0281: 'MPLS',
  0x0283: 'MPLS',
  0x8021: 'IPCP',
  0x8023: 'OSINLCP',
  0x8029: 'ATCP',
  0x802b: 'IPXCP',
  0x8057: 'IP6CP',
  0x80fd: 'CCP',
  0x8053: 'ECP',
  0x8281: 'MPLSCP',
  0xc021: 'LCP',
  0xc023: 'PAP',
  0xc025: 'LQM',
  0xc027: 'SPAP',
  0xc029: 'CBCP',
  0xc02b: 'BACP',
  0xc02d: 'BAP',
  0xc223: 'CHAP',
  0xc227: 'EAP',
});

/** Address, control and protocol, whether or not they are all there: what -x leaves out. */
const linkHeaderLength = 4;

export function printPppLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.headerLength = linkHeaderLength;
  printPpp(context, at, length);
}

/** Serial link with address and control, or Cisco HDLC under the same link type. */
export function printPppSerial(context: PrintContext, at: number, caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ppp';
  if (!view.has(at, 2)) {
    context.truncated();
    return;
  }
  const first = view.u8(at);
  if (first === 0x0f || first === 0x8f) {
    context.tables.link.get(104)?.(context, at, caplen, length);
    return;
  }
  if (first !== address) {
    printPpp(context, at, length);
    return;
  }
  if (context.linkLevel) {
    out.hex8(first);
    out.char(0x20);
    out.hex8(view.u8(at + 1));
    out.char(0x20);
    out.decimal(length);
    out.char(0x20);
  }
  const protocol = view.u16(at + 2);
  if (context.linkLevel) {
    const name = protocolNames.get(protocol);
    out.text(name ?? 'unknown PPP protocol (0x');
    if (name === undefined) {
      out.hex16(protocol);
      out.char(0x29);
    }
    out.text(': ');
  }
  payload(context, protocol, at + 4, length - 4);
  context.headerLength = 4;
}

/** Address and control may be there or compressed away, the protocol may be one byte (RFC 1661, 6.5, 6.6). */
export function printPpp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ppp';
  if (length < 2 || !view.has(at, 2)) {
    context.truncated();
    return;
  }
  let from = at;
  const first = view.u16(at);
  if (first === ((address << 8) | control)) {
    from += 2;
  }
  if (length - (from - at) < 2 || !view.has(from, 2)) {
    context.truncated();
    return;
  }
  let protocol = view.u8(from);
  if ((protocol & 1) !== 0) {
    from += 1;
  } else {
    protocol = view.u16(from);
    from += 2;
  }
  if (context.linkLevel) {
    out.text(protocolNames.get(protocol) ?? 'unknown');
    out.text(' (0x');
    out.hex16(protocol);
    out.text('), length ');
    out.decimal(length);
    out.text(': ');
  }
  payload(context, protocol, from, length - (from - at));
}

function payload(context: PrintContext, protocol: number, at: number, length: number): void {
  const { out } = context;
  const print = context.tables.ppp.get(protocol);
  if (print !== undefined) {
    print(context, at, length);
    return;
  }
  if (pppControlNames.has(protocol)) {
    printControl(context, protocol, at, length);
    return;
  }
  const name = protocolNames.get(protocol);
  if (name === undefined) {
    out.text('unknown PPP protocol (0x');
    out.hex16(protocol);
    out.text(') ');
  } else {
    out.text(name);
    out.char(0x20);
  }
  context.dumpPart('\n\t', at, length);
}
