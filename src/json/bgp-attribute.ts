/** Path attributes of BGP (RFC 4271, 5; RFC 1997, 4360, 4456, 4760, 6793, 8092). */
import { hasNarrowNumbers } from '../decode/bgp';
import { writeBgpRoutes } from './bgp-routes';
import type { JsonContext } from './context';
import { element } from './writer';

/** Writes a value's members. false: it contradicts itself. */
type AttributeWriter = (context: JsonContext, at: number, size: number) => boolean;

const familyLength = 3;
const Family = { ipv4: 1, ipv6: 2 } as const;
/** Unicast, multicast, and both: their routes are prefixes and nothing else. */
const lastPlainSafi = 3;

export function writeBgpAttribute(context: JsonContext, type: number, at: number, size: number): boolean {
  const { json, view } = context;
  const write = writers.get(type);
  if (write !== undefined) return write(context, at, size);
  if (size > 0) json.hex('data', view, at, size);
  return true;
}

function number(name: string, width: 1 | 4): AttributeWriter {
  return ({ json, view }, at, size) => {
    if (size !== width) return false;
    json.number(name, width === 1 ? view.u8(at) : view.u32(at));
    return true;
  };
}

function address(name: string): AttributeWriter {
  return ({ json, view }, at, size) => {
    if (size !== 4) return false;
    json.ipv4(name, view, at);
    return true;
  };
}

function asPath(context: JsonContext, at: number, size: number): boolean {
  return path(context, at, at + size, hasNarrowNumbers(context.view, at, size) ? 2 : 4);
}

function as4Path(context: JsonContext, at: number, size: number): boolean {
  return path(context, at, at + size, 4);
}

function path({ json, view }: JsonContext, at: number, end: number, width: 2 | 4): boolean {
  json.beginArray('segments');
  let from = at;
  while (from < end) {
    if (end - from < 2) return false;
    const type = view.u8(from);
    const behind = from + 2 + width * view.u8(from + 1);
    if (behind > end) return false;
    json.beginObject(element);
    json.number('type', type);
    json.beginArray('autonomous_systems');
    for (from += 2; from < behind; from += width) json.number(element, width === 2 ? view.u16(from) : view.u32(from));
    json.endArray();
    json.endObject();
  }
  json.endArray();
  return true;
}

/** With a number of two bytes, or of four between those who know them. */
function aggregator({ json, view }: JsonContext, at: number, size: number): boolean {
  if (size !== 6 && size !== 8) return false;
  json.number('autonomous_system', size === 6 ? view.u16(at) : view.u32(at));
  json.ipv4('address', view, at + size - 4);
  return true;
}

function clusterList({ json, view }: JsonContext, at: number, size: number): boolean {
  if (size % 4 !== 0) return false;
  json.beginArray('cluster_list');
  for (let from = at; from < at + size; from += 4) json.ipv4(element, view, from);
  json.endArray();
  return true;
}

/** `65000:1`, in parts of 2 bytes (RFC 1997), or of 4 (RFC 8092). */
function communities(name: string, parts: number, width: 2 | 4): AttributeWriter {
  return ({ json, view }, at, size) => {
    const each = parts * width;
    if (size % each !== 0) return false;
    view.need(at, size);
    json.beginArray(name);
    for (let from = at; from < at + size; from += each) {
      json.beginString(element);
      for (let part = from; part < from + each; part += width) {
        if (part > from) json.colon();
        json.digits(width === 2 ? view.u16(part) : view.u32(part));
      }
      json.endString();
    }
    json.endArray();
    return true;
  };
}

function extendedCommunities({ json, view }: JsonContext, at: number, size: number): boolean {
  if (size % 8 !== 0) return false;
  json.beginArray('extended_communities');
  for (let from = at; from < at + size; from += 8) json.hex(element, view, from, 8);
  json.endArray();
  return true;
}

/** RFC 4760, 3: family, next hops, a reserved byte, routes. */
function reachable(context: JsonContext, at: number, size: number): boolean {
  const { json, view } = context;
  if (size < familyLength + 2) return false;
  const end = at + size;
  const family = familyOf(context, at);
  const hopLength = view.u8(at + familyLength);
  const hopAt = at + familyLength + 1;
  const routesAt = hopAt + hopLength + 1;
  if (routesAt > end) return false;
  nextHops(context, hopAt, hopLength);
  if (family !== 0) return writeBgpRoutes(context, 'nlri', family, routesAt, end);
  json.hex('nlri_data', view, routesAt, end - routesAt);
  return true;
}

function unreachable(context: JsonContext, at: number, size: number): boolean {
  const { json, view } = context;
  if (size < familyLength) return false;
  const end = at + size;
  const family = familyOf(context, at);
  const routesAt = at + familyLength;
  if (family !== 0) return writeBgpRoutes(context, 'withdrawn_routes', family, routesAt, end);
  json.hex('withdrawn_data', view, routesAt, end - routesAt);
  return true;
}

/** 4 or 6 where routes are plain prefixes of it, else 0. */
function familyOf({ json, view }: JsonContext, at: number): 0 | 4 | 6 {
  const family = view.u16(at);
  const safi = view.u8(at + 2);
  json.number('family', family);
  json.number('safi', safi);
  if (safi === 0 || safi > lastPlainSafi) return 0;
  return family === Family.ipv4 ? 4 : family === Family.ipv6 ? 6 : 0;
}

/** The length tells them apart: one of IPv4, one or two of IPv6; others have a route distinguisher before them. */
function nextHops({ json, view }: JsonContext, at: number, size: number): void {
  json.beginArray('next_hops');
  if (size === 4) json.ipv4(element, view, at);
  else if (size === 16 || size === 32) for (let from = at; from < at + size; from += 16) json.ipv6(element, view, from);
  else json.hex(element, view, at, size);
  json.endArray();
}

const writers = new Map<number, AttributeWriter>([
  [1, number('origin', 1)],
  [2, asPath],
  [3, address('next_hop')],
  [4, number('multi_exit_discriminator', 4)],
  [5, number('local_preference', 4)],
  [7, aggregator],
  [8, communities('communities', 2, 2)],
  [9, address('originator_id')],
  [10, clusterList],
  [14, reachable],
  [15, unreachable],
  [16, extendedCommunities],
  [17, as4Path],
  [18, aggregator],
  [32, communities('large_communities', 3, 4)],
]);
