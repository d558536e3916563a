/** DHCP for IPv6 (RFC 8415), options of RFC 3646, 4075, 4242, 4704 and 7083 among them. */
import {
  Dhcp6Message,
  Dhcp6Option,
  Dhcp6Relay,
  dhcp6HeaderLength,
  dhcp6MostHops,
  dhcp6OptionHeaderLength,
} from '../decode/dhcp6';
import { DnsName } from '../decode/dns-name';
import { writeAddresses, writeNumbers } from './arrays';
import type { JsonContext } from './context';
import { writeDnsName } from './dns-name';
import { element } from './writer';

const addressLength = 16;
const name = new DnsName();

export function writeDhcp6(context: JsonContext, at: number, length: number): void {
  const { json } = context;
  json.beginLayer('dhcp6');
  const { depth } = json;
  if (!message(context, at, at + length, 0)) {
    json.unwind(depth);
    json.yes('malformed');
  }
  json.endLayer();
}

/** Type, what belongs to it, and options. false: these do not fill the message. level: messages and options around. */
function message(context: JsonContext, at: number, end: number, level: number): boolean {
  const { json, view } = context;
  const type = view.u8(at);
  json.number('type', type);
  if (type !== Dhcp6Message.relayForward && type !== Dhcp6Message.relayReply) {
    if (end - at < dhcp6HeaderLength) return false;
    json.number('transaction_id', view.u24(at + 1));
    return options(context, at + dhcp6HeaderLength, end, level);
  }
  if (end - at < Dhcp6Relay.length) return false;
  json.number('hops', view.u8(at + Dhcp6Relay.hops));
  json.ipv6('link_address', view, at + Dhcp6Relay.link);
  json.ipv6('peer_address', view, at + Dhcp6Relay.peer);
  return options(context, at + Dhcp6Relay.length, end, level);
}

function options(context: JsonContext, at: number, end: number, level: number): boolean {
  const { json, view } = context;
  if (at === end) return true;
  json.beginArray('options');
  let from = at;
  while (from < end) {
    if (end - from < dhcp6OptionHeaderLength) return false;
    const code = view.u16(from);
    const size = view.u16(from + 2);
    from += dhcp6OptionHeaderLength;
    if (size > end - from) return false;
    json.beginObject(element);
    json.number('code', code);
    if (!value(context, code, from, size, level)) return false;
    json.endObject();
    from += size;
  }
  json.endArray();
  return true;
}

/** Bytes before the options inside an option; those of other codes hold none. */
const fixedLengths: Readonly<Record<number, number>> = {
  [Dhcp6Option.identityNonTemporary]: 12,
  [Dhcp6Option.identityTemporary]: 4,
  [Dhcp6Option.identityPrefix]: 12,
  [Dhcp6Option.address]: 24,
  [Dhcp6Option.prefix]: 25,
};

/** Bytes of each number of an option that is numbers. */
const numberSizes: Readonly<Record<number, number>> = {
  [Dhcp6Option.requested]: 2,
  [Dhcp6Option.preference]: 1,
  [Dhcp6Option.elapsed]: 2,
  [Dhcp6Option.refreshTime]: 4,
  [Dhcp6Option.maxSolicit]: 4,
  [Dhcp6Option.maxInformation]: 4,
};

const withAddresses: readonly number[] = [Dhcp6Option.unicast, Dhcp6Option.nameServers, Dhcp6Option.timeServers];

function value(context: JsonContext, code: number, at: number, size: number, level: number): boolean {
  const { json, view } = context;
  const fixed = fixedLengths[code];
  const numberSize = numberSizes[code];
  view.need(at, size);
  if (level < dhcp6MostHops && fixed !== undefined && size >= fixed) {
    fields(context, code, at);
    return options(context, at + fixed, at + size, level + 1);
  }
  if (level < dhcp6MostHops && code === Dhcp6Option.relayed && size > 0) {
    json.beginObject('message');
    if (!message(context, at, at + size, level + 1)) return false;
    json.endObject();
  } else if (numberSize !== undefined && size % numberSize === 0) {
    writeNumbers(context, at, size, numberSize);
  } else if (withAddresses.includes(code) && size % addressLength === 0) {
    writeAddresses(context, at, size, 6);
  } else if (code === Dhcp6Option.status && size >= 2) {
    json.number('status', view.u16(at));
    json.text('text', view, at + 2, size - 2);
  } else if (code === Dhcp6Option.searchList) {
    return names(context, at, at + size);
  } else {
    json.hex('data', view, at, size);
  }
  return true;
}

/** What stands before the options of an identity association, an address or a prefix; times in seconds. */
function fields({ json, view }: JsonContext, code: number, at: number): void {
  switch (code) {
    case Dhcp6Option.address:
      json.ipv6('address', view, at);
      json.number('preferred_lifetime', view.u32(at + 16));
      json.number('valid_lifetime', view.u32(at + 20));
      return;
    case Dhcp6Option.prefix:
      json.number('preferred_lifetime', view.u32(at));
      json.number('valid_lifetime', view.u32(at + 4));
      json.number('prefix_length', view.u8(at + 8));
      json.ipv6('prefix', view, at + 9);
      return;
    default:
      json.number('identity', view.u32(at));
      if (code === Dhcp6Option.identityTemporary) return;
      json.number('renew_after', view.u32(at + 4));
      json.number('rebind_after', view.u32(at + 8));
  }
}

function names(context: JsonContext, at: number, end: number): boolean {
  const { json, view } = context;
  json.beginArray('names');
  for (let from = at; from < end; from = name.next) {
    // Names are not compressed here (RFC 8415, 10): a pointer would lead out of the option.
    name.decode(view, from, from);
    if (name.isMalformed || name.next > end) return false;
    writeDnsName(context, element, name);
  }
  json.endArray();
  return true;
}
