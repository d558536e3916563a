/** IPv6 extension headers (RFC 8200, 4): options, routing and fragment. */

import { IpProtocol } from '../decode/ip-protocol';
import { extensionLength, FragmentLayer, Ipv6Option, RoutingLayer, RoutingType } from '../decode/ipv6-extension';
import type { JsonContext } from './context';
import { element } from './writer';

const fragment = new FragmentLayer();
const routing = new RoutingLayer();
const optionsAt = 2;
const addressesAt = 8;
const addressLength = 16;
const fragmentLength = 8;

/** What comes after an extension header; the flow's protocol is the last one. */
function follow(context: JsonContext, nextHeader: number, at: number, length: number): void {
  if (!context.quoting) context.flow.protocol = nextHeader;
  if (nextHeader === IpProtocol.noNextHeader) return;
  context.next(context.tables.ip[nextHeader], at, length);
}

export function writeHopByHop(context: JsonContext, at: number, length: number): void {
  options(context, 'hop_by_hop', at, length);
}

export function writeDestinationOptions(context: JsonContext, at: number, length: number): void {
  options(context, 'destination_options', at, length);
}

function options(context: JsonContext, name: string, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer(name);
  const nextHeader = view.u8(at);
  const headerLength = extensionLength(view, at);
  json.number('next_header', nextHeader);
  json.beginArray('options');
  const end = at + headerLength;
  let from = at + optionsAt;
  while (from < end) {
    const type = view.u8(from);
    if (type === Ipv6Option.pad1) {
      from++;
      continue;
    }
    const size = view.u8(from + 1);
    if (type !== Ipv6Option.padN) {
      json.beginObject(element);
      json.number('type', type);
      json.hex('data', view, from + 2, size);
      json.endObject();
    }
    from += 2 + size;
  }
  json.endArray();
  json.endLayer();
  follow(context, nextHeader, end, length - headerLength);
}

export function writeRouting(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('routing');
  const nextHeader = view.u8(at);
  routing.decode(view, at);
  const headerLength = extensionLength(view, at);
  const end = at + headerLength;
  json.number('next_header', nextHeader);
  json.number('type', routing.type);
  json.number('segments_left', routing.segmentsLeft);
  if (routing.type === RoutingType.source || routing.type === RoutingType.mobile) {
    addresses(context, at + addressesAt, end);
  } else if (routing.type === RoutingType.segment) {
    // What is left after the segments are options (RFC 8754, 2).
    const segments = view.u8(at + 4) + 1;
    addresses(context, at + addressesAt, Math.min(end, at + addressesAt + segments * addressLength));
  }
  json.endLayer();
  follow(context, nextHeader, end, length - headerLength);
}

function addresses({ json, view }: JsonContext, at: number, end: number): void {
  json.beginArray('addresses');
  for (let from = at; from + addressLength <= end; from += addressLength) json.ipv6(element, view, from);
  json.endArray();
}

export function writeFragment(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('fragment');
  fragment.decode(view, at);
  json.number('next_header', fragment.nextHeader);
  json.number('offset', fragment.offset);
  json.boolean('more_fragments', fragment.moreFragments);
  json.number('id', fragment.id);
  json.endLayer();
  if (fragment.offset === 0) follow(context, fragment.nextHeader, at + fragmentLength, length - fragmentLength);
  else if (!context.quoting) context.flow.clear();
}
