/** File attributes in NFS replies (RFC 1813, 2.6; RFC 1094, 2.3.5) and what changed of them. */
import { NfsSize } from '../../decode/nfs';
import type { PrintContext } from '../context';
import { nameOr } from '../text/names';
import { decimal64, hex64, octal } from '../text/wide';
import { nfsFileTypes } from './nfs';
import { needWhole, timeStamp } from './nfs-arguments';

const weakAttributesLength = 24;

/** ` DIR 755 ids 0/0 sz 4096`, more at `detail` 2, nothing at 0; returns what follows. */
export function fileAttributes(context: PrintContext, at: number, detail: number, version3: boolean): number {
  const { out, view } = context;
  needWhole(context, at, 20);
  if (detail > 0) {
    out.char(0x20);
    nameOr(out, nfsFileTypes, view.u32(at), 'unk-ft ', ' ');
    out.char(0x20);
    octal(out, view.u32(at + 4));
    out.text(' ids ');
    out.signed(view.i32(at + 12));
    out.char(0x2f);
    out.signed(view.i32(at + 16));
    view.need(at + 20, version3 ? 8 : 4);
    out.text(' sz ');
    if (version3) decimal64(out, view, at + 20);
    else out.decimal(view.u32(at + 20));
  }
  if (detail > 1) {
    if (version3) more3(context, at);
    else more2(context, at);
  }
  return at + (version3 ? NfsSize.attributes3 : NfsSize.attributes2);
}

function more3(context: PrintContext, at: number): void {
  const { out, view } = context;
  needWhole(context, at, NfsSize.attributes3);
  out.text(' nlink ');
  out.decimal(view.u32(at + 8));
  out.text(' rdev ');
  out.decimal(view.u32(at + 36));
  out.char(0x2f);
  out.decimal(view.u32(at + 40));
  out.text(' fsid ');
  hex64(out, view, at + 44);
  out.text(' fileid ');
  hex64(out, view, at + 52);
  timeStamp(context, ' a/m/ctime ', at + 60);
  timeStamp(context, ' ', at + 68);
  timeStamp(context, ' ', at + 76);
}

function more2(context: PrintContext, at: number): void {
  const { out, view } = context;
  needWhole(context, at, NfsSize.attributes2);
  out.text(' nlink ');
  out.decimal(view.u32(at + 8));
  out.text(' rdev 0x');
  out.hex(view.u32(at + 28));
  out.text(' fsid 0x');
  out.hex(view.u32(at + 36));
  out.text(' nodeid 0x');
  out.hex(view.u32(at + 40));
  out.text(' a/m/ctime');
  timeStamp(context, ' ', at + 44);
  timeStamp(context, ' ', at + 52);
  timeStamp(context, ' ', at + 60);
}

/** Attributes after the operation, where the reply has them; returns what follows. */
export function attributesAfter(context: PrintContext, at: number): number {
  if (context.view.u32(at) === 0) return at + 4;
  if (context.verbose > 0) return fileAttributes(context, at + 4, context.verbose, true);
  return at + 4 + NfsSize.attributes3;
}

/** wcc_data: attributes before and after; returns what follows. */
export function changes(context: PrintContext, at: number): number {
  const { out, view } = context;
  if (context.verbose > 1) out.text(' PRE:');
  let from = at + 4;
  if (view.u32(at) !== 0) {
    needWhole(context, from, weakAttributesLength);
    if (context.verbose > 1) {
      out.text(' sz ');
      decimal64(out, view, from);
      timeStamp(context, ' mtime ', from + 8);
      timeStamp(context, ' ctime ', from + 16);
    }
    from += weakAttributesLength;
  }
  if (context.verbose > 0) out.text(' POST:');
  return attributesAfter(context, from);
}
