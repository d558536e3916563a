/** SNMP versions 1 and 2c (RFC 1157, 1901) and 3 with user-based security (RFC 3412, 3414), in BER (ITU-T X.690). */
import { BerKind } from '../decode/ber';
import { SnmpFlag, SnmpVersion, userBasedSecurityModel } from '../decode/snmp';
import type { JsonContext } from './context';
import { writeSnmpPdu } from './snmp-pdu';
import { SnmpReader } from './snmp-reader';

const reader = new SnmpReader();
const security = new SnmpReader();

export function writeSnmp(context: JsonContext, at: number, length: number): void {
  const { json } = context;
  json.beginLayer('snmp');
  const { depth } = json;
  reader.start(at, at + length);
  if (!message(context)) {
    json.unwind(depth);
    json.yes('malformed');
  }
  json.endLayer();
}

function message(context: JsonContext): boolean {
  const { json, view } = context;
  const { element } = reader;
  if (reader.enter(context, BerKind.sequence) < 0 || !reader.expect(context, BerKind.integer)) return false;
  const version = element.value;
  json.signed('version', version);
  if (version === SnmpVersion.three) return messageOfThree(context);
  if (!reader.expect(context, BerKind.string)) return false;
  json.text('community', view, element.at, element.length);
  return writeSnmpPdu(context, reader);
}

function messageOfThree(context: JsonContext): boolean {
  const { json, view } = context;
  const { element } = reader;
  const messageEnd = element.at + element.length + reader.left;
  const headerEnd = reader.enter(context, BerKind.sequence);
  if (headerEnd < 0 || !reader.integer(context, 'message_id') || !reader.integer(context, 'most_bytes')) return false;
  if (!reader.expect(context, BerKind.string) || element.length !== 1) return false;
  const flags = view.u8(element.at);
  json.number('flags', flags);
  if (!reader.integer(context, 'security_model')) return false;
  if (element.value !== userBasedSecurityModel) return true;
  reader.start(headerEnd, messageEnd);
  if (!reader.expect(context, BerKind.string)) return false;
  security.start(element.at, element.at + element.length);
  if (!userBasedSecurity(context)) return false;
  return (flags & SnmpFlag.private) !== 0 || scopedPdu(context);
}

function userBasedSecurity(context: JsonContext): boolean {
  const { json, view } = context;
  const { element } = security;
  if (security.enter(context, BerKind.sequence) < 0 || !security.expect(context, BerKind.string)) return false;
  json.hex('engine_id', view, element.at, element.length);
  if (!security.integer(context, 'engine_boots') || !security.integer(context, 'engine_time')) return false;
  if (!security.expect(context, BerKind.string)) return false;
  json.text('user', view, element.at, element.length);
  return true;
}

function scopedPdu(context: JsonContext): boolean {
  const { json, view } = context;
  const { element } = reader;
  if (reader.enter(context, BerKind.sequence) < 0 || !reader.expect(context, BerKind.string)) return false;
  json.hex('context_engine_id', view, element.at, element.length);
  if (!reader.expect(context, BerKind.string)) return false;
  json.text('context_name', view, element.at, element.length);
  return writeSnmpPdu(context, reader);
}
