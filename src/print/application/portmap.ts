/**
 * ONC RPC wherever it is (-T rpc): a call as one of the port mapper (RFC 1833), a reply as NFS's. In place of the ports
 * stand the transaction's number and the service, as in tcpdump.
 */
import { RpcDirection, rpcCallSize } from '../../decode/rpc';
import type { PrintContext } from '../context';
import { namedAddress } from '../text/named';
import { nameOr, names } from '../text/names';
import { count } from '../text/phrase';
import { printNfsReply } from './nfs-reply';
import { nfsPort } from './rpc';

/** Up to the length of the credentials. */
const callLength = rpcCallSize + 8;
const rpcVersion = 2;
const portMapperPort = 111;
const Procedure = { set: 1, unset: 2, getport: 3, callit: 5 } as const;
const procedureNames = names(() => ({
  0: 'null',
  [Procedure.set]: 'set',
  [Procedure.unset]: 'unset',
  [Procedure.getport]: 'getport',
  4: 'dump',
  [Procedure.callit]: 'call',
}));
const withProgram: ReadonlySet<number> = new Set(Object.values(Procedure));

export function printRpc(context: PrintContext, at: number, length: number): void {
  if (context.view.u32(at + 4) === RpcDirection.call) call(context, at, length);
  else reply(context, at, length);
}

function call(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'sunrpc';
  view.need(at, callLength);
  namedAddress(context, context.sourceAt);
  out.text('.0x');
  out.hex(view.u32(at));
  out.text(' > ');
  namedAddress(context, context.destinationAt);
  out.char(0x2e);
  if (context.names === undefined) {
    out.text('0x');
    out.hex(portMapperPort);
  } else {
    out.text('sunrpc');
  }
  count(out, ': ', length, ' ');
  const procedure = view.u32(at + 20);
  nameOr(out, procedureNames, procedure, ' proc #');
  if (view.u32(at + 8) !== rpcVersion) count(out, ' [rpcver ', view.u32(at + 8), ']');
  if (!withProgram.has(procedure)) return;
  count(out, context.names === undefined ? ' ' : ' #', view.u32(at + 12));
  count(out, '.', view.u32(at + 16));
}

function reply(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'nfs';
  const transaction = view.u32(at);
  namedAddress(context, context.sourceAt);
  out.char(0x2e);
  if (context.names === undefined) out.decimal(nfsPort);
  else out.text('nfs');
  out.text(' > ');
  namedAddress(context, context.destinationAt);
  count(out, '.', transaction, ': ');
  printNfsReply(context, at, length);
}
