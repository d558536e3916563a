/** Internet Key Exchange (RFC 2408, 7296): the header; port 4500 carries ESP, too (RFC 3948). */
import { IsakmpLayer, ikeSpiLength, natKeepalive, nonEspMarkerLength } from '../decode/isakmp';
import type { JsonContext } from './context';
import { writeEsp } from './ipsec';

const layer = new IsakmpLayer();

export function writeIsakmp(context: JsonContext, at: number): void {
  const { json, view } = context;
  json.beginLayer('isakmp');
  layer.decode(view, at);
  json.hex('initiator_spi', view, layer.initiatorAt, ikeSpiLength);
  json.hex('responder_spi', view, layer.responderAt, ikeSpiLength);
  json.number('next_payload', layer.nextPayload);
  json.number('major_version', layer.majorVersion);
  json.number('minor_version', layer.minorVersion);
  json.number('exchange_type', layer.exchangeType);
  json.number('flags', layer.flags);
  json.number('message_id', layer.messageId);
  json.number('length', layer.length);
  json.endLayer();
}

export function writeUdpEncapsulation(context: JsonContext, at: number, length: number): void {
  const { view } = context;
  if (length === 1 && view.u8(at) === natKeepalive) return;
  if (view.u32(at) === 0) context.next(writeIsakmp, at + nonEspMarkerLength, length - nonEspMarkerLength);
  else writeEsp(context, at);
}
