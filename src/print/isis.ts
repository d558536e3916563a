/** IS-IS (ISO/IEC 10589): hellos, link-state and sequence number PDUs; first line only. */
import type { PrintContext } from './context';

const headerLength = 8;

const Pdu = {
  l1Hello: 15,
  l2Hello: 16,
  pointToPoint: 17,
  l1Lsp: 18,
  l2Lsp: 20,
  l1Csnp: 24,
  l2Csnp: 25,
  l1Psnp: 26,
  l2Psnp: 27,
} as const;

function systemId(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  view.need(at, count);
  for (let i = 0; i < Math.min(6, count); i++) {
    out.hex8(view.u8(at + i));
    if (i === 1 || i === 3) out.char(0x2e);
  }
  if (count > 6) {
    out.char(0x2e);
    out.hex8(view.u8(at + 6));
  }
  if (count > 7) {
    out.char(0x2d);
    out.hex8(view.u8(at + 7));
  }
}

export function printIsis(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'isis';
  view.need(at, headerLength);
  const type = view.u8(at + 4) & 0x1f;
  if (!context.linkLevel) out.text('IS-IS, ');
  const body = at + headerLength;
  switch (type) {
    case Pdu.l1Hello:
    case Pdu.l2Hello:
      out.text(type === Pdu.l1Hello ? 'L1 Lan IIH, src-id ' : 'L2 Lan IIH, src-id ');
      systemId(context, body + 1, 6);
      out.text(', lan-id ');
      systemId(context, body + 12, 7);
      out.text(', prio ');
      out.decimal(view.u8(body + 11));
      break;
    case Pdu.pointToPoint:
      out.text('p2p IIH, src-id ');
      systemId(context, body + 1, 6);
      break;
    case Pdu.l1Lsp:
    case Pdu.l2Lsp:
      out.text(type === Pdu.l1Lsp ? 'L1 LSP, lsp-id ' : 'L2 LSP, lsp-id ');
      systemId(context, body + 4, 8);
      out.text(', seq 0x');
      out.hex32(view.u32(body + 12));
      out.text(', lifetime ');
      out.decimalWide(view.u16(body + 2), 5);
      out.char(0x73);
      break;
    case Pdu.l1Csnp:
    case Pdu.l2Csnp:
      out.text(type === Pdu.l1Csnp ? 'L1 CSNP, src-id ' : 'L2 CSNP, src-id ');
      systemId(context, body + 2, 7);
      break;
    case Pdu.l1Psnp:
    case Pdu.l2Psnp:
      out.text(type === Pdu.l1Psnp ? 'L1 PSNP, src-id ' : 'L2 PSNP, src-id ');
      systemId(context, body + 2, 7);
      break;
    default:
      out.text('PDU type ');
      out.decimal(type);
  }
  out.text(', length ');
  out.decimal(length);
}
