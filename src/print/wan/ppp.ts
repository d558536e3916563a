/** Point-to-Point Protocol (RFC 1661, 1662): the protocol field and what it leads to. */
import type { PrintContext } from '../context';
import { type FlagName, flagNames } from '../text/names';
import { pppControlNames, printControl } from './ppp-control';
import { printEscapedPpp } from './ppp-hdlc';
import { pppProtocolNames } from './ppp-protocol-names';

const address = 0xff;
const control = 0x03;

const multilinkFlags: readonly FlagName[] = [
  [0x8000, 'begin'],
  [0x4000, 'end'],
];

/** Address, control and protocol, whether or not they are all there: what -x leaves out. */
const linkHeaderLength = 4;
/** What pppd writes instead of the address: which way the frame went. */
const inbound = 0x0003;
const outbound = 0x0103;
const plainHeader = (address << 8) | control;
/** A frame escaped by RFC 1662 shows its flag where the protocol should be. */
const flagMask = 0xff00;
const flagValue = 0x7e00;
const compressedData = 0x00fd;
const multilink = 0x003d;
const bandwidthAllocation = 0xc02d;
const Cisco = { unicast: 0x0f, broadcast: 0x8f, linkType: 104 } as const;

function name(context: PrintContext, protocol: number, suffix: string): void {
  nameOrHex16(context, protocol);
  context.out.text(suffix);
}

function nameOrHex16(context: PrintContext, protocol: number): void {
  const { out } = context;
  const known = pppProtocolNames.get(protocol);
  out.text(known ?? 'unknown PPP protocol (0x');
  if (known !== undefined) return;
  out.hex16(protocol);
  out.char(0x29);
}

export function printPppLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.protocol = 'ppp';
  if (!context.view.has(at, linkHeaderLength)) {
    context.truncated();
    context.headerLength = context.view.available(at);
    return;
  }
  context.headerLength = linkHeaderLength;
  printPpp(context, at, length);
}

/** Serial link with address and control, or Cisco HDLC under the same link type. */
export function printPppSerial(context: PrintContext, at: number, caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ppp_hdlc';
  if (!view.has(at, 2)) {
    context.truncated();
    context.headerLength = view.available(at);
    return;
  }
  const first = view.u8(at);
  if (first === Cisco.unicast || first === Cisco.broadcast) {
    context.tables.link.get(Cisco.linkType)?.(context, at, caplen, length);
    return;
  }
  if (!view.has(at, linkHeaderLength)) {
    context.truncated();
    context.headerLength = view.available(at);
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
  if (first !== address) {
    out.text('unknown addr ');
    out.hex8(view.u8(at + 2));
    out.text('; ctrl ');
    out.hex8(view.u8(at + 3));
    context.headerLength = 2;
    return;
  }
  const protocol = view.u16(at + 2);
  name(context, protocol, ': ');
  payload(context, protocol, at + linkHeaderLength, length - linkHeaderLength);
  context.headerLength = linkHeaderLength;
}

/** Straight after an ethertype: what comes has a colon of its own before it. */
export function printPppEthernet(context: PrintContext, at: number, length: number): void {
  if (length === 0) return;
  context.out.text(': ');
  printPpp(context, at, length);
}

/**
 * Address and control may be there or compressed away, the protocol may be one byte (RFC 1661, 6.5, 6.6).
 * Returns how many bytes these are; 0 where they are cut.
 */
export function printPpp(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  context.protocol = 'ppp';
  if (length < 2) {
    context.truncated();
    return 0;
  }
  let from = at;
  const header = view.u16(at);
  if (header === plainHeader) {
    from += 2;
  } else if (header === inbound || header === outbound) {
    if (context.linkLevel) out.text(header === inbound ? 'In  ' : 'Out ');
    from += 2;
  }
  if (length - (from - at) < 2) {
    context.truncated();
    return 0;
  }
  let protocol = view.u8(from);
  if ((protocol & 1) !== 0) {
    from += 1;
  } else {
    protocol = view.u16(from);
    from += 2;
  }
  if (context.linkLevel) {
    out.text(pppProtocolNames.get(protocol) ?? 'unknown');
    out.text(' (0x');
    out.hex16(protocol);
    out.text('), length ');
    out.decimal(length);
    if (!pppProtocolNames.has(protocol)) return from - at;
    out.text(': ');
  }
  payload(context, protocol, from, length - (from - at));
  return from - at;
}

/** A frame after its escapes are taken out: the protocol in one byte or two, address and control perhaps. */
function unescaped(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  if (length < 1) {
    context.truncated();
    return;
  }
  const short = view.u8(at);
  if (short === 0x21 || short === 0x57) {
    payload(context, short, at + 1, length - 1);
    return;
  }
  const field = length < 2 ? 0 : view.u16(at);
  const skip = field === plainHeader ? 2 : 0;
  if (length < 2 + skip) {
    context.truncated();
    return;
  }
  payload(context, view.u16(at + skip), at + 2 + skip, length - 2 - skip);
}

function payload(context: PrintContext, protocol: number, at: number, length: number): void {
  const { out } = context;
  const print = context.tables.ppp.get(protocol);
  if (print !== undefined) {
    if (context.enter()) print(context, at, length);
  } else if ((protocol & flagMask) === flagValue) {
    if (context.enter()) printEscapedPpp(context, at - 1, length, unescaped);
  } else if (pppControlNames.has(protocol)) {
    printControl(context, protocol, at, length);
  } else if (protocol === multilink) {
    printMultilink(context, at, length);
  } else if (protocol === compressedData) {
    out.text('compressed PPP data');
  } else if (protocol !== bandwidthAllocation) {
    name(context, protocol, ' ');
    context.dumpPart('\n\t', at, length);
  }
}

/** Multilink PPP (RFC 1990) with the short sequence number. */
function printMultilink(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (!context.linkLevel) out.text('MLPPP, ');
  if (length < 2 || !view.has(at, 2)) {
    out.text('[|mlppp]');
    return;
  }
  const field = view.u16(at);
  const sequence = field & 0x0fff;
  out.text('seq 0x');
  if (sequence < 0x100) out.char(0x30);
  if (sequence < 0x10) out.char(0x30);
  out.hex(sequence);
  out.text(', Flags [');
  flagNames(out, multilinkFlags, field);
  out.text('], length ');
  out.decimal(length);
}
