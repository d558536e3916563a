/** Internet Group Management Protocol (RFC 2236, 3376). */
import { IgmpLayer, IgmpType, igmp3QueryLength, igmpHeaderLength } from '../decode/igmp';
import type { JsonContext } from './context';
import { writeGroupRecords } from './group-records';
import { element } from './writer';

const layer = new IgmpLayer();

export function writeIgmp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('igmp');
  layer.decode(view, at);
  json.number('type', layer.type);
  json.number('maximum_response_time', layer.maximumResponse);
  json.number('checksum', layer.checksum);
  if (layer.type === IgmpType.report3) {
    writeGroupRecords(context, at + igmpHeaderLength, view.u16(at + 6), 4);
  } else {
    json.ipv4('group', view, layer.groupAt);
    if (layer.type === IgmpType.query && length >= igmp3QueryLength) sources(context, at);
  }
  json.endLayer();
}

function sources({ json, view }: JsonContext, at: number): void {
  const count = view.u16(at + 10);
  json.beginArray('sources');
  for (let i = 0; i < count; i++) json.ipv4(element, view, at + igmp3QueryLength + 4 * i);
  json.endArray();
}
