/** IP Authentication Header (RFC 4302) and Encapsulating Security Payload (RFC 4303). */
import { authenticationFixedLength, espHeaderLength } from '../../decode/ipsec';
import type { PrintContext } from '../context';
import { printIpPayload } from './ip-payload';

export function printAuthentication(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ah';
  if (!view.has(at, 1)) {
    context.truncated();
    return;
  }
  const next = view.u8(at);
  out.text('AH');
  const size = (view.u8(at + 1) + 2) * 4;
  const icv = size - authenticationFixedLength;
  out.char(0x28);
  if (context.verbose > 0) {
    out.text('length=');
    out.decimal(view.u8(at + 1));
    out.text('(');
    out.decimal(size);
    out.text('-bytes),');
  }
  const reserved = view.u16(at + 2);
  if (reserved !== 0) {
    out.text('reserved=0x');
    out.hex(reserved);
    out.text('[MustBeZero],');
  }
  const index = view.u32(at + 4);
  out.text('spi=0x');
  out.hex32(index);
  out.char(0x2c);
  const sequence = view.u32(at + 8);
  out.text('seq=0x');
  out.hex(sequence);
  out.text(',icv=0x');
  out.reserve(2 * Math.max(0, icv));
  for (let i = 0; i < icv; i++) out.hex8(view.u8(at + authenticationFixedLength + i));
  out.text('): ');
  printIpPayload(context, next, at + size, length - size);
}

export function printEsp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'esp';
  if (!view.has(at, espHeaderLength + 1)) {
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
