/** Multiprotocol Label Switching (RFC 3032): the label stack; the payload is told by its first four bits. */
import { MplsEntry, mplsEntryLength } from '../decode/mpls';
import type { JsonContext } from './context';
import { writeEthernet } from './ethernet';
import { writeIpv4 } from './ipv4';
import { writeIpv6 } from './ipv6';
import { element } from './writer';

const entry = new MplsEntry();
const controlWordLength = 4;

export function writeMpls(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('mpls');
  json.beginArray('labels');
  let from = at;
  do {
    entry.decode(view, from);
    json.beginObject(element);
    json.number('label', entry.label);
    json.number('traffic_class', entry.trafficClass);
    json.boolean('bottom_of_stack', entry.bottomOfStack);
    json.number('ttl', entry.ttl);
    json.endObject();
    from += mplsEntryLength;
  } while (!entry.bottomOfStack);
  json.endArray();
  json.endLayer();
  const left = length - (from - at);
  if (!view.has(from, 1)) return;
  const nibble = view.u8(from) >>> 4;
  if (nibble === 4) context.next(writeIpv4, from, left);
  else if (nibble === 6) context.next(writeIpv6, from, left);
  // A pseudowire's control word (RFC 4385) and then, as good as always, Ethernet.
  else if (nibble === 0) context.next(writeEthernet, from + controlWordLength, left - controlWordLength);
}
