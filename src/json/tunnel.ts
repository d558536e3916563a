/** The tunnel that a packet came through, which the source has taken off. */
import type { TunnelFacts } from '../decode/packet';
import type { ByteView } from '../decode/view';
import { writeGeneveOptions } from './geneve';
import type { JsonWriter } from './writer';

export function writeTunnel(json: JsonWriter, view: ByteView, tunnel: TunnelFacts): void {
  json.beginObject('tunnel');
  json.word('encapsulation', tunnel.encapsulation);
  json.address('source', view, tunnel.family, tunnel.sourceOffset);
  json.number('source_port', tunnel.sourcePort);
  json.address('destination', view, tunnel.family, tunnel.destinationOffset);
  json.number('destination_port', tunnel.destinationPort);
  if (tunnel.vni >= 0) json.number('vni', tunnel.vni);
  if (tunnel.innerVni >= 0) json.number('inner_vni', tunnel.innerVni);
  if (tunnel.optionsLength > 0) {
    writeGeneveOptions(json, 'geneve_options', view, tunnel.optionsOffset, tunnel.optionsLength);
  }
  json.endObject();
}
