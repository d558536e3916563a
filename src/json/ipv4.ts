/** Internet Protocol version 4 (RFC 791). */
import { Ipv4Layer, Ipv4Option, ipv4HeaderLength } from '../decode/ipv4';
import type { JsonContext } from './context';
import { element } from './writer';

const layer = new Ipv4Layer();
/** Kind, length and pointer before the addresses of a route. */
const routeAt = 3;

export function writeIpv4(context: JsonContext, at: number, length: number): void {
  const { json, view, flow } = context;
  json.beginLayer('ipv4');
  layer.decode(view, at);
  const { headerLength, totalLength, fragmentOffset, protocol } = layer;
  json.ipv4('source', view, layer.sourceAt);
  json.ipv4('destination', view, layer.destinationAt);
  json.number('header_length', headerLength);
  json.number('dscp', layer.tos >>> 2);
  json.number('ecn', layer.tos & 3);
  json.number('total_length', totalLength);
  json.number('id', layer.id);
  json.boolean('dont_fragment', layer.dontFragment);
  json.boolean('more_fragments', layer.moreFragments);
  json.number('fragment_offset', fragmentOffset);
  json.number('ttl', layer.ttl);
  json.number('protocol', protocol);
  json.number('checksum', layer.checksum);
  // Segmentation offload leaves the length of large packets at 0.
  const total = totalLength === 0 ? length : totalLength;
  const isMalformed = layer.version !== 4 || headerLength < ipv4HeaderLength || total < headerLength;
  if (isMalformed) {
    json.yes('malformed');
    json.endLayer();
    return;
  }
  const isLaterFragment = fragmentOffset !== 0;
  if (!context.quoting) {
    if (isLaterFragment) flow.clear();
    else flow.addresses(4, layer.sourceAt, layer.destinationAt, protocol);
  }
  view.cut(at + total);
  if (headerLength > ipv4HeaderLength) options(context, at + ipv4HeaderLength, at + headerLength);
  json.endLayer();
  if (isLaterFragment) return;
  context.next(context.tables.ip[protocol], at + headerLength, total - headerLength);
}

function options({ json, view }: JsonContext, at: number, end: number): void {
  json.beginArray('options');
  let from = at;
  while (from < end) {
    const kind = view.u8(from);
    if (kind === Ipv4Option.endOfList) break;
    const size = kind === Ipv4Option.noOperation ? 1 : view.u8(from + 1);
    json.beginObject(element);
    json.number('kind', kind);
    if (size === 0 || from + size > end || (size === 1 && kind !== Ipv4Option.noOperation)) {
      json.yes('malformed');
      json.endObject();
      break;
    }
    if (isRoute(kind) && size >= routeAt) {
      json.number('pointer', view.u8(from + 2));
      json.beginArray('route');
      for (let hop = from + routeAt; hop + 4 <= from + size; hop += 4) json.ipv4(element, view, hop);
      json.endArray();
    } else if (size > 2) {
      json.hex('data', view, from + 2, size - 2);
    }
    json.endObject();
    from += size;
  }
  json.endArray();
}

function isRoute(kind: number): boolean {
  return (
    kind === Ipv4Option.recordRoute || kind === Ipv4Option.looseSourceRoute || kind === Ipv4Option.strictSourceRoute
  );
}
