/** TCP options (IANA "TCP Option Kind Numbers"; RFC 9293, 7323, 2018). */
import { TcpOption } from '../decode/tcp';
import type { JsonContext } from './context';
import { element } from './writer';

/** Bytes that the options with fields of their own must have. */
const Length = { maximumSegmentSize: 4, windowScale: 3, timestamp: 10 } as const;
const optionHeaderLength = 2;
const sackBlockLength = 8;

export function writeTcpOptions(context: JsonContext, at: number, end: number): void {
  const { json, view } = context;
  json.beginArray('options');
  let from = at;
  while (from < end) {
    const kind = view.u8(from);
    if (kind === TcpOption.endOfList) break;
    if (kind === TcpOption.noOperation) {
      from++;
      continue;
    }
    const size = view.u8(from + 1);
    json.beginObject(element);
    json.number('kind', kind);
    if (size < optionHeaderLength || from + size > end) {
      json.yes('malformed');
      json.endObject();
      break;
    }
    value(context, kind, from + optionHeaderLength, size);
    json.endObject();
    from += size;
  }
  json.endArray();
}

function value(context: JsonContext, kind: number, at: number, size: number): void {
  const { json, view } = context;
  if (kind === TcpOption.maximumSegmentSize && size === Length.maximumSegmentSize) {
    json.number('maximum_segment_size', view.u16(at));
  } else if (kind === TcpOption.windowScale && size === Length.windowScale) {
    json.number('shift', view.u8(at));
  } else if (kind === TcpOption.timestamp && size === Length.timestamp) {
    json.number('value', view.u32(at));
    json.number('echo', view.u32(at + 4));
  } else if (kind === TcpOption.sack) {
    blocks(context, at, at + size - optionHeaderLength);
  } else if (size > optionHeaderLength) {
    json.hex('data', view, at, size - optionHeaderLength);
  }
}

function blocks({ json, view }: JsonContext, at: number, end: number): void {
  json.beginArray('blocks');
  for (let from = at; from + sackBlockLength <= end; from += sackBlockLength) {
    json.beginObject(element);
    json.number('left', view.u32(from));
    json.number('right', view.u32(from + 4));
    json.endObject();
  }
  json.endArray();
}
