/** Routing Information Protocol: versions 1 (RFC 1058) and 2 (RFC 2453), and RIPng for IPv6 (RFC 2080). */
import { asciiEnd } from '../decode/ascii';
import { RipAuthentication, RipCommand, RipFamily, ripEntryLength, ripHeaderLength, ripngNextHop } from '../decode/rip';
import type { JsonContext } from './context';
import { element } from './writer';

/** Writes the entry at `at`, whose 20 bytes are there; `end`: the message's end on the wire. Returns its bytes. */
type EntryWriter = (context: JsonContext, at: number, end: number) => number;

export function writeRip(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('rip');
  const version = head(context, at);
  const hasEntries = version === 1 || version === 2;
  if (hasEntries && isOfRoutes(view.u8(at))) entries(context, version === 1 ? entry1 : entry2, at, length);
  json.endLayer();
}

export function writeRipng(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('ripng');
  if (head(context, at) === 1 && isOfRoutes(view.u8(at))) entries(context, entry6, at, length);
  json.endLayer();
}

/** Returns the version. */
function head({ json, view }: JsonContext, at: number): number {
  json.number('command', view.u8(at));
  const version = view.u8(at + 1);
  json.number('version', version);
  return version;
}

function isOfRoutes(command: number): boolean {
  return command === RipCommand.request || command === RipCommand.response;
}

function entries(context: JsonContext, write: EntryWriter, at: number, length: number): void {
  const { json, view } = context;
  const end = at + length;
  let from = at + ripHeaderLength;
  json.beginArray('entries');
  while (end - from >= ripEntryLength) {
    view.need(from, ripEntryLength);
    json.beginObject(element);
    from += write(context, from, end);
    json.endObject();
  }
  json.endArray();
  if (from !== end) json.yes('malformed');
}

function entry1({ json, view }: JsonContext, at: number): number {
  json.number('family', view.u16(at));
  json.ipv4('address', view, at + 4);
  json.number('metric', view.u32(at + 16));
  return ripEntryLength;
}

function entry2(context: JsonContext, at: number, end: number): number {
  const { json, view } = context;
  const family = view.u16(at);
  json.number('family', family);
  if (family === RipFamily.authentication) return authentication(context, at, end);
  json.number('tag', view.u16(at + 2));
  json.ipv4('address', view, at + 4);
  json.ipv4('netmask', view, at + 8);
  json.ipv4('next_hop', view, at + 12);
  json.number('metric', view.u32(at + 16));
  return ripEntryLength;
}

/** The digest of cryptographic authentication is in a trailer, which goes to the message's end. */
function authentication({ json, view }: JsonContext, at: number, end: number): number {
  const type = view.u16(at + 2);
  const dataAt = at + ripHeaderLength;
  json.number('authentication_type', type);
  switch (type) {
    case RipAuthentication.simple:
      json.text('password', view, dataAt, asciiEnd(view, dataAt, at + ripEntryLength) - dataAt);
      return ripEntryLength;
    case RipAuthentication.cryptographic:
      json.number('packet_length', view.u16(dataAt));
      json.number('key_id', view.u8(dataAt + 2));
      json.number('authentication_length', view.u8(dataAt + 3));
      json.number('sequence', view.u32(dataAt + 4));
      return ripEntryLength;
    case RipAuthentication.trailer:
      json.hex('data', view, dataAt, end - dataAt);
      return end - at;
    default:
      json.hex('data', view, dataAt, ripEntryLength - ripHeaderLength);
      return ripEntryLength;
  }
}

function entry6({ json, view }: JsonContext, at: number): number {
  const metric = view.u8(at + 19);
  if (metric === ripngNextHop) {
    json.ipv6('next_hop', view, at);
    return ripEntryLength;
  }
  json.ipv6('prefix', view, at);
  json.number('prefix_length', view.u8(at + 18));
  json.number('tag', view.u16(at + 16));
  json.number('metric', metric);
  return ripEntryLength;
}
