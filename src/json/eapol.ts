/** EAP over LAN (IEEE 802.1X), and the EAP packet in it (RFC 3748). */
import {
  EapCode,
  EapLayer,
  EapMethod,
  EapolLayer,
  eapHeaderLength,
  eapolHeaderLength,
  eapolPacket,
} from '../decode/eap';
import type { JsonContext } from './context';
import { element } from './writer';

const layer = new EapolLayer();
const eap = new EapLayer();

export function writeEapol(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('eapol');
  layer.decode(view, at);
  json.number('version', layer.version);
  json.number('type', layer.type);
  json.number('length', layer.length);
  const isWell = layer.length <= length - eapolHeaderLength;
  if (!isWell) json.yes('malformed');
  json.endLayer();
  if (isWell && layer.type === eapolPacket) context.next(writeEap, at + eapolHeaderLength, layer.length);
}

function writeEap(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('eap');
  eap.decode(view, at);
  json.number('code', eap.code);
  json.number('identifier', eap.identifier);
  json.number('length', eap.length);
  const hasMethod = eap.code === EapCode.request || eap.code === EapCode.response;
  const least = eapHeaderLength + (hasMethod ? 1 : 0);
  if (eap.length < least || eap.length > length) json.yes('malformed');
  else if (hasMethod) method(context, at + least, at + eap.length);
  json.endLayer();
}

/** `at`: behind the method's number. */
function method({ json, view }: JsonContext, at: number, end: number): void {
  const type = view.u8(at - 1);
  json.number('type', type);
  if (type === EapMethod.identity) {
    json.text('identity', view, at, end - at);
  } else if (type === EapMethod.notification) {
    json.text('notification', view, at, end - at);
  } else if (type === EapMethod.nak) {
    json.beginArray('desired_types');
    for (let from = at; from < end; from++) json.number(element, view.u8(from));
    json.endArray();
  }
}
