/** PPP over Ethernet (RFC 2516). */
import { PppoeLayer, PppoeTag, pppoeHeaderLength, pppoeSession, pppoeTagHeaderLength } from '../decode/pppoe';
import type { JsonContext } from './context';
import { writePpp } from './ppp';
import { element } from './writer';

const layer = new PppoeLayer();
const texts = new Set<number>([
  PppoeTag.serviceName,
  PppoeTag.concentratorName,
  PppoeTag.serviceNameError,
  PppoeTag.systemError,
  PppoeTag.genericError,
]);

export function writePppoe(context: JsonContext, at: number): void {
  const { json, view } = context;
  json.beginLayer('pppoe');
  layer.decode(view, at);
  const { code, length } = layer;
  const next = at + pppoeHeaderLength;
  json.number('version', layer.version);
  json.number('type', layer.type);
  json.number('code', code);
  json.number('session_id', layer.sessionId);
  json.number('length', length);
  // What an Ethernet frame is padded with does not belong to the packet.
  view.cut(next + length);
  if (code !== pppoeSession) tags(context, next, next + length);
  json.endLayer();
  if (code === pppoeSession) context.next(writePpp, next, length);
}

function tags({ json, view }: JsonContext, at: number, end: number): void {
  json.beginArray('tags');
  let from = at;
  while (from + pppoeTagHeaderLength <= end) {
    const type = view.u16(from);
    const size = view.u16(from + 2);
    const valueAt = from + pppoeTagHeaderLength;
    if (type === PppoeTag.endOfList) break;
    json.beginObject(element);
    json.number('type', type);
    if (texts.has(type)) json.text('text', view, valueAt, size);
    else json.hex('data', view, valueAt, size);
    json.endObject();
    from = valueAt + size;
  }
  json.endArray();
}
