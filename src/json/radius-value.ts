/** Values of RADIUS attributes (IANA "RADIUS Attribute Types"), by the form that a type has. */
import { prefixBytes } from '../decode/prefix';
import type { JsonContext } from './context';
import { writePrefix } from './prefix';
import { element } from './writer';

/** All of the value's bytes are there. false: it has not the length of its form, and nothing was written. */
type ValueWriter = (context: JsonContext, at: number, size: number) => boolean;

const largestTag = 0x1f;
const longestPrefix = 128;
const vendorHeaderLength = 2;

function text({ json, view }: JsonContext, at: number, size: number): boolean {
  json.text('text', view, at, size);
  return true;
}

function number({ json, view }: JsonContext, at: number, size: number): boolean {
  if (size !== 4) return false;
  json.number('number', view.u32(at));
  return true;
}

function address({ json, view }: JsonContext, at: number, size: number): boolean {
  if (size !== 4) return false;
  json.ipv4('address', view, at);
  return true;
}

function address6({ json, view }: JsonContext, at: number, size: number): boolean {
  if (size !== 16) return false;
  json.ipv6('address', view, at);
  return true;
}

/** A reserved byte, the length in bits, and the bytes that it needs, or more. */
function prefix6({ json, view }: JsonContext, at: number, size: number): boolean {
  const bits = size < 2 ? 0 : view.u8(at + 1);
  if (size < 2 || bits > longestPrefix || prefixBytes(bits) > size - 2) return false;
  writePrefix(json, view, 6, at + 2, bits);
  return true;
}

/** RFC 2868, 3: a tag, and a number of three bytes; VLANs have the same form (RFC 4675, 2.1). */
function taggedNumber({ json, view }: JsonContext, at: number, size: number): boolean {
  if (size !== 4) return false;
  json.number('tag', view.u8(at));
  json.number('number', view.u24(at + 1));
  return true;
}

/** RFC 2868, 3: a first byte that is no tag belongs to the text. */
function taggedText({ json, view }: JsonContext, at: number, size: number): boolean {
  const isTagged = size > 0 && view.u8(at) <= largestTag;
  if (isTagged) json.number('tag', view.u8(at));
  const before = isTagged ? 1 : 0;
  json.text('text', view, at + before, size - before);
  return true;
}

/** RFC 4675, 2.3: whether frames have the VLAN's tag, and the name of the VLAN. */
function vlanName({ json, view }: JsonContext, at: number, size: number): boolean {
  if (size < 1) return false;
  json.number('tag', view.u8(at));
  json.text('text', view, at + 1, size - 1);
  return true;
}

/** RFC 2865, 5.26: the vendor, then attributes of its own, where it keeps to that. */
function vendor(context: JsonContext, at: number, size: number): boolean {
  const { json, view } = context;
  if (size < 4) return false;
  json.number('vendor', view.u32(at));
  if (areAttributes(context, at + 4, at + size)) vendorAttributes(context, at + 4, at + size);
  else json.hex('data', view, at + 4, size - 4);
  return true;
}

function areAttributes({ view }: JsonContext, at: number, end: number): boolean {
  let from = at;
  while (from < end) {
    const size = end - from < vendorHeaderLength ? 0 : view.u8(from + 1);
    if (size < vendorHeaderLength) return false;
    from += size;
  }
  return from === end;
}

function vendorAttributes({ json, view }: JsonContext, at: number, end: number): void {
  json.beginArray('vendor_attributes');
  for (let from = at; from < end; from += view.u8(from + 1)) {
    json.beginObject(element);
    json.number('type', view.u8(from));
    json.hex('data', view, from + vendorHeaderLength, view.u8(from + 1) - vendorHeaderLength);
    json.endObject();
  }
  json.endArray();
}

/** The others are bytes: secrets, states, digests, EAP messages, and what nobody knows. */
const forms: readonly (readonly [write: ValueWriter, ...types: number[]])[] = [
  [text, 1, 11, 18, 19, 20, 22, 30, 31, 32, 34, 35, 39, 44, 50, 68, 74, 77, 78, 87, 88, 89, 92, 99, 100],
  [text, 104, 108, 109, 110, 111, 115, 118, 119, 122, 126],
  [number, 5, 6, 7, 10, 12, 13, 15, 16, 23, 27, 28, 29, 37, 38, 40, 41, 42, 43, 45, 46, 47, 48, 49, 51, 52, 53, 55],
  [number, 57, 61, 62, 72, 75, 76, 85, 86, 101],
  [address, 4, 8, 9, 14],
  [address6, 95, 98],
  [prefix6, 97, 123],
  [taggedNumber, 56, 64, 65, 83],
  [vlanName, 58],
  [taggedText, 66, 67, 81, 82, 90, 91],
  [vendor, 26],
];
const writers = new Map<number, ValueWriter>();
for (const [write, ...types] of forms) for (const type of types) writers.set(type, write);

export function writeRadiusValue(context: JsonContext, type: number, at: number, size: number): void {
  const isWritten = writers.get(type)?.(context, at, size) ?? false;
  if (!isWritten) context.json.hex('data', context.view, at, size);
}
