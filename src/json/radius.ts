/** RADIUS (RFC 2865, 2866, 5176). */
import {
  RadiusLayer,
  radiusAttributeHeaderLength,
  radiusAttributeNames,
  radiusAuthenticatorLength,
  radiusHeaderLength,
} from '../decode/radius';
import type { JsonContext } from './context';
import { writeRadiusValue } from './radius-value';
import { element } from './writer';

const layer = new RadiusLayer();

export function writeRadius(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('radius');
  layer.decode(view, at);
  json.number('code', layer.code);
  json.number('identifier', layer.identifier);
  json.number('length', layer.length);
  json.hex('authenticator', view, layer.authenticatorAt, radiusAuthenticatorLength);
  // What follows the message is padding (RFC 2865, 3).
  const end = at + Math.min(layer.length, length);
  json.beginArray('attributes');
  const isWhole = attributes(context, at + radiusHeaderLength, end);
  json.endArray();
  if (!isWhole || layer.length < radiusHeaderLength || layer.length > length) json.yes('malformed');
  json.endLayer();
}

/** false: a length contradicts what is left. */
function attributes(context: JsonContext, at: number, end: number): boolean {
  const { json, view } = context;
  let from = at;
  while (from < end) {
    if (end - from < radiusAttributeHeaderLength) return false;
    const type = view.u8(from);
    const size = view.u8(from + 1);
    if (size < radiusAttributeHeaderLength || size > end - from) return false;
    view.need(from, size);
    json.beginObject(element);
    json.number('type', type);
    const name = radiusAttributeNames[type - 1];
    if (name !== undefined) json.word('name', name);
    writeRadiusValue(context, type, from + radiusAttributeHeaderLength, size - radiusAttributeHeaderLength);
    json.endObject();
    from += size;
  }
  return true;
}
