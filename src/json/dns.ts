/** Domain Name System (RFC 1035), multicast DNS (RFC 6762) and LLMNR (RFC 4795), over UDP and TCP. */
import { DnsFlag, DnsHeader, dnsHeaderLength } from '../decode/dns';
import { DnsName } from '../decode/dns-name';
import type { JsonContext } from './context';
import { writeClass, writeDnsName, writeType } from './dns-name';
import { writeDnsRecord } from './dns-record';
import { element } from './writer';

const header = new DnsHeader();
const name = new DnsName();
const lengthPrefix = 2;

export function writeDns(context: JsonContext, at: number): void {
  const { json, view } = context;
  json.beginLayer('dns');
  header.decode(view, at);
  const { flags, questions, answers, authorities, additional } = header;
  json.number('id', header.id);
  json.boolean('response', header.isResponse);
  json.number('opcode', header.opcode);
  json.number('rcode', header.responseCode);
  json.boolean('aa', (flags & DnsFlag.authoritative) !== 0);
  json.boolean('tc', (flags & DnsFlag.truncated) !== 0);
  json.boolean('rd', (flags & DnsFlag.recursionDesired) !== 0);
  json.boolean('ra', (flags & DnsFlag.recursionAvailable) !== 0);
  json.boolean('ad', (flags & DnsFlag.authenticData) !== 0);
  json.boolean('cd', (flags & DnsFlag.checkingDisabled) !== 0);
  let from = writeQuestions(context, at + dnsHeaderLength, at, questions);
  from = records(context, 'answers', from, at, answers);
  from = records(context, 'authorities', from, at, authorities);
  from = records(context, 'additional', from, at, additional);
  if (from < 0) json.yes('malformed');
  json.endLayer();
}

/** A message over TCP has its length before it; a segment that continues a message is left alone. */
export function writeDnsTcp(context: JsonContext, at: number, length: number): void {
  const { view } = context;
  if (!view.has(at, lengthPrefix)) return;
  const size = view.u16(at);
  if (size < dnsHeaderLength || size > length - lengthPrefix) return;
  view.cut(at + lengthPrefix + size);
  writeDns(context, at + lengthPrefix);
}

/** Returns where the records start; -1: a name is malformed, so nobody knows. */
function writeQuestions(context: JsonContext, at: number, messageAt: number, count: number): number {
  const { json, view } = context;
  json.beginArray('questions');
  let from = at;
  for (let i = 0; i < count && from >= 0; i++) {
    name.decode(view, from, messageAt);
    if (!name.isMalformed) view.need(name.next, 4);
    json.beginObject(element);
    writeDnsName(context, 'name', name);
    if (!name.isMalformed) {
      writeType(json, view.u16(name.next));
      writeClass(json, view.u16(name.next + 2));
    }
    json.endObject();
    from = name.isMalformed ? -1 : name.next + 4;
  }
  json.endArray();
  return from;
}

function records(context: JsonContext, section: string, at: number, messageAt: number, count: number): number {
  if (at < 0 || count === 0) return at;
  const { json } = context;
  json.beginArray(section);
  let from = at;
  for (let i = 0; i < count && from >= 0; i++) from = writeDnsRecord(context, from, messageAt);
  json.endArray();
  return from;
}
