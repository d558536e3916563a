/** ONC RPC (RFC 5531) on the NFS port: the call or reply and its NFS procedure. */
import type { PrintContext } from './context';
import { printNfsCall, printNfsReply } from './nfs';

const nfsPort = 2049;
const Message = { call: 0, reply: 1 } as const;

/** true: it was NFS and has been printed. */
export function printRpcOverUdp(context: PrintContext, at: number, length: number): boolean {
  if (context.sourcePort !== nfsPort && context.destinationPort !== nfsPort) return false;
  const { view } = context;
  if (!view.has(at, 8)) return false;
  const direction = view.u32(at + 4);
  if (context.destinationPort === nfsPort && direction === Message.call) printNfsCall(context, at, length);
  else if (context.sourcePort === nfsPort && direction === Message.reply) printNfsReply(context, at, length);
  else return false;
  return true;
}
