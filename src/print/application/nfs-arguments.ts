/** Pieces of NFS calls and replies: handles, names, settable attributes (RFC 1813, 2.5 and 2.6). */
import { NfsSize } from '../../decode/nfs';
import { roundUp } from '../../decode/rpc';
import { TRUNCATED } from '../../decode/view';
import type { PrintContext } from '../context';
import { octal } from '../text/wide';
import { printNfsHandle } from './nfs-handle';

let wholeIsCut = false;

/**
 * Throws, like a read past the captured bytes, where not all of a structure is there. Unlike at other reads, tcpdump's
 * printer returns then.
 */
export function needWhole(context: PrintContext, at: number, count: number): void {
  if (context.view.has(at, count)) return;
  wholeIsCut = true;
  context.returning = context.protocol;
  throw TRUNCATED;
}

/** Whether the last throw was one of {@link needWhole}. */
export function takeWholeIsCut(): boolean {
  const was = wholeIsCut;
  wholeIsCut = false;
  return was;
}

/** A longer name's padding would not fit 32 bits. */
const longestPadded = 0xfffffffc;

/** ` fh …`; returns what follows. */
export function handle(context: PrintContext, at: number, version3: boolean): number {
  let from = at;
  let length: number = NfsSize.handle2;
  if (version3) {
    length = context.view.u32(at) & ~3;
    from += 4;
    if (length < 0) needWhole(context, from, 0x7fffffff);
  }
  needWhole(context, from, length);
  printNfsHandle(context, from, length);
  return from + length;
}

/** The name between quotes; returns what follows. */
export function fileName(context: PrintContext, at: number): number {
  const { out, view } = context;
  const length = view.u32(at);
  const from = at + 4;
  if (length > longestPadded) {
    out.text('[cannot pad to 32-bit boundaries]');
    context.invalid();
    context.returning = context.protocol;
    throw TRUNCATED;
  }
  needWhole(context, from, roundUp(length));
  out.char(0x22);
  out.reserve(4 * length);
  for (let i = 0; i < length; i++) out.caret(view.bytes[from + i]);
  out.char(0x22);
  return from + roundUp(length);
}

/** ` fh … "name"`; returns what follows. */
export function handleAndName(context: PrintContext, at: number, version3: boolean): number {
  const from = handle(context, at, version3);
  context.out.char(0x20);
  return fileName(context, from);
}

/** The sattr3 that was read last; -1 where a field is not set. */
const fields = { mode: -1, user: -1, group: -1, accessAt: -1, modifiedAt: -1 };
/** set_atime and set_mtime: the client's own time. */
const clientTime = 2;

/** Reads a sattr3 into the fields that `settableAttributes` prints; returns what follows. */
export function readSettable(context: PrintContext, at: number): number {
  const { view } = context;
  let from = at;
  const optional = (): number => {
    const isSet = view.u32(from) !== 0;
    from += 4;
    if (!isSet) return -1;
    const value = view.u32(from);
    from += 4;
    return value;
  };
  fields.mode = optional();
  fields.user = optional();
  fields.group = optional();
  if (view.u32(from) !== 0) {
    view.need(from + 4, 4);
    from += 8;
  } else {
    from += 4;
  }
  const time = (): number => {
    const how = view.u32(from);
    from += 4;
    if (how !== clientTime) return -1;
    view.need(from, 8);
    from += 8;
    return from - 8;
  };
  fields.accessAt = time();
  fields.modifiedAt = time();
  return from;
}

/** ` mode 644 uid 0 gid 0`, at -vv the times too. */
export function settableAttributes(context: PrintContext): void {
  const { out } = context;
  if (fields.mode >= 0) {
    out.text(' mode ');
    octal(out, fields.mode);
  }
  if (fields.user >= 0) {
    out.text(' uid ');
    out.decimal(fields.user);
  }
  if (fields.group >= 0) {
    out.text(' gid ');
    out.decimal(fields.group);
  }
  if (context.verbose < 2) return;
  if (fields.accessAt >= 0) timeStamp(context, ' atime ', fields.accessAt);
  if (fields.modifiedAt >= 0) timeStamp(context, ' mtime ', fields.modifiedAt);
}

/** Seconds, a dot, and the fraction in at least six digits. */
export function timeStamp(context: PrintContext, prefix: string, at: number): void {
  const { out, view } = context;
  const fraction = view.u32(at + 4);
  out.text(prefix);
  out.decimal(view.u32(at));
  out.char(0x2e);
  if (fraction < 1_000_000) out.padded(fraction, 6);
  else out.decimal(fraction);
}
