/** Generic Routing Encapsulation (RFC 2784, 2890) and PPTP's version (RFC 2637). */
import { GreFlag, GreLayer, GreProtocol } from '../decode/gre';
import type { JsonContext, LayerWriter } from './context';
import { writeErspan1, writeErspan2, writeErspan3 } from './erspan';
import { writeEthernet } from './ethernet';
import { writePpp } from './ppp';

const layer = new GreLayer();
const pptpVersion = 1;

export function writeGre(context: JsonContext, at: number, length: number): void {
  const { json } = context;
  json.beginLayer('gre');
  layer.decode(context.view, at);
  json.number('version', layer.version);
  json.number('flags', layer.flags);
  json.number('protocol', layer.protocol);
  if (layer.version === pptpVersion) {
    json.number('payload_length', layer.payloadLength);
    json.number('call_id', layer.callId);
  } else {
    if (layer.has(GreFlag.checksum)) json.number('checksum', layer.checksum);
    if (layer.has(GreFlag.key)) json.number('key', layer.key);
  }
  if (layer.has(GreFlag.sequence)) json.number('sequence', layer.sequence);
  if (layer.version === pptpVersion && layer.has(GreFlag.acknowledgement)) {
    json.number('acknowledgement', layer.acknowledgement);
  }
  if (layer.version > pptpVersion) json.yes('malformed');
  json.endLayer();
  if (layer.version > pptpVersion) return;
  context.next(payload(context), at + layer.headerLength, length - layer.headerLength);
}

function payload(context: JsonContext): LayerWriter | undefined {
  switch (layer.protocol) {
    case GreProtocol.bridged:
      return writeEthernet;
    case GreProtocol.erspan2:
      return layer.has(GreFlag.sequence) ? writeErspan2 : writeErspan1;
    case GreProtocol.erspan3:
      return writeErspan3;
    case GreProtocol.ppp:
      return writePpp;
    default:
      return context.tables.ethertype.get(layer.protocol);
  }
}
