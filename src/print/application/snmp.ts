/** Simple Network Management Protocol, versions 1 and 2c (RFC 1157, 1901); version 3 continues in its own file. */
import { BerKind } from '../../decode/ber';
import { SnmpVersion } from '../../decode/snmp';
import type { PrintContext } from '../context';
import { BerReader, printBerString } from './ber';
import { printSnmpPdu } from './snmp-pdu';
import { printSnmp3 } from './snmp3';

const reader = new BerReader();
const versionNames = ['SNMPv1', 'SNMPv2c', 'SNMPv2u', 'SNMPv3'];
const defaultCommunity = 'public';

export function printSnmp(context: PrintContext, at: number, length: number): void {
  const { out } = context;
  context.protocol = 'snmp';
  out.char(0x20);
  reader.start(at, length);
  if (!reader.expect(context, BerKind.sequence, '[!init SEQ]')) return;
  if (reader.left > 0) {
    out.char(0x5b);
    out.decimal(reader.left);
    out.text(' extra after iSEQ]');
  }
  reader.descend();
  if (!reader.expect(context, BerKind.integer, '[version!=INT]')) return;
  const version = reader.element.value;
  if (version !== SnmpVersion.one && version !== SnmpVersion.two && version !== SnmpVersion.three) {
    out.text('SNMP [version = ');
    out.signed(version);
    out.char(0x5d);
    return;
  }
  if (context.verbose > 0) {
    out.text('{ ');
    out.text(versionNames[version]);
    out.char(0x20);
  }
  if (version === SnmpVersion.three) printSnmp3(context, reader);
  else community(context, version);
  if (context.verbose > 0) out.text('} ');
}

/** `C="secret" `, unless it is the usual word. */
function community(context: PrintContext, version: number): void {
  const { out, view } = context;
  if (!reader.expect(context, BerKind.string, '[comm!=STR]')) return;
  const { element } = reader;
  let usual = element.length === defaultCommunity.length;
  for (let i = 0; usual && i < element.length; i++) {
    usual = view.u8(element.at + i) === defaultCommunity.charCodeAt(i);
  }
  if (!usual) {
    out.text('C=');
    printBerString(context, element);
    out.char(0x20);
  }
  printSnmpPdu(context, reader, version);
}
