/** OPEN messages of BGP (RFC 4271, 4.2) and the capabilities they advertise (RFC 5492). */
import type { JsonContext } from './context';
import { element } from './writer';

const fixedLength = 10;
const headerLength = 2;
const capabilitiesParameter = 2;
const Capability = { multiprotocol: 1, wideNumber: 65 } as const;
/** In place of length and first type: lengths of two bytes follow (RFC 9072). */
const extended = 0xff;

/** false: a length contradicts the message. */
export function writeBgpOpen(context: JsonContext, at: number, end: number): boolean {
  const { json, view } = context;
  if (end - at < fixedLength) return false;
  json.number('version', view.u8(at));
  json.number('autonomous_system', view.u16(at + 1));
  json.number('hold_time', view.u16(at + 3));
  json.ipv4('identifier', view, at + 5);
  const size = view.u8(at + 9);
  const optionsAt = at + fixedLength;
  if (size === extended && end - optionsAt >= 3 && view.u8(optionsAt) === extended) {
    const optionsEnd = optionsAt + 3 + view.u16(optionsAt + 1);
    return optionsEnd <= end && parameters(context, optionsAt + 3, optionsEnd, 2);
  }
  return optionsAt + size <= end && parameters(context, optionsAt, optionsAt + size, 1);
}

/** `lengthSize`: bytes of a parameter's length. */
function parameters(context: JsonContext, at: number, end: number, lengthSize: 1 | 2): boolean {
  const { json, view } = context;
  json.beginArray('parameters');
  let from = at;
  while (from < end) {
    if (end - from < 1 + lengthSize) return false;
    const type = view.u8(from);
    const size = lengthSize === 1 ? view.u8(from + 1) : view.u16(from + 1);
    from += 1 + lengthSize;
    if (size > end - from) return false;
    view.need(from, size);
    json.beginObject(element);
    json.number('type', type);
    if (type !== capabilitiesParameter) json.hex('data', view, from, size);
    else if (!capabilities(context, from, from + size)) return false;
    json.endObject();
    from += size;
  }
  json.endArray();
  return true;
}

function capabilities(context: JsonContext, at: number, end: number): boolean {
  const { json, view } = context;
  json.beginArray('capabilities');
  let from = at;
  while (from < end) {
    if (end - from < headerLength) return false;
    const code = view.u8(from);
    const size = view.u8(from + 1);
    from += headerLength;
    if (size > end - from) return false;
    json.beginObject(element);
    json.number('code', code);
    if (code === Capability.multiprotocol && size === 4) {
      json.number('family', view.u16(from));
      json.number('safi', view.u8(from + 3));
    } else if (code === Capability.wideNumber && size === 4) {
      json.number('autonomous_system', view.u32(from));
    } else if (size > 0) {
      json.hex('data', view, from, size);
    }
    json.endObject();
    from += size;
  }
  json.endArray();
  return true;
}
