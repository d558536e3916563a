/** Address Resolution Protocol (RFC 826). */
import { ArpLayer } from '../decode/arp';
import { macLength } from '../decode/ethernet';
import type { JsonContext } from './context';

const layer = new ArpLayer();
const ipv4Length = 4;

export function writeArp(context: JsonContext, at: number): void {
  const { json, view } = context;
  json.beginLayer('arp');
  layer.decode(view, at);
  json.number('hardware_type', layer.hardwareType);
  json.number('protocol_type', layer.protocolType);
  json.number('operation', layer.operation);
  hardware(context, 'sender_hardware', layer.senderHardwareAt);
  protocol(context, 'sender_protocol', layer.senderProtocolAt);
  hardware(context, 'target_hardware', layer.targetHardwareAt);
  protocol(context, 'target_protocol', layer.targetProtocolAt);
  json.endLayer();
}

/** A MAC address where it has the length of one, hexadecimal digits otherwise. */
function hardware({ json, view }: JsonContext, name: string, at: number): void {
  if (layer.hardwareLength === macLength) json.mac(name, view, at);
  else json.hex(name, view, at, layer.hardwareLength);
}

/** An IPv4 address where it has the length of one, hexadecimal digits otherwise. */
function protocol({ json, view }: JsonContext, name: string, at: number): void {
  if (layer.protocolLength === ipv4Length) json.ipv4(name, view, at);
  else json.hex(name, view, at, layer.protocolLength);
}
