/** Link Management Protocol (RFC 4204): what two optical cross-connects agree on about the links between them. */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { count } from '../text/phrase';
import { lmpDataLinkObjects } from './lmp-data-link';
import { lmpObjects, lmpServiceObjects } from './lmp-object';

const headerLength = 8;
const objectHeaderLength = 4;
const supportedVersion = 1;

const typeNames = names(() => ({
  1: 'Config',
  2: 'Config ACK',
  3: 'Config NACK',
  4: 'Hello',
  5: 'Begin Verify',
  6: 'Begin Verify ACK',
  7: 'Begin Verify NACK',
  8: 'End Verify',
  9: 'End Verify ACK',
  10: 'Test',
  11: 'Test Status Success',
  12: 'Test Status Failure',
  13: 'Test Status ACK',
  14: 'Link Summary',
  15: 'Link Summary ACK',
  16: 'Link Summary NACK',
  17: 'Channel Status',
  18: 'Channel Status ACK',
  19: 'Channel Status Request',
  20: 'Channel Status Response',
  50: 'Service Config',
  51: 'Service Config ACK',
  52: 'Service Config NACK',
}));
const headerFlags: readonly FlagName[] = [
  [0x01, 'Control Channel Down'],
  [0x02, 'LMP restart'],
];
const classNames = names(() => ({
  1: 'Control Channel ID',
  2: 'Node ID',
  3: 'Link ID',
  4: 'Interface ID',
  5: 'Message ID',
  6: 'Configuration',
  7: 'Hello',
  8: 'Verify Begin',
  9: 'Verify Begin ACK',
  10: 'Verify ID',
  11: 'TE Link',
  12: 'Data Link',
  13: 'Channel Status',
  14: 'Channel Status Request',
  20: 'Error Code',
  51: 'Service Config',
}));

const objects = new Map([...lmpObjects, ...lmpDataLinkObjects, ...lmpServiceObjects]);

export function printLmp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'lmp';
  view.need(at, headerLength);
  const version = view.u8(at) >>> 4;
  if (version !== supportedVersion) {
    count(out, 'LMP version ', version, ' packet not supported');
    return;
  }
  const type = view.u8(at + 3);
  if (context.verbose === 0) {
    count(out, 'LMPv', version, ' ');
    nameOr(out, typeNames, type, 'unknown (', ')');
    count(out, ' Message, length: ', length);
    return;
  }
  const size = view.u16(at + 4);
  count(out, '\n\tLMPv', version, ', msg-type: ');
  nameOr(out, typeNames, type, 'unknown, type: ');
  out.text(', Flags: [');
  flagNames(out, headerFlags, view.u8(at + 2));
  count(out, '], length: ', size);
  if (size < headerLength) {
    out.text(' (too short)');
    return;
  }
  if (size > length) out.text(' (too long)');
  const end = at + Math.min(size, length);
  for (let from = at + headerLength; from < end; ) {
    const next = object(context, from);
    if (next < 0) return;
    if (next > end) {
      count(out, ' [remaining objects length ', end - from);
      count(out, ' < ', next - from, ']');
      context.invalid();
      return;
    }
    from = next;
  }
}

/** Returns where it ends, -1: it cannot be so long. */
function object(context: PrintContext, at: number): number {
  const { out, view } = context;
  view.need(at, objectHeaderLength);
  const type = view.u8(at) & 0x7f;
  const objectClass = view.u8(at + 1);
  const length = view.u16(at + 2);
  const known = objects.get((objectClass << 8) | type);
  out.text('\n\t  ');
  out.text(classNames.get(objectClass) ?? 'Unknown');
  count(out, ' Object (', objectClass, '), Class-Type: ');
  out.text(known?.name ?? 'Unknown');
  count(out, ' (', type, ') Flags: [');
  out.text((view.u8(at) & 0x80) !== 0 ? 'negotiable' : 'non-negotiable');
  count(out, '], length: ', length);
  if (length < objectHeaderLength || length % 4 !== 0) {
    out.text(length < objectHeaderLength ? ' (too short)' : ' (not a multiple of 4)');
    return -1;
  }
  view.need(at, length);
  const bodyAt = at + objectHeaderLength;
  const bodyLength = length - objectHeaderLength;
  let isDecoded = false;
  if (known !== undefined) {
    const fits = known.isExact ? bodyLength === known.length : bodyLength >= known.length;
    if (!fits) out.text(' (not correct for object)');
    isDecoded = !fits || known.print(context, bodyAt, bodyLength);
  }
  if (context.verbose > 1 || !isDecoded) context.dumpPart('\n\t    ', bodyAt, bodyLength);
  return at + length;
}
