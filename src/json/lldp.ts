/** Link Layer Discovery Protocol (IEEE 802.1AB). */
import {
  Lldp8021,
  LldpFamily,
  LldpHeader,
  LldpIdentifier,
  LldpOrganization,
  LldpTlv,
  lldp8023FrameSize,
  lldpHeaderLength,
} from '../decode/lldp';
import type { JsonContext } from './context';
import { element } from './writer';

const header = new LldpHeader();
/** Organization and subtype. */
const organizationLength = 4;
const macLength = 6;

export function writeLldp(context: JsonContext, at: number, length: number): void {
  const { json } = context;
  json.beginLayer('lldp');
  json.beginArray('tlvs');
  const isWhole = tlvs(context, at, at + length);
  json.endArray();
  if (!isWhole) json.yes('malformed');
  json.endLayer();
}

/** false: a length goes beyond the end. */
function tlvs(context: JsonContext, at: number, end: number): boolean {
  const { json, view } = context;
  let from = at;
  while (from < end) {
    if (end - from < lldpHeaderLength) return false;
    header.decode(view, from);
    const { type, length } = header;
    from += lldpHeaderLength;
    if (type === LldpTlv.end) return true;
    if (length > end - from) return false;
    view.need(from, length);
    json.beginObject(element);
    json.number('type', type);
    value(context, type, from, length);
    json.endObject();
    from += length;
  }
  return true;
}

/** All of its bytes are there. What is too short for its type is written as bytes. */
function value(context: JsonContext, type: number, at: number, size: number): void {
  const { json, view } = context;
  if ((type === LldpTlv.chassis || type === LldpTlv.port) && size > 1) {
    identifier(context, type === LldpTlv.chassis ? LldpIdentifier.chassis : LldpIdentifier.port, at, size);
  } else if (type === LldpTlv.lifetime && size >= 2) {
    json.number('seconds', view.u16(at));
  } else if (type >= LldpTlv.portDescription && type <= LldpTlv.systemDescription) {
    json.text('text', view, at, size);
  } else if (type === LldpTlv.capabilities && size >= 4) {
    json.number('capabilities', view.u16(at));
    json.number('enabled_capabilities', view.u16(at + 2));
  } else if (type === LldpTlv.management && isManagement(context, at, size)) {
    management(context, at);
  } else if (type === LldpTlv.organization && size >= organizationLength) {
    organization(context, at, size);
  } else {
    json.hex('data', view, at, size);
  }
}

function identifier(
  context: JsonContext,
  kind: (typeof LldpIdentifier)[keyof typeof LldpIdentifier],
  at: number,
  size: number,
): void {
  const { json, view } = context;
  const subtype = view.u8(at);
  json.number('subtype', subtype);
  if (subtype === kind.mac && size === 1 + macLength) json.mac('address', view, at + 1);
  else if (subtype === kind.network) address(context, at + 1, size - 1);
  else if (subtype !== kind.mac && subtype > 0 && subtype <= kind.last) json.text('text', view, at + 1, size - 1);
  else json.hex('data', view, at + 1, size - 1);
}

/** A family of one byte and its address; `size` is 1 or more. */
function address({ json, view }: JsonContext, at: number, size: number): void {
  const family = view.u8(at);
  json.number('family', family);
  if (family === LldpFamily.ipv4 && size === 5) json.ipv4('address', view, at + 1);
  else if (family === LldpFamily.ipv6 && size === 17) json.ipv6('address', view, at + 1);
  else if (family === LldpFamily.ieee802 && size === 1 + macLength) json.mac('address', view, at + 1);
  else json.hex('data', view, at + 1, size - 1);
}

/** Length of family and address, these, five bytes of interface, length of the object identifier, that. */
function isManagement({ view }: JsonContext, at: number, size: number): boolean {
  const length = size > 0 ? view.u8(at) : 0;
  const objectAt = 1 + length + 5;
  return length > 0 && objectAt < size && objectAt + 1 + view.u8(at + objectAt) <= size;
}

function management(context: JsonContext, at: number): void {
  const { json, view } = context;
  const length = view.u8(at);
  const interfaceAt = at + 1 + length;
  address(context, at + 1, length);
  json.number('interface_subtype', view.u8(interfaceAt));
  json.number('interface', view.u32(interfaceAt + 1));
  const objectLength = view.u8(interfaceAt + 5);
  if (objectLength > 0) json.hex('object_id', view, interfaceAt + 6, objectLength);
}

function organization({ json, view }: JsonContext, at: number, size: number): void {
  const owner = view.u24(at);
  const subtype = view.u8(at + 3);
  const dataAt = at + organizationLength;
  const left = size - organizationLength;
  json.number('organization', owner);
  json.number('subtype', subtype);
  if (owner === LldpOrganization.ieee8021 && subtype === Lldp8021.portVlan && left === 2) {
    json.number('vlan', view.u16(dataAt));
  } else if (owner === LldpOrganization.ieee8021 && subtype === Lldp8021.vlanName && left >= 3) {
    json.number('vlan', view.u16(dataAt));
    json.text('text', view, dataAt + 3, Math.min(view.u8(dataAt + 2), left - 3));
  } else if (owner === LldpOrganization.ieee8023 && subtype === lldp8023FrameSize && left === 2) {
    json.number('maximum_frame_size', view.u16(dataAt));
  } else {
    json.hex('data', view, dataAt, left);
  }
}
