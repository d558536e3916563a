/** Replies of the Network File System, versions 2 (RFC 1094) and 3 (RFC 1813). */
import { NfsProcedure, NfsSize, nfsProcedure, nfsProcedureNames, nfsVersion3 } from '../../decode/nfs';
import { RpcCall } from '../../decode/rpc';
import { TRUNCATED } from '../../decode/view';
import type { PrintContext } from '../context';
import { decimal64, hex64 } from '../text/wide';
import { atLeast4, printWriteMode, procedureName, verifier } from './nfs';
import { fileName, handle, needWhole, takeWholeIsCut, timeStamp } from './nfs-arguments';
import { attributesAfter, changes, fileAttributes } from './nfs-attributes';
import { nfsStatus, printReplyState, resultsAt } from './nfs-status';
import { findCall } from './nfs-transactions';

const call = new RpcCall();
/** The server's error; 0: none. */
let status = 0;

/** What follows `NFS reply xid N `. */
export function printNfsReply(context: PrintContext, at: number, length: number): void {
  if (!printReplyState(context, at, length)) return;
  call.xid = context.view.u32(at);
  if (!findCall(context, call)) return;
  const version3 = call.version === nfsVersion3;
  const procedure = nfsProcedure(call.version, call.procedure);
  procedureName(context, procedure);
  if (nfsProcedureNames[procedure] === undefined || procedure === NfsProcedure.null) return;
  const from = resultsAt(context, at, length);
  if (from === 0) context.truncated();
  if (from <= 0) return;
  status = nfsStatus(context, from);
  takeWholeIsCut();
  try {
    if (version3 || procedure === NfsProcedure.mknod) results3(context, procedure, from + 4);
    else results2(context, procedure, from + 4);
  } catch (error) {
    // An error has been told: that attributes after it are cut is not said.
    if (error !== TRUNCATED || !takeWholeIsCut() || status === 0) throw error;
  }
}

function results2(context: PrintContext, procedure: number, at: number): void {
  if (status !== 0) return;
  switch (procedure) {
    case NfsProcedure.getattr:
    case NfsProcedure.setattr:
      fileAttributes(context, at, 1, false);
      break;
    case NfsProcedure.read:
    case NfsProcedure.write:
      fileAttributes(context, at, context.verbose, false);
      break;
    case NfsProcedure.lookup:
    case NfsProcedure.create:
    case NfsProcedure.mkdir:
      fileAttributes(context, handle(context, at, false), context.verbose, false);
      break;
    case NfsProcedure.readlink:
      context.out.char(0x20);
      fileName(context, at);
      break;
    case NfsProcedure.readdir:
      directory2(context, at);
      break;
    case NfsProcedure.fsstat:
      statistics2(context, at);
      break;
  }
}

function results3(context: PrintContext, procedure: number, at: number): void {
  const { out, verbose } = context;
  switch (procedure) {
    case NfsProcedure.getattr:
      if (status === 0) fileAttributes(context, at, 1, true);
      break;
    case NfsProcedure.lookup:
      lookup(context, at);
      break;
    case NfsProcedure.access:
      access(context, at);
      break;
    case NfsProcedure.readlink:
      if (status !== 0) break;
      fileNameAfter(context, attributesAfter(context, at));
      break;
    case NfsProcedure.read:
      read(context, at);
      break;
    case NfsProcedure.write:
      write(context, at);
      break;
    case NfsProcedure.create:
    case NfsProcedure.mkdir:
    case NfsProcedure.symlink:
    case NfsProcedure.mknod:
      created(context, at);
      break;
    case NfsProcedure.rename:
      if (verbose === 0) break;
      out.text(' from:');
      at = changes(context, at);
      out.text(' to:');
      changes(context, at);
      break;
    case NfsProcedure.link:
      if (verbose === 0) break;
      out.text(' file POST:');
      at = attributesAfter(context, at);
      out.text(' dir:');
      changes(context, at);
      break;
    case NfsProcedure.readdir:
    case NfsProcedure.readdirplus:
    case NfsProcedure.fsstat:
    case NfsProcedure.fsinfo:
    case NfsProcedure.pathconf:
      aboutDirectory(context, procedure, at);
      break;
    default:
      changes(context, at);
  }
}

function fileNameAfter(context: PrintContext, at: number): void {
  context.out.char(0x20);
  fileName(context, at);
}

function lookup(context: PrintContext, at: number): void {
  const { out, verbose } = context;
  let from = at;
  if (status === 0) from = attributesAfter(context, handle(context, from, true));
  if (verbose < 2) return;
  out.text(' post dattr:');
  attributesAfter(context, from);
}

function access(context: PrintContext, at: number): void {
  const { out, view } = context;
  if (context.verbose > 0) out.text(' attr:');
  const from = attributesAfter(context, at);
  if (status !== 0) return;
  const granted = view.u32(from);
  out.text(' c ');
  atLeast4(context, granted);
}

function read(context: PrintContext, at: number): void {
  const { out, view } = context;
  const from = attributesAfter(context, at);
  if (status !== 0 || context.verbose === 0) return;
  const count = view.u32(from);
  out.char(0x20);
  out.decimal(count);
  out.text(' bytes');
  if (view.u32(from + 4) !== 0) out.text(' EOF');
}

function write(context: PrintContext, at: number): void {
  const { out, view } = context;
  const from = changes(context, at);
  if (status !== 0 || context.verbose === 0) return;
  const written = view.u32(from);
  out.char(0x20);
  out.decimal(written);
  out.text(' bytes');
  if (context.verbose < 2) return;
  printWriteMode(context, view.u32(from + 4));
  view.need(from + 8, 8);
  out.text(' verf ');
  hex64(out, view, from + 8);
}

function created(context: PrintContext, at: number): void {
  const { out, view, verbose } = context;
  if (status !== 0) {
    changes(context, at);
    return;
  }
  if (view.u32(at) === 0) return;
  const from = handle(context, at + 4, true);
  if (verbose === 0) return;
  const directory = attributesAfter(context, from);
  if (verbose < 2) return;
  out.text(' dir attr:');
  changes(context, directory);
}

/** Replies that begin with the attributes of a directory or file system. */
function aboutDirectory(context: PrintContext, procedure: number, at: number): void {
  if (context.verbose > 0) context.out.text(' POST:');
  const from = attributesAfter(context, at);
  if (procedure === NfsProcedure.fsstat) statistics3(context, from);
  else if (status !== 0) return;
  else if (procedure === NfsProcedure.fsinfo) limits(context, from);
  else if (procedure === NfsProcedure.pathconf) pathLimits(context, from);
  else if (context.verbose > 0) verifier(context, from);
}

function directory2(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, 8);
  out.text(' offset 0x');
  out.hex(view.u32(at));
  out.text(' size ');
  out.decimal(view.u32(at + 4));
  out.char(0x20);
  if (view.u32(at + 8) !== 0) out.text(' eof');
}

/** Names and their 32-bit values, one after the other. */
function numbers(context: PrintContext, at: number, titles: readonly string[]): void {
  for (let i = 0; i < titles.length; i++) {
    context.out.text(titles[i]);
    context.out.decimal(context.view.u32(at + 4 * i));
  }
}

/** The same with 64 bits each. */
function wideNumbers(context: PrintContext, at: number, titles: readonly string[]): void {
  for (let i = 0; i < titles.length; i++) {
    context.out.text(titles[i]);
    decimal64(context.out, context.view, at + 8 * i);
  }
}

const statisticTitles2 = [' tsize ', ' bsize ', ' blocks ', ' bfree ', ' bavail '];
const byteTitles = [' tbytes ', ' fbytes ', ' abytes '];
const fileTitles = [' tfiles ', ' ffiles ', ' afiles '];
const transferTitles = [' rtmax ', ' rtpref ', ' wtmax ', ' wtpref ', ' dtpref '];

function statistics2(context: PrintContext, at: number): void {
  needWhole(context, at, NfsSize.statistics2);
  numbers(context, at, statisticTitles2);
}

function statistics3(context: PrintContext, at: number): void {
  needWhole(context, at, NfsSize.statistics3);
  wideNumbers(context, at, byteTitles);
  if (context.verbose === 0) return;
  wideNumbers(context, at + 24, fileTitles);
  context.out.text(' invar ');
  context.out.decimal(context.view.u32(at + 48));
}

const limitsLength = 48;

function limits(context: PrintContext, at: number): void {
  const { out, view } = context;
  needWhole(context, at, limitsLength);
  out.text(' rtmax ');
  const order = [at, at + 4, at + 12, at + 16, at + 24];
  order.forEach((from, i) => {
    if (i > 0) out.text(transferTitles[i]);
    out.decimal(view.u32(from));
  });
  if (context.verbose === 0) return;
  out.text(' rtmult ');
  out.decimal(view.u32(at + 8));
  out.text(' wtmult ');
  out.decimal(view.u32(at + 20));
  out.text(' maxfsz ');
  decimal64(out, view, at + 28);
  timeStamp(context, ' delta ', at + 36);
  out.char(0x20);
}

const pathLimitsLength = 24;
const pathFlags = ['notrunc', 'chownres', 'igncase', 'keepcase'];

function pathLimits(context: PrintContext, at: number): void {
  const { out, view } = context;
  needWhole(context, at, pathLimitsLength);
  numbers(context, at, [' linkmax ', ' namemax ']);
  for (let i = 0; i < pathFlags.length; i++) {
    out.char(0x20);
    if (view.u32(at + 8 + 4 * i) !== 0) out.text(pathFlags[i]);
  }
}
