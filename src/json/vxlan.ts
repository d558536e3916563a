/** VXLAN (RFC 7348) and VXLAN-GPE. */
import { VxlanFlag, VxlanLayer, VxlanNext, vxlanHeaderLength } from '../decode/vxlan';
import type { JsonContext, LayerWriter } from './context';
import { writeEthernet } from './ethernet';
import { writeIpv4 } from './ipv4';
import { writeIpv6 } from './ipv6';

const layer = new VxlanLayer();

export function writeVxlan(context: JsonContext, at: number, length: number): void {
  const { json } = context;
  json.beginLayer('vxlan');
  layer.decode(context.view, at);
  json.number('flags', layer.flags);
  json.number('vni', layer.vni);
  if ((layer.flags & VxlanFlag.group) !== 0) json.number('group_policy', layer.groupPolicy);
  if ((layer.flags & VxlanFlag.nextProtocol) !== 0) json.number('next_protocol', layer.nextProtocol);
  json.endLayer();
  context.next(payload(), at + vxlanHeaderLength, length - vxlanHeaderLength);
}

function payload(): LayerWriter | undefined {
  if ((layer.flags & VxlanFlag.nextProtocol) === 0) return writeEthernet;
  switch (layer.nextProtocol) {
    case VxlanNext.ipv4:
      return writeIpv4;
    case VxlanNext.ipv6:
      return writeIpv6;
    case VxlanNext.ethernet:
      return writeEthernet;
    default:
      return undefined;
  }
}
