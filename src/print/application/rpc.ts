/** ONC RPC (RFC 5531) on the NFS port, over UDP and in TCP records. */
import { RpcDirection } from '../../decode/rpc';
import type { PrintContext } from '../context';

export const nfsPort = 2049;
/** The last bit of a record mark says whether it is the last fragment, the rest is its length (RFC 5531, 11). */
const fragmentLengthMask = 0x7fffffff;

/** true: it was NFS and has been printed. */
export function printRpcOverUdp(context: PrintContext, at: number, length: number): boolean {
  return printMessage(context, '', at, length);
}

export function printRpcOverTcp(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  if (length < 4 || !view.has(at, 4)) return;
  printMessage(context, ': ', at + 4, Math.min(view.u32(at) & fragmentLengthMask, length - 4));
}

function printMessage(context: PrintContext, prefix: string, at: number, length: number): boolean {
  const { sourcePort, destinationPort, out, view } = context;
  if (sourcePort !== nfsPort && destinationPort !== nfsPort) return false;
  if (!view.has(at, 8)) return false;
  const direction = view.u32(at + 4);
  if (destinationPort === nfsPort && direction === RpcDirection.call) {
    context.protocol = 'nfs';
    out.text(prefix);
    out.text('NFS request xid ');
    out.decimal(view.u32(at));
    out.char(0x20);
    context.tables.rare().printNfsCall(context, at, length);
    return true;
  }
  if (sourcePort === nfsPort && direction === RpcDirection.reply) {
    context.protocol = 'nfs';
    out.text(prefix);
    out.text('NFS reply xid ');
    out.decimal(view.u32(at));
    out.char(0x20);
    context.tables.rare().printNfsReply(context, at, length);
    return true;
  }
  return false;
}
