/** Resource Reservation Protocol (RFC 2205, 2961, 3209): messages, alone or in a bundle. */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { count } from '../text/phrase';
import { printRsvpObjects } from './rsvp-object';

const headerLength = 8;
const supportedVersion = 1;
const MessageType = { bundle: 12 } as const;
const typeNames = names(() => ({
  1: 'Path',
  2: 'Resv',
  3: 'PathErr',
  4: 'ResvErr',
  5: 'PathTear',
  6: 'ResvTear',
  7: 'ResvConf',
  12: 'Bundle',
  13: 'Acknowledgement',
  14: 'Hello (Old)',
  15: 'Refresh',
  20: 'Hello',
}));
const headerFlags: readonly FlagName[] = [[0x01, 'Refresh reduction capable']];

export function printRsvp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'rsvp';
  context.returning = 'rsvp';
  view.need(at, headerLength);
  if (!supported(context, at)) return;
  const type = view.u8(at + 1);
  if (context.verbose === 0) {
    count(out, 'RSVPv', supportedVersion, ' ');
    nameOr(out, typeNames, type, 'unknown (', ')');
    count(out, ' Message, length: ', length);
    return;
  }
  const size = header(context, '\n\t', at);
  if (size < headerLength) return;
  const bodyAt = at + headerLength;
  const end = at + size;
  if (type === MessageType.bundle) bundle(context, bodyAt, end);
  else if (typeNames.has(type)) printRsvpObjects(context, '\n\t  ', bodyAt, end);
  else context.dumpPart('\n\t    ', bodyAt, end - bodyAt);
}

function supported(context: PrintContext, at: number): boolean {
  const version = context.view.u8(at) >>> 4;
  if (version === supportedVersion) return true;
  count(context.out, 'ERROR: RSVP version ', version, ' packet not supported');
  return false;
}

/** Returns the length it states; says so where it is less than the header's own. */
function header(context: PrintContext, indent: string, at: number): number {
  const { out, view } = context;
  const type = view.u8(at + 1);
  const size = view.u16(at + 6);
  out.text(indent);
  count(out, 'RSVPv', supportedVersion, ' ');
  nameOr(out, typeNames, type, 'unknown, type: ');
  count(out, ' Message (', type, '), Flags: [');
  flagNames(out, headerFlags, view.u8(at) & 0x0f);
  count(out, '], length: ', size);
  count(out, ', ttl: ', view.u8(at + 4), ', checksum: 0x');
  out.hex16(view.u16(at + 2));
  if (size < headerLength) {
    count(out, 'ERROR: common header too short ', size);
    count(out, ' < ', headerLength);
  }
  return size;
}

/** RFC 2961: whole messages one after the other; none of them is a bundle, so none is taken for one. */
function bundle(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  for (let from = at; from < end; ) {
    view.need(from, headerLength);
    if (!supported(context, from)) return;
    const size = header(context, '\n\t  ', from);
    if (size < headerLength) return;
    if (from + size > end) {
      count(out, 'ERROR: common header too large ', size);
      count(out, ' > ', end - from);
      return;
    }
    if (!printRsvpObjects(context, '\n\t    ', from + headerLength, from + size)) return;
    from += size;
  }
}
