/** ATM: LLC encapsulation (RFC 2684), classical IP (RFC 2225), SunATM's captures and reserved circuits. */

import { printSnmp } from '../application/snmp';
import type { PrintContext } from '../context';
import { printLlc } from '../link/llc';
import { printIso } from '../network/iso';
import { names } from '../text/names';
import { printAtmOam } from './atm-oam';
import { printLane } from './lane';

const unnumberedInformation = 0x03;
/** Destination SAP, source SAP and control of UI frames. */
const LlcHeader = { ip: 0x060603, snap: 0xaaaa03, iso: 0xfefe03 } as const;
/** IEEE 802.6 header that a driver of Fore's has put before everything else. */
const metropolitanLength = 20;

const sunHeaderLength = 4;
const transmitted = 0x80;
const trafficMask = 0x0f;
const Traffic = { lane: 1 } as const;

/** Virtual channels of path 0 (ATM Forum UNI 3.1). */
const Channel = { metaSignalling: 1, broadcast: 2, oamSegment: 3, oamEnd: 4, signalling: 5, ilmi: 16 } as const;
const q2931 = 0x09;
const messageNames = names(() => ({
  0x02: 'Call_proceeding',
  0x05: 'Setup',
  0x07: 'Connect',
  0x0f: 'Connect_ack',
  0x46: 'Restart',
  0x4d: 'Release',
  0x4e: 'Restart_ack',
  0x5a: 'Release_complete',
  0x75: 'Status_enquiry',
  0x7d: 'Status',
  0x80: 'Add_party',
  0x81: 'Add_party_ack',
  0x82: 'Add_party_reject',
  0x83: 'Drop_party',
  0x84: 'Drop_party_ack',
}));

export function printAtmLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'atm';
  if (view.u8(at) === unnumberedInformation) {
    if (context.linkLevel) out.text('CNLPID ');
    context.headerLength = 1;
    printIso(context, at + 1, length - 1);
    return;
  }
  const header = view.u24(at);
  const isLlc = header === LlcHeader.snap || header === LlcHeader.iso || header === LlcHeader.ip;
  const skip = isLlc ? 0 : metropolitanLength;
  if (!isLlc && context.linkLevel) {
    view.need(at, 16);
    for (let i = 0; i < 16; i += 4) {
      out.hex32(view.u32(at + i));
      if ((i & 4) !== 0) out.char(0x20);
    }
  }
  view.need(at, skip);
  context.headerLength = skip;
  const inside = printLlc(context, at + skip, length - skip);
  context.headerLength = skip + inside;
}

export function printSunAtmLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'sunatm';
  const first = view.u8(at);
  if (context.linkLevel) out.text((first & transmitted) !== 0 ? 'Tx: ' : 'Rx: ');
  const path = view.u8(at + 1);
  const channel = view.u16(at + 2);
  context.headerLength = sunHeaderLength;
  const isLane = (first & trafficMask) === Traffic.lane;
  printAtm(context, path, channel, isLane, at + sunHeaderLength, length - sunHeaderLength);
}

/** What an AAL5 frame of a virtual channel holds. */
function printAtm(
  context: PrintContext,
  path: number,
  channel: number,
  isLane: boolean,
  at: number,
  length: number,
): void {
  const { out } = context;
  context.protocol = 'atm';
  if (context.linkLevel) {
    out.text('VPI:');
    out.decimal(path);
    out.text(' VCI:');
    out.decimal(channel);
    out.char(0x20);
  }
  if (path === 0 && printReserved(context, channel, at, length)) return;
  if (isLane) printLane(context, at, length);
  else printLlc(context, at, length);
}

/** false: the channel is none of those that path 0 reserves. */
function printReserved(context: PrintContext, channel: number, at: number, length: number): boolean {
  const { out } = context;
  switch (channel) {
    case Channel.signalling:
      signalling(context, at);
      return true;
    case Channel.broadcast:
      out.text('broadcast sig: ');
      return true;
    case Channel.oamSegment:
    case Channel.oamEnd:
      printAtmOam(context, at, length, true);
      return true;
    case Channel.metaSignalling:
      out.text('meta: ');
      return true;
    case Channel.ilmi:
      out.text('ilmi: ');
      printSnmp(context, at, length);
      return true;
    default:
      return false;
  }
}

function signalling(context: PrintContext, at: number): void {
  const { out, view } = context;
  const protocol = view.u8(at);
  if (protocol !== q2931) {
    out.text('SSCOP, proto ');
    out.decimal(protocol);
    out.char(0x20);
    return;
  }
  out.text('Q.2931');
  const message = view.u8(at + 5);
  const name = messageNames.get(message);
  out.char(0x3a);
  if (name === undefined) {
    out.text('msgtype#');
    out.decimal(message);
  } else {
    out.text(name);
  }
  out.text(' CALL_REF:0x');
  out.hex8(view.u8(at + 2));
  out.hex16(view.u16(at + 3));
}
