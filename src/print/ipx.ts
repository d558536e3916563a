/** Internetwork Packet Exchange (Novell, "IPX Router Specification"): the header, and sockets by number. */
import { linkAddress } from './address';
import type { PrintContext } from './context';

const headerLength = 30;

const Socket = {
  ncp: 0x0451,
  sap: 0x0452,
  rip: 0x0453,
  netbios: 0x0455,
  diagnostics: 0x0456,
  dialog: 0x9086,
  watchdog: 0x0861,
} as const;

function node(context: PrintContext, network: number, at: number): void {
  const { out, view } = context;
  out.hex32(view.u32(network));
  out.char(0x2e);
  linkAddress(out, view, at, 6);
}

export function printIpx(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ipx';
  if (!context.linkLevel) out.text('IPX ');
  view.need(at, headerLength);
  node(context, at + 18, at + 22);
  out.char(0x2e);
  out.hex16(view.u16(at + 28));
  out.text(' > ');
  node(context, at + 6, at + 10);
  out.char(0x2e);
  out.hex16(view.u16(at + 16));
  out.text(': ');
  const said = view.u16(at + 2);
  if (said < headerLength) {
    out.text('[length ');
    out.decimal(said);
    out.text(' < ');
    out.decimal(headerLength);
    out.char(0x5d);
    context.invalid();
    return;
  }
  if (said > length) {
    out.text('[length ');
    out.decimal(said);
    out.text(' > ');
    out.decimal(length);
    out.char(0x5d);
    context.invalid();
    return;
  }
  payload(context, at, said);
}

function payload(context: PrintContext, at: number, said: number): void {
  const { out, view } = context;
  const destination = view.u16(at + 16);
  switch (destination) {
    case Socket.sap:
      out.text('ipx-sap');
      break;
    case Socket.rip:
      out.text('ipx-rip');
      break;
    case Socket.netbios:
      out.text('ipx-netbios ');
      out.decimal(said - headerLength);
      break;
    case Socket.diagnostics:
      out.text('ipx-diags');
      break;
    case Socket.dialog:
      out.text('ipx-security');
      break;
    default:
      if (destination === Socket.ncp || view.u16(at + 28) === Socket.ncp) {
        out.text('ipx-ncp ');
        out.decimal(said - headerLength);
        break;
      }
      out.decimal(said);
  }
}
