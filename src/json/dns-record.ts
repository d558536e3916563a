/** Resource records (RFC 1035, 3.3; 2782; 3596; 6891): the types with fields of their own, the others in hexadecimal. */
import { DnsType } from '../decode/dns';
import { DnsName } from '../decode/dns-name';
import { DnsRecord } from '../decode/dns-record';
import type { JsonContext } from './context';
import { writeClass, writeDnsName, writeType } from './dns-name';
import { element } from './writer';

const owner = new DnsName();
const target = new DnsName();
const mailbox = new DnsName();
const record = new DnsRecord();
const soaNumbersLength = 20;

/** Returns where the next record starts; -1: its owner's name is malformed. */
export function writeDnsRecord(context: JsonContext, at: number, messageAt: number): number {
  const { json, view } = context;
  owner.decode(view, at, messageAt);
  if (!owner.isMalformed) record.decode(view, owner.next);
  json.beginObject(element);
  writeDnsName(context, 'name', owner);
  if (!owner.isMalformed) {
    if (record.type === DnsType.opt) options(context);
    else fields(context, messageAt);
  }
  json.endObject();
  return owner.isMalformed ? -1 : record.next;
}

/** EDNS keeps the sender's buffer size in the class and flags in the TTL. */
function options({ json, view }: JsonContext): void {
  writeType(json, record.type);
  json.number('udp_size', record.class);
  json.number('edns_flags', record.ttl);
  json.hex('data', view, record.dataAt, record.dataLength);
}

function fields(context: JsonContext, messageAt: number): void {
  const { json, view } = context;
  const { type, dataAt, dataLength } = record;
  writeType(json, type);
  writeClass(json, record.class);
  json.number('ttl', record.ttl);
  if (type === DnsType.a && dataLength === 4) json.ipv4('address', view, dataAt);
  else if (type === DnsType.aaaa && dataLength === 16) json.ipv6('address', view, dataAt);
  else if (type === DnsType.txt || type === DnsType.spf) texts(context);
  else if (!named(context, messageAt)) json.hex('data', view, dataAt, dataLength);
}

function texts({ json, view }: JsonContext): void {
  const end = record.dataAt + record.dataLength;
  json.beginArray('texts');
  let from = record.dataAt;
  while (from < end) {
    const size = Math.min(view.u8(from), end - from - 1);
    json.text(element, view, from + 1, size);
    from += 1 + size;
  }
  json.endArray();
}

/** Types that hold a name. false: this is none of them, or its data is too short. */
function named(context: JsonContext, messageAt: number): boolean {
  const { json, view } = context;
  const { type, dataAt, dataLength } = record;
  const nameAt = dataAt + (type === DnsType.mx ? 2 : type === DnsType.srv ? 6 : 0);
  if (!holdsName(type) || nameAt >= record.next) return false;
  target.decode(view, nameAt, messageAt);
  if (target.isMalformed || target.next > dataAt + dataLength) return false;
  if (type === DnsType.soa) return soa(context, messageAt);
  if (type === DnsType.mx) json.number('preference', view.u16(dataAt));
  if (type === DnsType.srv) {
    json.number('priority', view.u16(dataAt));
    json.number('weight', view.u16(dataAt + 2));
    json.number('port', view.u16(dataAt + 4));
  }
  writeDnsName(context, 'target', target);
  return true;
}

function holdsName(type: number): boolean {
  switch (type) {
    case DnsType.ns:
    case DnsType.cname:
    case DnsType.dname:
    case DnsType.ptr:
    case DnsType.mx:
    case DnsType.srv:
    case DnsType.soa:
      return true;
    default:
      return false;
  }
}

/** The first of the two names is decoded already. */
function soa(context: JsonContext, messageAt: number): boolean {
  const { json, view } = context;
  mailbox.decode(view, target.next, messageAt);
  const at = mailbox.next;
  if (mailbox.isMalformed || at + soaNumbersLength > record.next) return false;
  writeDnsName(context, 'primary', target);
  writeDnsName(context, 'mailbox', mailbox);
  json.number('serial', view.u32(at));
  json.number('refresh', view.u32(at + 4));
  json.number('retry', view.u32(at + 8));
  json.number('expire', view.u32(at + 12));
  json.number('minimum', view.u32(at + 16));
  return true;
}
