/** Captures of Juniper's routers: a link type for each kind of interface, all with the header of juniper-header.ts. */

import type { LinkPrinter, PrintContext } from '../context';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';
import { printIso } from '../network/iso';
import { printMpls } from '../network/mpls';
import { printAtmOam } from '../wan/atm-oam';
import { printChdlc } from '../wan/chdlc';
import { printFrameRelay } from '../wan/frame-relay';
import { printMfr } from '../wan/mfr';
import { printPpp } from '../wan/ppp';
import { printEthernet, printEthernetLink } from './ethernet';
import { printEthertype } from './ethertype';
import { type Card, cellMask, guessIp, JuniperHeader } from './juniper-header';
import { encryption, gateway, monitoring, services } from './juniper-services';
import { printLlcHeader } from './llc';

/** Prints the frame behind the header. */
type FramePrinter = (context: PrintContext, header: JuniperHeader) => void;

const header = new JuniperHeader();

/** Network protocols in cookies of adaptive services. */
const Network = { ipv4: 0x00, ipv6: 0x10, mpls: 0x20, iso: 0x30 } as const;
const pppOsi = 0x0023;
const pppAddressControl = 0xff03;
/** A packet that did not come through the routing engine's own port: IS-IS, over PPP. */
const fromRoutingEngine = 0x0c;
const llcIso = 0xfefe;
/** An LLC control byte, and an identifier behind it. */
const Unnumbered = { alone: 0x0003, padded: 0x0300, q933: 0x0308, ipv4: 0x03cc, ipv6: 0x038e } as const;
const oldOam = 0x80;
const gapMask = 0x3f;
const snapHeader = 0xaaaa03;
const isoHeader = 0xfefe03;
const unnumberedInformation = 0x03;
const pppProtocols: ReadonlySet<number> = new Set([
  ...[0x0021, 0x0023, 0x003d, 0x0057, 0x0281, 0x0283],
  ...[0x8021, 0x8023, 0x8057, 0x8281, 0xc021, 0xc023, 0xc223],
]);

function linkPrinter(name: string, card: Card | undefined, print: FramePrinter): LinkPrinter {
  return (context, at, _caplen, length) => {
    context.protocol = name;
    if (!header.parse(context, at, length, card)) return;
    const { headerLength } = context;
    print(context, header);
    context.headerLength = headerLength;
  };
}

/** The routed packet of a bundle by adaptive services; false: it is none of these. */
function networkPacket(context: PrintContext, { protocol, next, length }: JuniperHeader): boolean {
  if (protocol === Network.ipv4) printIpv4(context, next, length);
  else if (protocol === Network.ipv6) printIpv6(context, next, length);
  else if (protocol === Network.mpls) printMpls(context, next, length);
  else if (protocol === Network.iso) printIso(context, next, length);
  else return false;
  return true;
}

function bundle(context: PrintContext, number: number, after: string): void {
  context.out.text('Bundle-ID ');
  context.out.decimal(number);
  context.out.text(after);
}

function multilinkPpp(context: PrintContext, found: JuniperHeader): void {
  const { cookie, next, length, protocol } = found;
  const start = (cookie[0] << 8) | cookie[1];
  // What looks like the start of a frame is no cookie: this is a link of a bundle.
  if (context.linkLevel && start !== pppOsi && start !== pppAddressControl) bundle(context, found.bundle, ': ');
  if (protocol === Network.ipv4 && cookie[4] === fromRoutingEngine) printPpp(context, next, length);
  else if (networkPacket(context, found)) return;
  else if (start === pppOsi) printPpp(context, next - 2, length + 2);
  else printPpp(context, next, length);
}

/** true unless the cookie says that a link of a bundle was captured. */
function isBundle({ cookie }: JuniperHeader): boolean {
  return !(cookie[0] === 0 && cookie[1] === 0 && cookie[2] === 0 && cookie[3] === 1);
}

function multilinkFrameRelay(context: PrintContext, found: JuniperHeader): void {
  const { next, length, protocol } = found;
  if (context.linkLevel && isBundle(found)) bundle(context, found.bundle, ', ');
  if (protocol === Unnumbered.alone || protocol === Unnumbered.padded) printIso(context, next, length);
  else numbered(context, found);
}

function multilinkUni(context: PrintContext, found: JuniperHeader): void {
  const { cookieLength, next, length, protocol } = found;
  if (cookieLength === 0) {
    printMfr(context, next, length);
    return;
  }
  if (cookieLength === 8) {
    networkPacket(context, found);
    return;
  }
  if (context.linkLevel && isBundle(found)) bundle(context, found.bundle, ', ');
  if (protocol === llcIso) {
    context.view.need(next, 1);
    printIso(context, next + 1, length - 1);
  } else {
    numbered(context, found);
  }
}

/** By the identifier behind a control byte, which the protocol field holds both. */
function numbered(context: PrintContext, { next, length, protocol }: JuniperHeader): void {
  if (protocol === Unnumbered.q933 || protocol === Unnumbered.ipv4 || protocol === Unnumbered.ipv6) {
    printIso(context, next - 1, length + 1);
    return;
  }
  context.out.text('unknown protocol 0x');
  context.out.hex16(protocol);
  context.out.text(', length ');
  context.out.decimal(length);
}

/** true: an LLC header led to a printer. */
function llcFrame(context: PrintContext, { next, length }: JuniperHeader): boolean {
  const start = context.view.u24(next);
  return (start === isoHeader || start === snapHeader) && printLlcHeader(context, next, length) > 0;
}

/** true: Cisco's identifier behind a control byte. */
function ciscoFrame(context: PrintContext, { next, length }: JuniperHeader): boolean {
  const is = context.view.u8(next) === unnumberedInformation;
  if (is) printIso(context, next + 1, length - 1);
  return is;
}

function atm1(context: PrintContext, found: JuniperHeader): void {
  const { cookie, next, length } = found;
  if (cookie[0] === oldOam) printAtmOam(context, next, length, false);
  else if (!llcFrame(context, found) && !ciscoFrame(context, found)) guessIp(context, next, length);
}

function atm2(context: PrintContext, found: JuniperHeader): void {
  const { cookie, inbound, next, length } = found;
  if ((cookie[7] & cellMask) !== 0) printAtmOam(context, next, length, false);
  else if (llcFrame(context, found)) return;
  else if (!inbound && (cookie[3] & gapMask) !== 0) printEthernet(context, next, length);
  else if (ciscoFrame(context, found)) return;
  else if (pppProtocols.has(context.view.u16(next))) printPpp(context, next, length);
  else guessIp(context, next, length);
}

/** The protocol field of PPPoE, and its frame. */
function pppoeOverAtm(context: PrintContext, { next, length }: JuniperHeader): void {
  const type = context.view.u16(next);
  if (printEthertype(context, type, next + 2, length - 2)) return;
  context.out.text('unknown ethertype 0x');
  context.out.hex16(type);
}

/** Ethernet: its header, too, is left out at -x. */
export function printJuniperEther(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.protocol = 'juniper_ether';
  if (!header.parse(context, at, length, undefined)) return;
  const { headerLength } = context;
  printEthernetLink(context, header.next, context.view.available(header.next), header.length);
  context.headerLength += headerLength;
}

export const printJuniperMlppp = linkPrinter(
  'juniper_mlppp',
  { name: 'MLPPP', cookieLength: 2, kind: 'mlppp' },
  multilinkPpp,
);
export const printJuniperMlfr = linkPrinter(
  'juniper_mlfr',
  { name: 'MLFR', cookieLength: 2, kind: 'mlfr' },
  multilinkFrameRelay,
);
export const printJuniperEs = linkPrinter('juniper_es', { name: 'ES', cookieLength: 0 }, encryption);
export const printJuniperGgsn = linkPrinter('juniper_ggsn', { name: 'GGSN', cookieLength: 8 }, gateway);
export const printJuniperMfr = linkPrinter('juniper_mfr', { name: 'MFR', cookieLength: 4, kind: 'mfr' }, multilinkUni);
export const printJuniperAtm2 = linkPrinter('juniper_atm2', { name: 'ATM2', cookieLength: 8, kind: 'atm2' }, atm2);
export const printJuniperServices = linkPrinter('juniper_services', { name: 'AS', cookieLength: 8 }, services);
export const printJuniperAtm1 = linkPrinter('juniper_atm1', { name: 'ATM1', cookieLength: 4 }, atm1);
export const printJuniperMonitor = linkPrinter('juniper_monitor', { name: 'MONITOR', cookieLength: 8 }, monitoring);
export const printJuniperPppoe = linkPrinter(
  'juniper_pppoe',
  { name: 'PPPoE', cookieLength: 0 },
  (context, { next, length }) => {
    printEthernet(context, next, length);
  },
);
export const printJuniperPppoeAtm = linkPrinter(
  'juniper_pppoe_atm',
  { name: 'PPPoE ATM', cookieLength: 0 },
  pppoeOverAtm,
);
export const printJuniperPpp = linkPrinter('juniper_ppp', undefined, (context, { next, length }) => {
  printPpp(context, next, length);
});
export const printJuniperFrameRelay = linkPrinter('juniper_frelay', undefined, (context, { next, length }) => {
  printFrameRelay(context, next, length);
});
export const printJuniperChdlc = linkPrinter('juniper_chdlc', undefined, (context, { next, length }) => {
  printChdlc(context, next, length);
});
