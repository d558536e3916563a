/** Multicast Listener Discovery (RFC 2710) and its version 2 (RFC 3810), inside an ICMPv6 layer. */
import { Icmp6Type } from '../decode/icmp6';
import type { JsonContext } from './context';
import { writeGroupRecords } from './group-records';
import { element } from './writer';

const addressLength = 16;
const groupAt = 8;
const sourcesAt = 28;
const recordsAt = 8;

export function writeListenerMessage(context: JsonContext, type: number, at: number, length: number): void {
  const { json, view } = context;
  json.number('maximum_response_delay', view.u16(at + 4));
  json.ipv6('group', view, at + groupAt);
  if (type !== Icmp6Type.listenerQuery || length < sourcesAt) return;
  const count = view.u16(at + 26);
  json.beginArray('sources');
  for (let i = 0; i < count; i++) json.ipv6(element, view, at + sourcesAt + i * addressLength);
  json.endArray();
}

export function writeListenerReport2(context: JsonContext, at: number): void {
  const count = context.view.u16(at + 6);
  writeGroupRecords(context, at + recordsAt, count, 6);
}
