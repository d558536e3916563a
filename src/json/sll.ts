/** Linux cooked capture, versions 1 and 2 (https://www.tcpdump.org/linktypes.html). */
import { macLength } from '../decode/ethernet';
import { SllLayer, SllProtocol, sll2HeaderLength, sllHeaderLength } from '../decode/sll';
import type { JsonContext } from './context';
import { writeEthertype } from './ethernet';
import { writeLlc } from './llc';

const layer = new SllLayer();
const mostAddressBytes = 8;
/** Smaller numbers are no ethertypes. */
const firstEthertype = 0x600;

export function writeSll(context: JsonContext, at: number, length: number): void {
  context.json.beginLayer('sll');
  layer.decode(context.view, at);
  body(context, at, length, sllHeaderLength);
}

export function writeSll2(context: JsonContext, at: number, length: number): void {
  context.json.beginLayer('sll2');
  layer.decode2(context.view, at);
  context.json.number('interface_index', layer.interfaceIndex);
  body(context, at, length, sll2HeaderLength);
}

function body(context: JsonContext, at: number, length: number, headerLength: number): void {
  const { json, view } = context;
  const { protocol } = layer;
  json.number('packet_type', layer.packetType);
  json.number('hardware_type', layer.hardwareType);
  if (layer.addressLength === macLength) json.mac('address', view, layer.addressAt);
  else json.hex('address', view, layer.addressAt, Math.min(layer.addressLength, mostAddressBytes));
  json.number('protocol', protocol);
  json.endLayer();
  context.linkLength = headerLength;
  const next = at + headerLength;
  const left = length - headerLength;
  if (protocol === SllProtocol.llc8022) context.next(writeLlc, next, left);
  else if (protocol >= firstEthertype) writeEthertype(context, protocol, next, left);
}
