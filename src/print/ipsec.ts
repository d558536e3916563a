/** IP Authentication Header (RFC 4302) and Encapsulating Security Payload (RFC 4303). */
import type { PrintContext } from './context';
import { printIpPayload } from './ip-payload';

const fixedLength = 12;

export function printAuthentication(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ah';
  view.need(at, fixedLength);
  const next = view.u8(at);
  const icv = (view.u8(at + 1) + 2) * 4 - fixedLength;
  out.text('AH(');
  if (context.verbose > 0) {
    out.text('length=');
    out.decimal(view.u8(at + 1));
    out.text('(');
    out.decimal(icv + fixedLength);
    out.text('-bytes),');
  }
  const reserved = view.u16(at + 2);
  if (reserved !== 0) {
    out.text('reserved[MBZ]=0x');
    out.hex(reserved);
    out.char(0x2c);
  }
  out.text('spi=0x');
  out.hex32(view.u32(at + 4));
  out.text(',seq=0x');
  out.hex(view.u32(at + 8));
  out.text(',icv=0x');
  view.need(at + fixedLength, Math.max(0, icv));
  out.reserve(2 * Math.max(0, icv));
  for (let i = 0; i < icv; i++) out.hex8(view.u8(at + fixedLength + i));
  out.text('): ');
  const size = fixedLength + Math.max(0, icv);
  printIpPayload(context, next, at + size, length - size);
}

export function printEsp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'esp';
  if (!view.has(at, 8)) {
    context.truncated();
    return;
  }
  out.text('ESP(spi=0x');
  out.hex32(view.u32(at));
  out.text(',seq=0x');
  out.hex(view.u32(at + 4));
  out.text('), length ');
  out.decimal(length);
}
