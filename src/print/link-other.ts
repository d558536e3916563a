/** Link types with an LLC header behind one of their own: FDDI (ANSI X3.139), Cisco HDLC (RFC 1547). */
import { isVlanType } from '../decode/vlan';
import type { PrintContext } from './context';
import { ethertypeName } from './ethernet';
import { printEthertype } from './ethertype';
import { printIso } from './iso';
import { printLlc } from './llc';
import { namedMac } from './named';

const fddiHeaderLength = 13;
/** Frame control bytes of LLC frames: CLFFFFFF with FFFF = LLC. */
const fddiClassMask = 0xf0;
const fddiLlc = 0x50;
const fddiPriorityMask = 0x07;
const hdlcHeaderLength = 4;
const slarp = 0x8035;
/** OSI protocols follow a padding byte (Cisco). */
const osi = 0xfefe;

export function printFddi(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'fddi';
  if (length < fddiHeaderLength || !view.has(at, fddiHeaderLength)) {
    context.truncated();
    context.headerLength = view.available(at);
    return;
  }
  const control = view.u8(at);
  context.linkDestinationAt = at + 1;
  context.linkSourceAt = at + 7;
  const isLlc = (control & fddiClassMask) === fddiLlc;
  if (context.linkLevel) {
    if (isLlc && context.quiet === 0) {
      out.text('async');
      out.decimal(control & fddiPriorityMask);
      out.char(0x20);
    }
    namedMac(context, context.linkSourceAt);
    out.text(' > ');
    namedMac(context, context.linkDestinationAt);
    out.text(', length ');
    out.decimal(length);
    out.text(': ');
  }
  context.headerLength = fddiHeaderLength;
  if (isLlc) context.headerLength += printLlc(context, at + fddiHeaderLength, length - fddiHeaderLength);
  else context.dump(at + fddiHeaderLength, length - fddiHeaderLength);
}

export function printHdlc(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'chdlc';
  view.need(at, hdlcHeaderLength);
  const type = view.u16(at + 2);
  context.headerLength = hdlcHeaderLength;
  if (context.linkLevel) {
    const address = view.u8(at);
    if (address === 0x0f) out.text('unicast');
    else if (address === 0x8f) out.text('bcast');
    else {
      out.text('0x');
      out.hex8(address);
    }
    out.text(', ');
    ethertypeName(context, type);
    out.text(', length ');
    out.decimal(length);
    out.text(': ');
  }
  const from = at + hdlcHeaderLength;
  const left = length - hdlcHeaderLength;
  if (type === slarp) {
    out.text('SLARP (length: ');
    out.decimal(left);
    out.char(0x29);
    return;
  }
  if (type === osi) {
    printIso(context, from + 1, left - 1);
    return;
  }
  if (!isVlanType(type) && printEthertype(context, type, from, left)) return;
  if (!context.linkLevel) {
    out.text('unknown CHDLC protocol (0x');
    out.hex16(type);
    out.char(0x29);
  }
}
