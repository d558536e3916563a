/** Calls of the Network File System, versions 2 (RFC 1094) and 3 (RFC 1813). */
import { NfsProcedure, nfsProcedure, nfsProcedureNames, nfsVersion3 } from '../../decode/nfs';
import { RpcCall, roundUp, rpcArguments, rpcCallSize } from '../../decode/rpc';
import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';
import { decimal64, signed64 } from '../text/wide';
import { fileName, handle, handleAndName, needWhole, readSettable, settableAttributes } from './nfs-arguments';
import { rememberCall } from './nfs-transactions';

const call = new RpcCall();
const credentialsOffset = 24;
const writeModes = ['unstable', 'datasync', 'filesync'];
export const nfsFileTypes = names(() => ({ 0: 'NON', 1: 'REG', 2: 'DIR', 3: 'BLK', 4: 'CHR', 5: 'LNK', 7: 'FIFO' }));
const FileType = { block: 3, character: 4 } as const;

const accessNames = [
  [0x01, 'NFS_ACCESS_READ'],
  [0x02, 'NFS_ACCESS_LOOKUP'],
  [0x04, 'NFS_ACCESS_MODIFY'],
  [0x08, 'NFS_ACCESS_EXTEND'],
  [0x10, 'NFS_ACCESS_DELETE'],
  [0x20, 'NFS_ACCESS_EXECUTE'],
] as const;
const allAccess = 0x3f;

/** What follows `NFS request xid N `. */
export function printNfsCall(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.decimal(length);
  needWhole(context, at, rpcCallSize);
  call.decode(view, at);
  rememberCall(context, call);
  const version3 = call.version === nfsVersion3;
  const procedure = nfsProcedure(call.version, call.procedure);
  procedureName(context, procedure);
  if (nfsProcedureNames[procedure] === undefined || procedure === NfsProcedure.null) return;
  const from = argumentsAt(context, at, length);
  if (from < 0) {
    context.truncated();
    return;
  }
  callArguments(context, procedure, from, version3);
}

/** Behind the credentials and the verifier; -1: there are none. */
function argumentsAt(context: PrintContext, at: number, length: number): number {
  const { view } = context;
  const credentials = at + credentialsOffset;
  const size = roundUp(view.u32(credentials + 4));
  needWhole(context, credentials + 8, size);
  if (8 + size <= length) {
    const verifier = credentials + 8 + size;
    needWhole(context, verifier + 8, roundUp(view.u32(verifier + 4)));
  }
  return rpcArguments(view, at, length);
}

/** ` getattr`, ` proc-99`. */
export function procedureName(context: PrintContext, procedure: number): void {
  const { out } = context;
  const name = procedure === NfsProcedure.nothing ? 'nop' : nfsProcedureNames[procedure];
  out.char(0x20);
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.text('proc-');
  out.decimal(procedure);
}

/** ` <unstable>` */
export function printWriteMode(context: PrintContext, mode: number): void {
  const { out } = context;
  out.text(' <');
  const name = writeModes[mode];
  if (name === undefined) {
    out.char(0x23);
    out.signed(mode | 0);
  } else {
    out.text(name);
  }
  out.char(0x3e);
}

function callArguments(context: PrintContext, procedure: number, at: number, version3: boolean): void {
  const { out } = context;
  switch (procedure) {
    case NfsProcedure.lookup:
    case NfsProcedure.create:
    case NfsProcedure.mkdir:
    case NfsProcedure.remove:
    case NfsProcedure.rmdir:
      handleAndName(context, at, version3);
      return;
    case NfsProcedure.symlink:
      symlink(context, at, version3);
      return;
    case NfsProcedure.mknod:
      makeNode(context, at, version3);
      return;
    case NfsProcedure.rename:
    case NfsProcedure.link: {
      const first = procedure === NfsProcedure.rename ? handleAndName : handle;
      const from = first(context, at, version3);
      out.text(' ->');
      handleAndName(context, from, version3);
      return;
    }
    default:
      afterHandle(context, procedure, handle(context, at, version3), version3);
  }
}

function afterHandle(context: PrintContext, procedure: number, at: number, version3: boolean): void {
  const { out, view } = context;
  switch (procedure) {
    case NfsProcedure.access:
      access(context, view.u32(at));
      break;
    case NfsProcedure.read:
      view.need(at, version3 ? 12 : 8);
      out.char(0x20);
      out.decimal(view.u32(version3 ? at + 8 : at + 4));
      out.text(' bytes @ ');
      if (version3) decimal64(out, view, at);
      else out.decimal(view.u32(at));
      break;
    case NfsProcedure.write:
      write(context, at, version3);
      break;
    case NfsProcedure.readdir:
      readDirectory(context, at, version3);
      break;
    case NfsProcedure.readdirplus:
      readDirectoryPlus(context, at);
      break;
    case NfsProcedure.commit:
      view.need(at, 12);
      out.char(0x20);
      out.decimal(view.u32(at + 8));
      out.text(' bytes @ ');
      decimal64(out, view, at);
      break;
  }
}

function access(context: PrintContext, flags: number): void {
  const { out } = context;
  if (flags > allAccess) {
    out.char(0x20);
    atLeast4(context, flags);
    return;
  }
  if (flags === allAccess) {
    out.text(' NFS_ACCESS_FULL');
    return;
  }
  let separator = 0x20;
  for (const [bit, name] of accessNames) {
    if ((flags & bit) === 0) continue;
    out.char(separator);
    out.text(name);
    separator = 0x7c;
  }
}

/** Hexadecimal of at least four digits. */
export function atLeast4(context: PrintContext, value: number): void {
  if (value > 0xffff) context.out.hex(value);
  else context.out.hex16(value);
}

function write(context: PrintContext, at: number, version3: boolean): void {
  const { out, view } = context;
  if (!version3) {
    view.need(at, 16);
    out.char(0x20);
    out.decimal(view.u32(at + 12));
    out.text(' (');
    out.decimal(view.u32(at + 8));
    out.text(') bytes @ ');
    out.decimal(view.u32(at + 4));
    out.text(' (');
    out.decimal(view.u32(at));
    out.char(0x29);
    return;
  }
  view.need(at, 20);
  out.char(0x20);
  out.decimal(view.u32(at + 16));
  out.text(' (');
  out.decimal(view.u32(at + 8));
  out.text(') bytes @ ');
  decimal64(out, view, at);
  if (context.verbose > 0) printWriteMode(context, view.u32(at + 12));
}

function symlink(context: PrintContext, at: number, version3: boolean): void {
  let from = handleAndName(context, at, version3);
  context.out.text(' ->');
  if (version3) from = readSettable(context, from);
  fileName(context, from);
  if (version3 && context.verbose > 0) settableAttributes(context);
}

function makeNode(context: PrintContext, at: number, version3: boolean): void {
  const { out, view } = context;
  const from = handleAndName(context, at, version3);
  const type = view.u32(from);
  const device = readSettable(context, from + 4);
  out.char(0x20);
  nameOr(out, nfsFileTypes, type, 'unk-ft ');
  if (context.verbose === 0) return;
  if (type === FileType.character || type === FileType.block) {
    view.need(device, 8);
    out.char(0x20);
    out.decimal(view.u32(device));
    out.char(0x2f);
    out.decimal(view.u32(device + 4));
  }
  settableAttributes(context);
}

function readDirectory(context: PrintContext, at: number, version3: boolean): void {
  const { out, view } = context;
  if (!version3) {
    view.need(at, 8);
    out.char(0x20);
    out.decimal(view.u32(at + 4));
    out.text(' bytes @ ');
    out.decimal(view.u32(at));
    return;
  }
  view.need(at, 20);
  cookieAndCount(context, at);
  if (context.verbose > 0) verifier(context, at + 8);
}

function readDirectoryPlus(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, 20);
  cookieAndCount(context, at);
  if (context.verbose === 0) return;
  const most = view.u32(at + 20);
  out.text(' max ');
  out.decimal(most);
  verifier(context, at + 8);
}

function cookieAndCount(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.char(0x20);
  out.decimal(view.u32(at + 16));
  out.text(' bytes @ ');
  signed64(out, view, at);
}

/** ` verf 0000000000000000` */
export function verifier(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, 8);
  out.text(' verf ');
  out.hex32(view.u32(at));
  out.hex32(view.u32(at + 4));
}
