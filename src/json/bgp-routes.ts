/** Routes of BGP that are plain prefixes (RFC 4271, 4.3), some with a path identifier (RFC 7911). */
import { hasPathIds, pathIdLength } from '../decode/bgp';
import { prefixBytes } from '../decode/prefix';
import type { JsonContext } from './context';
import { writePrefix } from './prefix';
import { element } from './writer';

/** An array of prefixes, left out where there are none. false: they do not fill it. */
export function writeBgpRoutes(context: JsonContext, name: string, family: 4 | 6, at: number, end: number): boolean {
  const { json, view } = context;
  if (at === end) return true;
  const longest = family === 4 ? 32 : 128;
  const withPathIds = hasPathIds(view, at, end - at, longest);
  json.beginArray(name);
  let from = at;
  while (from < end) {
    const prefixAt = withPathIds ? from + pathIdLength : from;
    const bits = prefixAt < end ? view.u8(prefixAt) : longest + 1;
    const next = prefixAt + 1 + prefixBytes(bits);
    if (bits > longest || next > end) return false;
    view.need(prefixAt, next - prefixAt);
    json.beginObject(element);
    if (withPathIds) json.number('path_id', view.u32(from));
    writePrefix(json, view, family, prefixAt + 1, bits);
    json.endObject();
    from = next;
  }
  json.endArray();
  return true;
}
