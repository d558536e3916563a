/** The tunnel that a packet came through, which the source has taken off. */
import { type TunnelFacts, TunnelFlag } from '../decode/packet';
import type { ByteView } from '../decode/view';
import { writeGeneveOptions } from './geneve';
import type { JsonWriter } from './writer';

export function writeTunnel(json: JsonWriter, view: ByteView, tunnel: TunnelFacts): void {
  json.beginObject('tunnel');
  json.word('encapsulation', nameOf(tunnel));
  const { family, sourcePort, destinationPort } = tunnel;
  if (family !== 0) json.address('source', view, family, tunnel.sourceOffset);
  if (sourcePort !== 0) json.number('source_port', sourcePort);
  if (family !== 0) json.address('destination', view, family, tunnel.destinationOffset);
  if (destinationPort !== 0) json.number('destination_port', destinationPort);
  if (tunnel.vni >= 0) json.number('vni', tunnel.vni);
  if (tunnel.innerVni >= 0) json.number('inner_vni', tunnel.innerVni);
  if ((tunnel.flags & TunnelFlag.policy) !== 0) json.number('policy', tunnel.policy);
  if ((tunnel.flags & TunnelFlag.control) !== 0) json.yes('control');
  if ((tunnel.flags & TunnelFlag.critical) !== 0) json.yes('critical');
  if (tunnel.optionsLength > 0) {
    writeGeneveOptions(json, 'geneve_options', view, tunnel.optionsOffset, tunnel.optionsLength);
  }
  json.endObject();
}

/** Tunnels in tunnels from outside in: `vxlan+vxlan`. */
function nameOf({ encapsulation, inside }: TunnelFacts): string {
  return inside.length === 0 ? encapsulation : [encapsulation, ...inside].join('+');
}
