/** Virtual Router Redundancy Protocol, version 2 (RFC 3768) and 3 (RFC 5798). */
import { asciiEnd } from '../decode/ascii';
import { VrrpAuthentication, VrrpLayer, vrrpAdvertisement, vrrpHeaderLength, vrrpPasswordLength } from '../decode/vrrp';
import type { JsonContext } from './context';
import { element } from './writer';

const layer = new VrrpLayer();
const hundredths = 100;

export function writeVrrp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('vrrp');
  layer.decode(view, at);
  const { version, type } = layer;
  json.number('version', version);
  json.number('type', type);
  if (type === vrrpAdvertisement && (version === 2 || version === 3)) advertisement(context, at, length);
  json.endLayer();
}

function advertisement(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.number('virtual_router_id', layer.routerId);
  json.number('priority', layer.priority);
  if (layer.version === 2) json.number('authentication_type', layer.authentication);
  json.fraction('advertisement_interval', layer.interval / hundredths);
  json.number('checksum', layer.checksum);
  // Of a quoted datagram the flow is not known, and so not the length of an address.
  if (context.quoting) return;
  const { family } = context.flow;
  const size = family === 6 ? 16 : 4;
  const addressesAt = at + vrrpHeaderLength;
  const passwordAt = addressesAt + size * layer.addresses;
  if (passwordAt > at + length) {
    json.yes('malformed');
    return;
  }
  json.beginArray('addresses');
  for (let from = addressesAt; from < passwordAt; from += size) {
    json.address(element, view, family === 6 ? 6 : 4, from);
  }
  json.endArray();
  const passwordEnd = passwordAt + vrrpPasswordLength;
  if (layer.authentication !== VrrpAuthentication.simple || passwordEnd > at + length) return;
  view.need(passwordAt, vrrpPasswordLength);
  json.text('authentication_data', view, passwordAt, asciiEnd(view, passwordAt, passwordEnd) - passwordAt);
}
