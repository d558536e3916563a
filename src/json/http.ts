/** HTTP (RFC 9112), SIP (RFC 3261) and RTSP (RFC 2326): the head of a message, as far as its segment holds it. */
import { afterHttpLine, HttpStart, httpLineEnd } from '../decode/http';
import type { JsonContext, LayerWriter } from './context';
import { element } from './writer';

const versionLength = 3;
const colon = 0x3a;

export const writeHttp = headWriter('http', new HttpStart('HTTP/'));
export const writeSip = headWriter('sip', new HttpStart('SIP/'));
export const writeRtsp = headWriter('rtsp', new HttpStart('RTSP/'));

/** Segments that begin inside a message are left alone. */
function headWriter(layer: string, start: HttpStart): LayerWriter {
  return (context, at, length) => {
    if (start.decode(context.view, at, at + length)) head(context, layer, start, at + length);
  };
}

function head(context: JsonContext, layer: string, start: HttpStart, end: number): void {
  const { json, view } = context;
  json.beginLayer(layer);
  if (start.isResponse) {
    json.number('status', start.status);
    if (start.reasonLength > 0) json.text('reason', view, start.reasonAt, start.reasonLength);
  } else {
    json.text('method', view, start.methodAt, start.methodLength);
    json.text('target', view, start.targetAt, start.targetLength);
  }
  json.text('version', view, start.versionAt, versionLength);
  const bodyAt = fields(context, start.next, end);
  if (bodyAt >= 0) json.number('body_length', end - bodyAt);
  json.endLayer();
}

/** Returns where the body starts; -1: fields go on in the next segment. */
function fields(context: JsonContext, at: number, end: number): number {
  const { json, view } = context;
  json.beginArray('fields');
  let from = at;
  let lineEnd = httpLineEnd(view, from, end);
  while (lineEnd > from) {
    field(context, from, lineEnd);
    from = afterHttpLine(view, lineEnd);
    lineEnd = httpLineEnd(view, from, end);
  }
  json.endArray();
  return lineEnd < 0 ? -1 : afterHttpLine(view, lineEnd);
}

/** A line without a colon is a value without a name. */
function field({ json, view }: JsonContext, at: number, end: number): void {
  const found = view.bytes.subarray(at, end).indexOf(colon);
  const valueAt = found < 0 ? at : blanksBehind(view.bytes, at + found + 1, end);
  let valueEnd = end;
  while (valueEnd > valueAt && isBlank(view.bytes[valueEnd - 1])) valueEnd--;
  json.beginObject(element);
  json.text('name', view, at, Math.max(found, 0));
  json.text('value', view, valueAt, valueEnd - valueAt);
  json.endObject();
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09;
}

function blanksBehind(bytes: Uint8Array, at: number, end: number): number {
  let from = at;
  while (from < end && isBlank(bytes[from])) from++;
  return from;
}
