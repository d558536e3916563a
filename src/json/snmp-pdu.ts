/** SNMP's protocol data units (RFC 1157, 4; RFC 3416, 3) and their variables. */
import { type BerElement, BerKind } from '../decode/ber';
import { eachArc } from '../decode/object-id';
import { SnmpPdu } from '../decode/snmp';
import type { JsonContext } from './context';
import type { SnmpReader } from './snmp-reader';
import { element as anonymous } from './writer';

const addressLength = 4;

/** false: what is read contradicts the protocol. */
export function writeSnmpPdu(context: JsonContext, reader: SnmpReader): boolean {
  const { json } = context;
  if (reader.enter(context, BerKind.pdu) < 0) return false;
  const kind = reader.element.id;
  json.number('pdu', kind);
  return (
    (kind === SnmpPdu.trap1 ? trap(context, reader) : standard(context, reader, kind)) && variables(context, reader)
  );
}

function standard(context: JsonContext, reader: SnmpReader, kind: number): boolean {
  const isBulk = kind === SnmpPdu.bulk;
  return (
    reader.integer(context, 'request_id') &&
    reader.integer(context, isBulk ? 'non_repeaters' : 'error_status') &&
    reader.integer(context, isBulk ? 'max_repetitions' : 'error_index')
  );
}

function trap(context: JsonContext, reader: SnmpReader): boolean {
  const { json, view } = context;
  const { element } = reader;
  if (!reader.expect(context, BerKind.objectId)) return false;
  objectId(context, 'enterprise', element);
  if (!reader.expect(context, BerKind.address) || element.length !== addressLength) return false;
  json.ipv4('agent_address', view, element.at);
  if (!reader.integer(context, 'generic_trap') || !reader.integer(context, 'specific_trap')) return false;
  if (!reader.expect(context, BerKind.unsigned)) return false;
  json.number('time_ticks', element.value);
  return true;
}

function variables(context: JsonContext, reader: SnmpReader): boolean {
  const { json } = context;
  const end = reader.enter(context, BerKind.sequence);
  if (end < 0) return false;
  json.beginArray('variables');
  while (reader.left > 0) {
    const next = reader.enter(context, BerKind.sequence);
    if (next < 0 || !reader.expect(context, BerKind.objectId)) return false;
    json.beginObject(anonymous);
    objectId(context, 'name', reader.element);
    if (!reader.read(context)) return false;
    value(context, reader.element);
    json.endObject();
    reader.start(next, end);
  }
  json.endArray();
  return true;
}

function value(context: JsonContext, element: BerElement): void {
  const { json, view } = context;
  switch (element.kind) {
    case BerKind.null:
      return;
    case BerKind.integer:
      json.signed('number', element.value);
      return;
    case BerKind.unsigned:
      json.number('number', element.value);
      return;
    case BerKind.objectId:
      objectId(context, 'object', element);
      return;
    case BerKind.exception:
      json.number('exception', element.id);
      return;
    case BerKind.address:
      if (element.length === addressLength) json.ipv4('address', view, element.at);
      else json.hex('data', view, element.at, element.length);
      return;
    case BerKind.unsigned64:
      unsigned64(context, element);
      return;
    case BerKind.string:
      if (isPrintable(view.bytes, element)) json.text('text', view, element.at, element.length);
      else json.hex('data', view, element.at, element.length);
      return;
    default:
      json.hex('data', view, element.at, element.length);
  }
}

/** JSON's readers keep 53 bits of a number. */
function unsigned64({ json, view }: JsonContext, element: BerElement): void {
  let total = 0;
  for (let i = 0; i < element.length; i++) total = total * 256 + view.u8(element.at + i);
  if (total <= Number.MAX_SAFE_INTEGER) json.number('number', total);
  else json.hex('data', view, element.at, element.length);
}

function isPrintable(bytes: Uint8Array, { at, length }: BerElement): boolean {
  for (let i = at; i < at + length; i++) {
    if (bytes[i] < 0x20 || bytes[i] > 0x7e) return false;
  }
  return true;
}

/** `1.3.6.1.2.1.1.5.0` */
function objectId({ json, view }: JsonContext, name: string, element: BerElement): void {
  let isFirst = true;
  json.beginString(name);
  eachArc(view, element.at, element.length, (arc) => {
    if (!isFirst) json.dot();
    json.digits(arc);
    isFirst = false;
  });
  json.endString();
}
