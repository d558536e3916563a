/** User Datagram Protocol (RFC 768). */
import { IpProtocol } from '../decode/ip-protocol';
import { UdpLayer, udpHeaderLength } from '../decode/udp';
import type { JsonContext } from './context';

const layer = new UdpLayer();

export function writeUdp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('udp');
  layer.decode(view, at);
  const { sourcePort, destinationPort } = layer;
  if (!context.quoting) context.flow.ports(IpProtocol.udp, sourcePort, destinationPort);
  json.number('source_port', sourcePort);
  json.number('destination_port', destinationPort);
  json.number('length', layer.length);
  json.number('checksum', layer.checksum);
  // Jumbograms have a length of 0 (RFC 2675, 4).
  const said = layer.length === 0 ? length : layer.length;
  if (said < udpHeaderLength) json.yes('malformed');
  json.endLayer();
  if (said < udpHeaderLength || context.quoting) return;
  const { udpPort } = context.tables;
  view.cut(at + said);
  const write = udpPort.get(destinationPort) ?? udpPort.get(sourcePort);
  context.next(write, at + udpHeaderLength, Math.min(length, said) - udpHeaderLength);
}
