/** Cisco Discovery Protocol. */
import { CdpAddress, CdpField, cdpFieldHeaderLength, cdpHeaderLength } from '../decode/cdp';
import type { JsonContext } from './context';
import { element } from './writer';

const address = new CdpAddress();
/** An address of IPv4 and the length of its prefix. */
const prefixSize = 5;
const texts = new Set<number>([
  CdpField.deviceId,
  CdpField.portId,
  CdpField.version,
  CdpField.platform,
  CdpField.vtpDomain,
  CdpField.systemName,
]);

export function writeCdp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('cdp');
  json.number('version', view.u8(at));
  json.number('ttl', view.u8(at + 1));
  json.number('checksum', view.u16(at + 2));
  json.beginArray('fields');
  const isWhole = fields(context, at + cdpHeaderLength, at + length);
  json.endArray();
  if (!isWhole) json.yes('malformed');
  json.endLayer();
}

/** false: a length contradicts what is left. */
function fields(context: JsonContext, at: number, end: number): boolean {
  const { json, view } = context;
  let from = at;
  while (from < end) {
    if (end - from < cdpFieldHeaderLength) return false;
    const type = view.u16(from);
    const size = view.u16(from + 2);
    if (size < cdpFieldHeaderLength || size > end - from) return false;
    view.need(from, size);
    json.beginObject(element);
    json.number('type', type);
    value(context, type, from + cdpFieldHeaderLength, size - cdpFieldHeaderLength);
    json.endObject();
    from += size;
  }
  return true;
}

/** All of its bytes are there. What has not the length of its type is written as bytes. */
function value(context: JsonContext, type: number, at: number, size: number): void {
  const { json, view } = context;
  if (texts.has(type)) {
    json.text('text', view, at, size);
  } else if ((type === CdpField.addresses || type === CdpField.managementAddresses) && size >= 4) {
    addresses(context, at, at + size);
  } else if (type === CdpField.prefixes && size % prefixSize === 0) {
    prefixes(context, at, at + size);
  } else if (type === CdpField.capabilities && size === 4) {
    json.number('capabilities', view.u32(at));
  } else if (type === CdpField.nativeVlan && size === 2) {
    json.number('vlan', view.u16(at));
  } else if (type === CdpField.duplex && size === 1) {
    json.boolean('full_duplex', view.u8(at) !== 0);
  } else if ((type === CdpField.voiceVlan || type === CdpField.voiceVlanRequest) && size === 3) {
    json.number('vlan', view.u16(at + 1));
  } else if (type === CdpField.power && size === 2) {
    json.number('milliwatts', view.u16(at));
  } else if (type === CdpField.mtu && size === 4) {
    json.number('mtu', view.u32(at));
  } else {
    json.hex('data', view, at, size);
  }
}

/** Their number is not asked: they end where the field does. */
function addresses({ json, view }: JsonContext, at: number, end: number): void {
  json.beginArray('addresses');
  for (let from = at + 4; from < end && address.decode(view, from, end); from = address.next) {
    if (address.family === 0) json.hex(element, view, address.addressAt, address.addressLength);
    else json.address(element, view, address.family, address.addressAt);
  }
  json.endArray();
}

function prefixes({ json, view }: JsonContext, at: number, end: number): void {
  json.beginArray('prefixes');
  for (let from = at; from < end; from += prefixSize) {
    json.beginObject(element);
    json.ipv4('prefix', view, from);
    json.number('prefix_length', view.u8(from + 4));
    json.endObject();
  }
  json.endArray();
}
