/** How an NFS reply ended: by the RPC layer (RFC 5531, 9) and by NFS itself (RFC 1813, 2.6). */
import { RpcAccept, RpcReject, RpcReply, rpcAcceptStatus } from '../../decode/rpc';
import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';
import { needWhole } from './nfs-arguments';

const acceptNames = names(() => ({
  [RpcAccept.programUnavailable]: 'PROG_UNAVAIL',
  [RpcAccept.programMismatch]: 'PROG_MISMATCH',
  [RpcAccept.procedureUnavailable]: 'PROC_UNAVAIL',
  [RpcAccept.garbageArguments]: 'GARBAGE_ARGS',
  [RpcAccept.systemError]: 'SYSTEM_ERR',
}));

const authenticationNames = names(() => ({
  0: 'OK',
  1: 'Bogus Credentials (seal broken)',
  2: 'Rejected Credentials (client should begin new session)',
  3: 'Bogus Verifier (seal broken)',
  4: 'Verifier expired or was replayed',
  5: 'Credentials are too weak',
  6: 'Bogus response verifier',
  7: 'Unknown failure',
}));

/** errno values of the first servers, and the errors that version 3 added. */
const statusNames = names(() => ({
  1: 'Operation not permitted',
  2: 'No such file or directory',
  5: 'Input/output error',
  6: 'Device not configured',
  11: 'Resource deadlock avoided',
  12: 'Cannot allocate memory',
  13: 'Permission denied',
  17: 'File exists',
  18: 'Cross-device link',
  19: 'Operation not supported by device',
  20: 'Not a directory',
  21: 'Is a directory',
  22: 'Invalid argument',
  26: 'Text file busy',
  27: 'File too large',
  28: 'No space left on device',
  30: 'Read-only file system',
  31: 'Too many links',
  45: 'Operation not supported',
  62: 'Too many levels of symbolic links',
  63: 'File name too long',
  66: 'Directory not empty',
  69: 'Disc quota exceeded',
  70: 'Stale NFS file handle',
  71: 'Too many levels of remote in path',
  99: 'Write cache flushed to disk',
  10001: 'Illegal NFS file handle',
  10002: 'Update synchronization mismatch',
  10003: 'READDIR/READDIRPLUS cookie is stale',
  10004: 'Operation not supported',
  10005: 'Buffer or request is too small',
  10006: 'Unspecified error on server',
  10007: 'Object of that type not supported',
  10008: "Request couldn't be completed in time",
}));

/** `reply ok 24`, or why the call was refused; true: accepted. */
export function printReplyState(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  needWhole(context, at + 8, 4);
  const state = view.u32(at + 8);
  if (state === RpcReply.accepted) {
    out.text('reply ok ');
    out.decimal(length);
    return true;
  }
  if (state !== RpcReply.denied) {
    out.text('reply Unknown rpc response code=');
    out.decimal(state);
    out.char(0x20);
    out.decimal(length);
    return false;
  }
  out.text('reply ERR ');
  out.decimal(length);
  out.text(': ');
  needWhole(context, at + 12, 4);
  const reason = view.u32(at + 12);
  if (reason === RpcReject.versionMismatch) {
    needWhole(context, at + 16, 8);
    out.text('RPC Version mismatch (');
    out.decimal(view.u32(at + 16));
    out.char(0x2d);
    out.decimal(view.u32(at + 20));
    out.char(0x29);
  } else if (reason === RpcReject.authentication) {
    needWhole(context, at + 16, 4);
    const why = view.u32(at + 16);
    out.text('Auth ');
    nameOr(out, authenticationNames, why, 'Invalid failure code ');
  } else {
    out.text('Unknown reason for rejecting rpc message ');
    out.decimal(reason);
  }
  return false;
}

/** Where the results begin; -1: there are none and that has been said; 0: a length is wrong. */
export function resultsAt(context: PrintContext, at: number, length: number): number {
  const status = rpcAcceptStatus(context.view, at, length);
  if (status < 0) return 0;
  const value = context.view.u32(status);
  if (value === RpcAccept.success) return status + 4;
  context.out.char(0x20);
  nameOr(context.out, acceptNames, value, 'ar_stat ');
  return -1;
}

/** Prints an error; returns the status. */
export function nfsStatus(context: PrintContext, at: number): number {
  const { out, view } = context;
  const status = view.u32(at);
  if (status !== 0) {
    out.text(' ERROR: ');
    nameOr(out, statusNames, status, 'unk ');
  }
  return status;
}
