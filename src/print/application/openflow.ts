/** OpenFlow: the messages of a TCP segment that starts with one (OpenFlow 1.0.0 5.1, 1.3.4 7.1). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { hexNumber, type MessageType, namedOr } from './openflow-text';
import { openflow10 } from './openflow10';
import { openflow13 } from './openflow13';

const headerLength = 8;
const versionNames = names(() => ({ 1: '1.0', 2: '1.1', 3: '1.2', 4: '1.3', 5: '1.4', 6: '1.5' }));
/** By version, then by type. */
const messageTypes = new Map<number, readonly MessageType[]>([
  [1, openflow10],
  [4, openflow13],
]);

export function printOpenflow(context: PrintContext, at: number, length: number): void {
  context.protocol = 'openflow';
  context.out.text(': OpenFlow');
  let from = at;
  let left = length;
  while (left > 0) {
    const size = message(context, from, left);
    if (size === 0 || size > left) return;
    from += size;
    left -= size;
  }
}

/** Returns the length that the message claims, or 0 where nothing can come behind it. */
function message(context: PrintContext, at: number, left: number): number {
  const { out, view } = context;
  const version = view.u8(at);
  namedOr(context, '\n\tversion ', versionNames, version, 'unknown (', 2);
  if (left < 2) return partial(context, at + 1, left - 1);
  const type = view.u8(at + 1);
  const known = messageTypes.get(version)?.[type];
  if (known !== undefined) {
    out.text(', type ');
    out.text(known.name);
  } else {
    hexNumber(context, ', type unknown (', type, 2);
    out.char(0x29);
  }
  if (left < 4) return partial(context, at + 2, left - 2);
  const size = view.u16(at + 2);
  out.text(', length ');
  out.decimal(size);
  if (size < headerLength) out.text(' (too short!)');
  if (left < headerLength) return partial(context, at + 4, left - 4);
  hexNumber(context, ', xid ', view.u32(at + 4), 8);
  if (size < headerLength) {
    context.invalidRest(at + headerLength, left - headerLength);
    return 0;
  }
  body(context, known, at + headerLength, size - headerLength);
  return size;
}

function partial(context: PrintContext, at: number, left: number): number {
  context.out.text(' (end of TCP payload)');
  context.view.need(at, left);
  return 0;
}

function body(context: PrintContext, type: MessageType | undefined, at: number, length: number): void {
  if (type !== undefined) {
    const { fixed = length, least = 0, print } = type;
    if (length !== fixed || length < least) {
      context.invalidRest(at, length);
      return;
    }
    if (context.verbose > 0 && print !== undefined) {
      print(context, at, length);
      return;
    }
  }
  context.view.need(at, length);
}
