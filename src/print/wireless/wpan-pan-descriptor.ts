/** The element that describes a network with deterministic channels (IEEE 802.15.4-2015, 7.4.2.5 and 7.4.2.9). */
import type { PrintContext } from '../context';
import { pendingAddresses, superframe } from './wpan-beacon';
import { bits, channelList, hexList } from './wpan-text';

/** Where the next field begins, and where the element ends. */
let from = 0;
let end = 0;

export function printPanDescriptor(context: PrintContext, at: number, elementEnd: number, extended: boolean): void {
  const { out, view } = context;
  from = at;
  end = elementEnd;
  if (end - from < 2) {
    out.text('[ERROR: Truncated DSME PAN IE]');
    return;
  }
  superframe(context, view.u16LE(from));
  from += 2;
  if (end - from < 1) {
    out.text('[ERROR: Truncated before pending addresses field]');
    return;
  }
  from = pendingAddresses(context, from, end);
  if (from < 0) return;
  const hopping = multiSuperframe(context, extended);
  if (hopping === undefined || !synchronization(context) || !channelHopping(context)) return;
  if (hopping) hoppingSequence(context);
}

/** true: a hopping sequence comes last; undefined: the element ends here. */
function multiSuperframe(context: PrintContext, extended: boolean): boolean | undefined {
  const { out, view } = context;
  const size = extended ? 2 : 1;
  if (end - from < size) {
    out.text('[ERROR: Truncated before DSME Superframe Specification]');
    return undefined;
  }
  const value = extended ? view.u16LE(from) : view.u8(from);
  const firstFlag = extended ? 8 : 4;
  from += size;
  out.text('Multi-superframe Order = ');
  out.decimal(value & ((1 << firstFlag) - 1));
  out.text(bits(value, firstFlag) ? ', Channel hopping mode' : ', Channel adaptation mode');
  if (bits(value, firstFlag + 2)) out.text(', CAP reduction enabled');
  if (bits(value, firstFlag + 3)) out.text(', Deferred beacon enabled');
  const hopping = extended && bits(value, firstFlag + 4);
  if (hopping) out.text(', Hopping Sequence Present');
  return hopping;
}

function synchronization(context: PrintContext): boolean {
  const { out, view } = context;
  if (end - from < 8) {
    out.text(' [ERROR: Truncated before Time synchronization specification]');
    return false;
  }
  out.text('Beacon timestamp = ');
  out.decimal(view.u16LE(from + 4) * 0x1_0000_0000 + view.u32LE(from));
  out.text(', offset = ');
  out.decimal(view.u16LE(from + 6));
  from += 8;
  if (end - from < 4) {
    out.text(' [ERROR: Truncated before Beacon Bitmap]');
    return false;
  }
  const count = view.u16LE(from + 2);
  out.text('SD Index = ');
  out.decimal(view.u16LE(from));
  out.text(', Bitmap len = ');
  out.decimal(count);
  out.text(', ');
  from += 4;
  return bitmap(context, count, ' [ERROR: Truncated in SD bitmap]', ' SD Bitmap = ');
}

function channelHopping(context: PrintContext): boolean {
  const { out, view } = context;
  if (end - from < 5) {
    out.text(' [ERROR: Truncated before Channel hopping specification]');
    return false;
  }
  const count = view.u8(from + 4);
  out.text('Hopping Seq ID = ');
  out.decimal(view.u8(from));
  out.text(', PAN Coordinator BSN = ');
  out.decimal(view.u8(from + 1));
  out.text(', Channel offset = ');
  out.decimal(view.u16LE(from + 2));
  out.text(', Bitmap length = ');
  out.decimal(count);
  out.text(', ');
  from += 5;
  return bitmap(context, count, ' [ERROR: Truncated in Channel offset bitmap]', ' Channel offset bitmap = ');
}

function bitmap(context: PrintContext, count: number, error: string, title: string): boolean {
  const fits = end - from >= count;
  context.out.text(fits ? title : error);
  if (!fits) return false;
  hexList(context, from, from + count);
  from += count;
  return true;
}

function hoppingSequence(context: PrintContext): void {
  const { out, view } = context;
  if (end - from < 1) {
    out.text(' [ERROR: Truncated in Hopping Sequence length]');
    return;
  }
  const count = view.u8(from);
  from++;
  out.text('Hopping Seq length = ');
  out.decimal(count);
  out.text(' [ ');
  if (end - from < 2 * count) {
    out.text(' [ERROR: Truncated in Channel offset bitmap]');
    return;
  }
  channelList(context, from, count);
  out.char(0x5d);
}
