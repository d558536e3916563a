/** Border Gateway Protocol 4 (RFC 4271): the messages in a segment. */
import { BgpMessage, bgpHeaderLength, bgpMarkerLength, nextBgpMarker } from '../decode/bgp';
import { writeBgpOpen } from './bgp-open';
import { writeBgpUpdate } from './bgp-update';
import type { JsonContext } from './context';
import { element } from './writer';

const notificationLength = bgpHeaderLength + 2;
const routeRefreshLength = bgpHeaderLength + 4;
const cease = 6;
/** Administrative shutdown and reset: an operator may say why (RFC 9003). */
const withReason: readonly number[] = [2, 4];

/** A segment may begin inside a message, so each one is looked for by its marker. Without any there is no layer. */
export function writeBgp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  const end = at + length;
  let from = nextBgpMarker(view, at);
  if (from < 0) return;
  json.beginLayer('bgp');
  json.beginArray('messages');
  while (from >= 0 && end - from >= bgpHeaderLength) {
    view.need(from, bgpHeaderLength);
    const size = view.u16(from + bgpMarkerLength);
    message(context, from, size, end);
    from = nextBgpMarker(view, from + Math.max(size, bgpHeaderLength));
  }
  json.endArray();
  json.endLayer();
}

function message(context: JsonContext, at: number, size: number, end: number): void {
  const { json, view } = context;
  json.beginObject(element);
  const { depth } = json;
  const type = view.u8(at + bgpHeaderLength - 1);
  json.number('type', type);
  json.number('length', size);
  if (size > end - at) {
    json.yes('continues');
  } else if (!body(context, type, at, at + size)) {
    json.unwind(depth);
    json.yes('malformed');
  }
  json.endObject();
}

/** false: a length contradicts the message. */
function body(context: JsonContext, type: number, at: number, end: number): boolean {
  const { json, view } = context;
  const bodyAt = at + bgpHeaderLength;
  if (bodyAt > end) return false;
  switch (type) {
    case BgpMessage.open:
      return writeBgpOpen(context, bodyAt, end);
    case BgpMessage.update:
      return writeBgpUpdate(context, bodyAt, end);
    case BgpMessage.notification:
      return end - at >= notificationLength && notification(context, bodyAt, end);
    case BgpMessage.routeRefresh:
      if (end - at < routeRefreshLength) return false;
      json.number('family', view.u16(bodyAt));
      json.number('subtype', view.u8(bodyAt + 2));
      json.number('safi', view.u8(bodyAt + 3));
      return true;
    default:
      return type === BgpMessage.keepalive || bodyAt === end || data(context, bodyAt, end);
  }
}

function data({ json, view }: JsonContext, at: number, end: number): boolean {
  json.hex('data', view, at, end - at);
  return true;
}

function notification(context: JsonContext, at: number, end: number): boolean {
  const { json, view } = context;
  const code = view.u8(at);
  const subcode = view.u8(at + 1);
  json.number('error_code', code);
  json.number('error_subcode', subcode);
  const dataAt = at + 2;
  if (dataAt === end) return true;
  const size = view.u8(dataAt);
  if (code === cease && withReason.includes(subcode) && dataAt + 1 + size === end) {
    json.text('shutdown_communication', view, dataAt + 1, size);
    return true;
  }
  return data(context, dataAt, end);
}
