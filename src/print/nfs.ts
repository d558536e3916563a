/** NFS calls and replies by RPC transaction (RFC 1813, RFC 1094). */
import type { PrintContext } from './context';

export function printNfsCall(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'nfs';
  out.text('NFS request xid ');
  out.decimal(view.u32(at));
  out.char(0x20);
  out.decimal(length);
}

export function printNfsReply(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'nfs';
  out.text('NFS reply xid ');
  out.decimal(view.u32(at));
  out.char(0x20);
  out.decimal(length);
}
