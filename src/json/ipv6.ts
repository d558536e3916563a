/** Internet Protocol version 6 (RFC 8200). */
import { IpProtocol } from '../decode/ip-protocol';
import { Ipv6Layer, ipv6HeaderLength } from '../decode/ipv6';
import type { JsonContext } from './context';

const layer = new Ipv6Layer();

export function writeIpv6(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('ipv6');
  layer.decode(view, at);
  const { nextHeader, payloadLength } = layer;
  json.ipv6('source', view, layer.sourceAt);
  json.ipv6('destination', view, layer.destinationAt);
  json.number('dscp', layer.trafficClass >>> 2);
  json.number('ecn', layer.trafficClass & 3);
  json.number('flow_label', layer.flowLabel);
  json.number('payload_length', payloadLength);
  json.number('next_header', nextHeader);
  json.number('hop_limit', layer.hopLimit);
  if (layer.version !== 6) {
    json.yes('malformed');
    json.endLayer();
    return;
  }
  json.endLayer();
  if (!context.quoting) context.flow.addresses(6, layer.sourceAt, layer.destinationAt, nextHeader);
  // 0 before a hop-by-hop header stands for a jumbogram (RFC 2675), elsewhere for segmentation offload.
  const left = payloadLength === 0 ? Math.max(length - ipv6HeaderLength, 0) : payloadLength;
  if (nextHeader === IpProtocol.noNextHeader) return;
  view.cut(at + ipv6HeaderLength + left);
  context.next(context.tables.ip[nextHeader], at + ipv6HeaderLength, left);
}
