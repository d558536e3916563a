/** Neighbor Discovery (RFC 4861) with its options (RFC 4191, 8106), inside an ICMPv6 layer. */
import { Icmp6Type, NdOption, ndOptionsOffset } from '../decode/icmp6';
import type { JsonContext } from './context';
import { element } from './writer';

/** Bits of a router advertisement and of a neighbor advertisement. */
const RouterFlag = { managed: 0x80, other: 0x40 } as const;
const NeighborFlag = { router: 0x80, solicited: 0x40, override: 0x20 } as const;
const PrefixFlag = { onLink: 0x80, autonomous: 0x40 } as const;
const lengthUnit = 8;
const addressLength = 16;
const macOptionLength = 8;

export function writeNeighborDiscovery(context: JsonContext, type: number, at: number, length: number): void {
  const { json, view } = context;
  const optionsAt = ndOptionsOffset[type];
  if (optionsAt === undefined) return;
  if (type === Icmp6Type.routerAdvertisement) {
    const flags = view.u8(at + 5);
    json.number('hop_limit', view.u8(at + 4));
    json.boolean('managed', (flags & RouterFlag.managed) !== 0);
    json.boolean('other_configuration', (flags & RouterFlag.other) !== 0);
    json.number('router_lifetime', view.u16(at + 6));
    json.number('reachable_time', view.u32(at + 8));
    json.number('retransmit_timer', view.u32(at + 12));
  } else if (type !== Icmp6Type.routerSolicitation) {
    if (type === Icmp6Type.neighborAdvertisement) neighborFlags(context, view.u8(at + 4));
    json.ipv6('target', view, at + 8);
    if (type === Icmp6Type.redirect) json.ipv6('destination', view, at + 24);
  }
  if (length > optionsAt) options(context, at + optionsAt, at + length);
}

function neighborFlags({ json }: JsonContext, flags: number): void {
  json.boolean('router', (flags & NeighborFlag.router) !== 0);
  json.boolean('solicited', (flags & NeighborFlag.solicited) !== 0);
  json.boolean('override', (flags & NeighborFlag.override) !== 0);
}

function options(context: JsonContext, at: number, end: number): void {
  const { json, view } = context;
  json.beginArray('options');
  let from = at;
  while (from < end) {
    const type = view.u8(from);
    const size = view.u8(from + 1) * lengthUnit;
    json.beginObject(element);
    json.number('type', type);
    if (size === 0 || from + size > end) {
      json.yes('malformed');
      json.endObject();
      break;
    }
    option(context, type, from, size);
    json.endObject();
    from += size;
  }
  json.endArray();
}

function option(context: JsonContext, type: number, at: number, size: number): void {
  const { json, view } = context;
  const isLinkAddress = type === NdOption.sourceLinkAddress || type === NdOption.targetLinkAddress;
  if (isLinkAddress && size === macOptionLength) {
    json.mac('link_address', view, at + 2);
  } else if (type === NdOption.mtu) {
    json.number('mtu', view.u32(at + 4));
  } else if (type === NdOption.prefix && size >= 32) {
    prefix(context, at);
  } else if (type === NdOption.dnsServers) {
    json.number('lifetime', view.u32(at + 4));
    json.beginArray('addresses');
    for (let from = at + 8; from + addressLength <= at + size; from += addressLength) {
      json.ipv6(element, view, from);
    }
    json.endArray();
  } else {
    json.hex('data', view, at + 2, size - 2);
  }
}

function prefix({ json, view }: JsonContext, at: number): void {
  const flags = view.u8(at + 3);
  json.ipv6('prefix', view, at + 16);
  json.number('prefix_length', view.u8(at + 2));
  json.boolean('on_link', (flags & PrefixFlag.onLink) !== 0);
  json.boolean('autonomous', (flags & PrefixFlag.autonomous) !== 0);
  json.number('valid_lifetime', view.u32(at + 4));
  json.number('preferred_lifetime', view.u32(at + 8));
}
