/** Transmission Control Protocol (RFC 9293). */
import { IpProtocol } from '../decode/ip-protocol';
import { TcpLayer, tcpHeaderLength } from '../decode/tcp';
import type { JsonContext } from './context';
import { writeTcpOptions } from './tcp-options';

const layer = new TcpLayer();
const flagNames = ['fin', 'syn', 'rst', 'psh', 'ack', 'urg', 'ece', 'cwr'];
/** The array of names for each value of the flags byte. */
const flagArrays = Array.from({ length: 256 }, (_, flags) => {
  const names = flagNames.filter((_, bit) => (flags & (1 << bit)) !== 0);
  return new TextEncoder().encode(JSON.stringify(names));
});

export function writeTcp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('tcp');
  beginning(context, at);
  layer.decode(view, at);
  const { sourcePort, destinationPort, headerLength } = layer;
  if (!context.quoting) context.flow.tcpFlags = layer.flags;
  json.number('acknowledgement', layer.acknowledgement);
  json.number('header_length', headerLength);
  json.encoded('flags', flagArrays[layer.flags]);
  json.number('window', layer.window);
  json.number('checksum', layer.checksum);
  json.number('urgent', layer.urgent);
  const payload = length - headerLength;
  if (headerLength < tcpHeaderLength || payload < 0) {
    json.yes('malformed');
    json.endLayer();
    return;
  }
  json.number('payload_length', payload);
  if (headerLength > tcpHeaderLength) writeTcpOptions(context, at + tcpHeaderLength, at + headerLength);
  json.endLayer();
  if (payload === 0 || context.quoting) return;
  const { tcpPort } = context.tables;
  context.next(tcpPort.get(destinationPort) ?? tcpPort.get(sourcePort), at + headerLength, payload);
}

/** The eight bytes that are always quoted by an ICMP error; a short snapshot may end after them too. */
function beginning(context: JsonContext, at: number): void {
  const { json, view } = context;
  const sourcePort = view.u16(at);
  const destinationPort = view.u16(at + 2);
  if (!context.quoting) context.flow.ports(IpProtocol.tcp, sourcePort, destinationPort);
  json.number('source_port', sourcePort);
  json.number('destination_port', destinationPort);
  json.number('sequence', view.u32(at + 4));
}
