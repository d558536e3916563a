/** Objects of RSVP messages (RFC 2205, 3.1.2), by class and type. */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { count } from '../text/phrase';
import { controlObjects } from './rsvp-control';
import { errorObjects } from './rsvp-error';
import { flowObjects } from './rsvp-flow';
import { labelObjects } from './rsvp-label';
import { ObjectEnd, objectKey, type RsvpObject } from './rsvp-object-type';
import { reservationObjects } from './rsvp-reservation';
import { routeObjects } from './rsvp-route';
import { uniObjects } from './rsvp-uni';

const headerLength = 4;

const classNames = names(() => ({
  1: 'Session',
  3: 'RSVP Hop',
  4: 'Integrity',
  5: 'Time Values',
  6: 'Error Spec',
  7: 'Scope',
  8: 'Style',
  9: 'Flowspec',
  10: 'FilterSpec',
  11: 'Sender Template',
  12: 'Sender TSpec',
  13: 'Adspec',
  14: 'Policy Data',
  15: 'Confirm',
  16: 'Label',
  19: 'Label Request',
  20: 'ERO',
  21: 'RRO',
  22: 'Hello',
  23: 'Message ID',
  24: 'Message ID Ack',
  25: 'Message ID List',
  34: 'Recovery Label',
  35: 'Upstream Label',
  36: 'Label Set',
  37: 'Protection',
  50: 'Sub-LSP to LSP',
  63: 'Detour',
  66: 'Class Type',
  125: 'Class Type (old)',
  129: 'Suggested Label',
  130: 'Acceptable Label Set',
  131: 'Restart Capability',
  134: 'Capability',
  195: 'Notify Request',
  196: 'Administrative Status',
  204: 'Properties',
  205: 'Fast Re-Route',
  207: 'Session Attribute',
  229: 'Generalized UNI',
  230: 'Call-ID',
  236: 'Call Capability',
}));

const objects = new Map<number, RsvpObject>([
  ...reservationObjects,
  ...labelObjects,
  ...routeObjects,
  ...flowObjects,
  ...errorObjects,
  ...controlObjects,
  ...uniObjects,
]);

/** false: one of them is not what it should be, which is said, and nothing behind it can be told. */
export function printRsvpObjects(context: PrintContext, indent: string, at: number, end: number): boolean {
  const { out, view } = context;
  for (let from = at; from + headerLength <= end; ) {
    view.need(from, headerLength);
    const length = view.u16(from);
    if (length % 4 !== 0 || length < headerLength) {
      out.text(indent);
      wrongLength(context, length);
      return false;
    }
    const objectClass = view.u8(from + 2);
    const type = view.u8(from + 3);
    header(context, indent, objectClass, type, length);
    if (from + length > end) {
      out.text(indent);
      out.text('ERROR: object goes past end of objects TLV');
      return false;
    }
    view.need(from, length);
    const bodyAt = from + headerLength;
    const bodyLength = length - headerLength;
    const ending = body(context, indent, objectKey(objectClass, type), bodyAt, bodyLength);
    if (ending === ObjectEnd.stop) return false;
    if (context.verbose > 1 || ending === ObjectEnd.undecoded) context.dumpPart('\n\t    ', bodyAt, bodyLength);
    from += length;
  }
  return true;
}

function wrongLength(context: PrintContext, length: number): void {
  const { out } = context;
  if (length % 4 !== 0) {
    count(out, 'ERROR: object header size ', length, ' not a multiple of 4');
    return;
  }
  count(out, 'ERROR: object header too short ', length);
  count(out, ' < ', headerLength);
}

function header(context: PrintContext, indent: string, objectClass: number, type: number, length: number): void {
  const { out } = context;
  out.text(indent);
  out.text(classNames.get(objectClass) ?? 'Unknown');
  count(out, ' Object (', objectClass, ') Flags: [');
  out.text(objectClass < 0x80 ? 'reject' : objectClass < 0xc0 ? 'ignore silently' : 'ignore and forward');
  out.text(' if unknown], Class-Type: ');
  out.text(typeName(objectClass, type));
  count(out, ' (', type);
  count(out, '), length: ', length);
}

/** Types without a decoder have names, too. */
const otherTypeNames = names(() => ({ [objectKey(9, 1)]: 'obsolete' }));

function typeName(objectClass: number, type: number): string {
  const key = objectKey(objectClass, type);
  return objects.get(key)?.name ?? otherTypeNames.get(key) ?? 'Unknown';
}

function body(context: PrintContext, indent: string, key: number, at: number, length: number): ObjectEnd {
  const object = objects.get(key);
  if (object === undefined) return ObjectEnd.undecoded;
  if (length >= object.least) return object.print(context, indent, at, length) ?? ObjectEnd.whole;
  context.out.text(indent);
  context.out.text('ERROR: object is too short');
  return ObjectEnd.stop;
}
