/** Stream Control Transmission Protocol (RFC 9260). */
import { IpProtocol } from '../decode/ip-protocol';
import {
  SctpChunk,
  SctpChunkLayer,
  SctpLayer,
  sctpChunkHeaderLength,
  sctpDataHeaderLength,
  sctpHeaderLength,
  sctpInitLength,
} from '../decode/sctp';
import type { JsonContext } from './context';
import { element } from './writer';

const layer = new SctpLayer();
const chunk = new SctpChunkLayer();

export function writeSctp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('sctp');
  layer.decode(view, at);
  if (!context.quoting) context.flow.ports(IpProtocol.sctp, layer.sourcePort, layer.destinationPort);
  json.number('source_port', layer.sourcePort);
  json.number('destination_port', layer.destinationPort);
  json.number('verification_tag', layer.verificationTag);
  json.number('checksum', layer.checksum);
  json.beginArray('chunks');
  const end = at + length;
  let from = at + sctpHeaderLength;
  while (from + sctpChunkHeaderLength <= end) {
    chunk.decode(view, from);
    json.beginObject(element);
    json.number('type', chunk.type);
    json.number('flags', chunk.flags);
    json.number('length', chunk.length);
    const isMalformed = chunk.length < sctpChunkHeaderLength || from + chunk.length > end;
    if (isMalformed) json.yes('malformed');
    else chunkFields(context, from);
    json.endObject();
    if (isMalformed) break;
    // Chunks are padded to four bytes.
    from += (chunk.length + 3) & ~3;
  }
  json.endArray();
  json.endLayer();
}

function chunkFields({ json, view }: JsonContext, at: number): void {
  if (chunk.type === SctpChunk.data && chunk.length >= sctpDataHeaderLength) {
    json.number('tsn', view.u32(at + 4));
    json.number('stream', view.u16(at + 8));
    json.number('stream_sequence', view.u16(at + 10));
    json.number('payload_protocol', view.u32(at + 12));
  } else if ((chunk.type === SctpChunk.init || chunk.type === SctpChunk.initAck) && chunk.length >= sctpInitLength) {
    json.number('initiate_tag', view.u32(at + 4));
    json.number('window', view.u32(at + 8));
    json.number('outbound_streams', view.u16(at + 12));
    json.number('inbound_streams', view.u16(at + 14));
    json.number('tsn', view.u32(at + 16));
  } else if (chunk.type === SctpChunk.sack && chunk.length >= 16) {
    json.number('tsn', view.u32(at + 4));
    json.number('window', view.u32(at + 8));
  }
}
