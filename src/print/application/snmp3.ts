/** SNMP version 3: message header, user-based security and scoped PDU (RFC 3412, 3414). */
import { BerKind } from '../../decode/ber';
import { SnmpVersion, userBasedSecurityModel } from '../../decode/snmp';
import type { PrintContext } from '../context';
import { BerReader, printBerOctets, printBerString } from './ber';
import { printSnmpPdu } from './snmp-pdu';

const security = new BerReader();
/** Authenticated, private, and an answer wanted; private without authenticated is not allowed. */
const allowedFlags = [0, 1, 3, 4, 5, 7];

/** `reader` stands behind the version. */
export function printSnmp3(context: PrintContext, reader: BerReader): void {
  const { out } = context;
  const end = reader.at + reader.left;
  if (!reader.expect(context, BerKind.sequence, '[!message]')) return;
  reader.descend();
  if (context.verbose > 0) out.text('{ ');
  if (!header(context, reader)) return;
  const model = reader.element.value;
  extra(context, reader, ' extra after message SEQ]');
  if (context.verbose > 0) out.text('} ');
  if (model !== userBasedSecurityModel) {
    out.text('[security model ');
    out.signed(model);
    out.char(0x5d);
    return;
  }
  if (context.verbose > 0) out.text('{ USM ');
  reader.start(reader.at, end - reader.at);
  if (!reader.expect(context, BerKind.string, '[msgSecurityParameters!=STR]')) return;
  security.start(reader.element.at, reader.element.length);
  userBasedSecurity(context);
  if (context.verbose > 0) out.text('} { ScopedPDU ');
  scopedPdu(context, reader);
  if (context.verbose > 0) out.text('} ');
}

/** What is left beyond as many bytes as the last element had. */
function extra(context: PrintContext, reader: BerReader, text: string): void {
  const { size } = reader.element;
  if (size >= reader.left) return;
  context.out.char(0x5b);
  context.out.decimal(reader.left - size);
  context.out.text(text);
}

/** Number, largest size, flags, and the security model as last element read. false: something is wrong. */
function header(context: PrintContext, reader: BerReader): boolean {
  const { out, view } = context;
  const { element } = reader;
  if (!reader.expect(context, BerKind.integer, '[msgID!=INT]')) return false;
  if (!reader.expect(context, BerKind.integer, '[msgMaxSize!=INT]')) return false;
  if (!reader.expect(context, BerKind.string, '[msgFlags!=STR]')) return false;
  if (element.length !== 1) {
    out.text('[msgFlags size ');
    out.decimal(element.length);
    out.char(0x5d);
    return false;
  }
  const flags = view.u8(element.at);
  if (!allowedFlags.includes(flags)) {
    out.text('[msgFlags=0x');
    out.text(flags.toString(16).toUpperCase().padStart(2, '0'));
    out.char(0x5d);
    return false;
  }
  out.text('F=');
  if ((flags & 1) !== 0) out.char(0x61);
  if ((flags & 2) !== 0) out.char(0x70);
  if ((flags & 4) !== 0) out.char(0x72);
  out.char(0x20);
  return reader.expect(context, BerKind.integer, '[msgSecurityModel!=INT]');
}

function counted(context: PrintContext, letter: string): void {
  if (context.verbose === 0) return;
  context.out.text(letter);
  context.out.signed(security.element.value);
  context.out.char(0x20);
}

function userBasedSecurity(context: PrintContext): void {
  const { out } = context;
  if (!security.expect(context, BerKind.sequence, '[!usm]')) return;
  security.descend();
  if (!security.expect(context, BerKind.string, '[msgAuthoritativeEngineID!=STR]')) return;
  if (!security.expect(context, BerKind.integer, '[msgAuthoritativeEngineBoots!=INT]')) return;
  counted(context, 'B=');
  if (!security.expect(context, BerKind.integer, '[msgAuthoritativeEngineTime!=INT]')) return;
  counted(context, 'T=');
  if (!security.expect(context, BerKind.string, '[msgUserName!=STR]')) return;
  out.text('U=');
  printBerString(context, security.element);
  out.char(0x20);
  if (!security.expect(context, BerKind.string, '[msgAuthenticationParameters!=STR]')) return;
  if (!security.expect(context, BerKind.string, '[msgPrivacyParameters!=STR]')) return;
  extra(context, security, ' extra after usm SEQ]');
}

function scopedPdu(context: PrintContext, reader: BerReader): void {
  const { out } = context;
  if (!reader.expect(context, BerKind.sequence, '[!scoped PDU]')) return;
  reader.descend();
  if (!reader.expect(context, BerKind.string, '[contextEngineID!=STR]')) return;
  out.text('E=');
  printBerOctets(context, reader.element);
  out.char(0x20);
  if (!reader.expect(context, BerKind.string, '[contextName!=STR]')) return;
  out.text('C=');
  printBerString(context, reader.element);
  out.char(0x20);
  printSnmpPdu(context, reader, SnmpVersion.three);
}
