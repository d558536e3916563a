/** Layer Two Tunneling Protocol, version 2 (RFC 2661): the header, a control message's type, a data message's frame. */
import { L2tpFlag, L2tpLayer, l2tpAttributeHeaderLength, l2tpMessageTypeAttribute, l2tpVersion } from '../decode/l2tp';
import type { JsonContext } from './context';
import { writePpp } from './ppp';

const layer = new L2tpLayer();

export function writeL2tp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('l2tp');
  layer.decode(view, at);
  json.number('version', layer.version);
  if (layer.version !== l2tpVersion) {
    json.endLayer();
    return;
  }
  const isControl = layer.has(L2tpFlag.control);
  const said = layer.has(L2tpFlag.length) ? layer.length : length;
  const { headerLength } = layer;
  json.boolean('control', isControl);
  json.boolean('priority', layer.has(L2tpFlag.priority));
  if (layer.has(L2tpFlag.length)) json.number('length', layer.length);
  json.number('tunnel_id', layer.tunnelId);
  json.number('session_id', layer.sessionId);
  if (layer.has(L2tpFlag.sequence)) {
    json.number('ns', layer.sent);
    json.number('nr', layer.expected);
  }
  const isWell = said >= headerLength && said <= length;
  if (!isWell) json.yes('malformed');
  else if (isControl) messageType(context, at + headerLength, at + said);
  json.endLayer();
  if (isControl || !isWell) return;
  view.cut(at + said);
  context.next(writePpp, at + headerLength, said - headerLength);
}

/** A message without attributes acknowledges only. */
function messageType({ json, view }: JsonContext, at: number, end: number): void {
  if (end - at < l2tpAttributeHeaderLength + 2) return;
  const isStandard = view.u16(at + 2) === 0;
  if (isStandard && view.u16(at + 4) === l2tpMessageTypeAttribute) {
    json.number('message_type', view.u16(at + l2tpAttributeHeaderLength));
  }
}
