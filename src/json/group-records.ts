/** Group records of IGMPv3 (RFC 3376, 4.2.4) and MLDv2 (RFC 3810, 5.2.5) reports. */
import { GroupRecord } from '../decode/igmp';
import type { JsonContext } from './context';
import { element } from './writer';

const record = new GroupRecord();

/** The records of a report, of family 4 for IGMP and 6 for MLD. */
export function writeGroupRecords({ json, view }: JsonContext, at: number, count: number, family: number): void {
  const size = family === 4 ? 4 : 16;
  json.beginArray('records');
  let from = at;
  for (let i = 0; i < count; i++) {
    record.decode(view, from, size);
    json.beginObject(element);
    json.number('type', record.type);
    json.address('group', view, family, record.groupAt);
    json.beginArray('sources');
    for (let j = 0; j < record.sources; j++) json.address(element, view, family, record.sourcesAt + j * size);
    json.endArray();
    json.endObject();
    from += record.length;
  }
  json.endArray();
}
