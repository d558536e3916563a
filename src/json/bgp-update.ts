/** UPDATE messages of BGP (RFC 4271, 4.3): routes withdrawn, the attributes of a path, the routes that have it. */
import { writeBgpAttribute } from './bgp-attribute';
import { writeBgpRoutes } from './bgp-routes';
import type { JsonContext } from './context';
import { element } from './writer';

const lengthSize = 2;
const extendedLength = 0x10;

/** false: a length contradicts the message. */
export function writeBgpUpdate(context: JsonContext, at: number, end: number): boolean {
  const { view } = context;
  if (end - at < lengthSize) return false;
  const withdrawnAt = at + lengthSize;
  const withdrawnEnd = withdrawnAt + view.u16(at);
  if (withdrawnEnd + lengthSize > end) return false;
  if (!writeBgpRoutes(context, 'withdrawn_routes', 4, withdrawnAt, withdrawnEnd)) return false;
  const attributesAt = withdrawnEnd + lengthSize;
  const attributesEnd = attributesAt + view.u16(withdrawnEnd);
  if (attributesEnd > end || !attributes(context, attributesAt, attributesEnd)) return false;
  return writeBgpRoutes(context, 'nlri', 4, attributesEnd, end);
}

function attributes(context: JsonContext, at: number, end: number): boolean {
  const { json, view } = context;
  if (at === end) return true;
  json.beginArray('path_attributes');
  let from = at;
  while (from < end) {
    if (end - from < 3) return false;
    const flags = view.u8(from);
    const type = view.u8(from + 1);
    const isExtended = (flags & extendedLength) !== 0;
    const valueAt = from + (isExtended ? 4 : 3);
    if (valueAt > end) return false;
    const size = isExtended ? view.u16(from + 2) : view.u8(from + 2);
    if (size > end - valueAt) return false;
    json.beginObject(element);
    json.number('type', type);
    json.number('flags', flags);
    if (!writeBgpAttribute(context, type, valueAt, size)) return false;
    json.endObject();
    from = valueAt + size;
  }
  json.endArray();
  return true;
}
