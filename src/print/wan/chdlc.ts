/** Cisco HDLC (RFC 1547, 4.3) and its Serial Line Address Resolution Protocol. */

import type { PrintContext } from '../context';
import { printEthertype } from '../link/ethertype';
import { printIso } from '../network/iso';
import { isOsiProtocol } from '../network/osi';
import { ipv4 } from '../text/address';
import { ethertypeNames } from '../text/names';

const headerLength = 4;
const Type = { ipv4: 0x0800, ipv6: 0x86dd, slarp: 0x8035, mpls: 0x8847, mplsMulticast: 0x8848, osi: 0xfefe } as const;
const Address = { unicast: 0x0f, broadcast: 0x8f } as const;
/** Network layer protocol identifiers that a padding byte may precede. */

const SlarpCode = { request: 0, reply: 1, keepalive: 2 } as const;
const slarpLeast = 14;
/** With the time for which the line has been up. */
const slarpMost = 18;

export function printChdlcLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.headerLength = printChdlc(context, at, length);
}

/** Returns how many bytes -x leaves out. */
export function printChdlc(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  context.protocol = 'chdlc';
  if (length < headerLength) {
    context.truncated();
    return view.available(at);
  }
  const type = view.u16(at + 2);
  if (context.linkLevel) header(context, at, type, length);
  const next = at + headerLength;
  const left = length - headerLength;
  context.headerLength = headerLength;
  switch (type) {
    case Type.ipv4:
    case Type.ipv6:
    case Type.mpls:
    case Type.mplsMulticast:
      printEthertype(context, type, next, left);
      break;
    case Type.slarp:
      slarp(context, next, left);
      break;
    case Type.osi:
      if (left < 2) {
        context.truncated();
        return view.available(at);
      }
      osi(context, next, left);
      break;
    default:
      if (context.linkLevel) break;
      out.text('unknown CHDLC protocol (0x');
      out.hex16(type);
      out.char(0x29);
  }
  return headerLength;
}

function header(context: PrintContext, at: number, type: number, length: number): void {
  const { out, view } = context;
  const address = view.u8(at);
  if (address === Address.unicast) out.text('unicast');
  else if (address === Address.broadcast) out.text('bcast');
  else {
    out.text('0x');
    out.hex8(address);
  }
  out.text(', ethertype ');
  out.text(ethertypeNames.get(type) ?? 'Unknown');
  out.text(' (0x');
  out.hex16(type);
  out.text('), length ');
  out.decimal(length);
  out.text(': ');
}

/** Some senders put a padding byte before the identifier of CLNP, ES-IS and IS-IS. */
function osi(context: PrintContext, at: number, length: number): void {
  if (isOsiProtocol(context.view.u8(at + 1))) printIso(context, at + 1, length - 1);
  else printIso(context, at, length);
}

function slarp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'chdlc_slarp';
  out.text('SLARP (length: ');
  out.decimal(length);
  out.text('), ');
  if (length < slarpLeast || !view.has(at, slarpLeast)) {
    context.truncated();
    return;
  }
  const code = view.u32(at);
  switch (code) {
    case SlarpCode.request:
      out.text('request');
      break;
    case SlarpCode.reply:
      out.text('reply ');
      ipv4(out, view, at + 4);
      out.char(0x2f);
      ipv4(out, view, at + 8);
      break;
    case SlarpCode.keepalive:
      keepalive(context, at, length);
      break;
    default:
      out.text('0x');
      if (code < 0x10) out.char(0x30);
      out.hex(code);
      out.text(' unknown');
      if (context.verbose <= 1) context.dumpPart('\n\t', at + 4, length - 4);
  }
  if (length > slarpMost && context.verbose > 0) {
    out.text(', (trailing junk: ');
    out.decimal(length - slarpMost);
    out.text(' bytes)');
  }
  if (context.verbose <= 1) return;
  // Of a keepalive with its time, tcpdump shows only what follows.
  const shownAt = code === SlarpCode.keepalive && length >= slarpMost ? at + slarpMost : at + 4;
  context.dumpPart('\n\t', shownAt, length - (shownAt - at));
}

function keepalive(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text('keepalive: mineseen=0x');
  out.hex32(view.u32(at + 4));
  out.text(', yourseen=0x');
  out.hex32(view.u32(at + 8));
  out.text(', reliability=0x');
  out.hex16(view.u16(at + 12));
  if (length < slarpMost) return;
  const seconds = Math.floor(view.u32(at + slarpLeast) / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  out.text(', link uptime=');
  out.decimal(days);
  out.char(0x64);
  out.decimal(hours % 24);
  out.char(0x68);
  out.decimal(minutes % 60);
  out.char(0x6d);
  out.decimal(seconds % 60);
  out.char(0x73);
}
