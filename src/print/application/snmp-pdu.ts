/** SNMP's protocol data units (RFC 1157, 4; RFC 3416, 3): request, status, and the variables. */
import { BerKind } from '../../decode/ber';
import { SnmpPdu, SnmpVersion } from '../../decode/snmp';
import type { PrintContext } from '../context';
import { type BerReader, printBerValue } from './ber';

/** Those that say nothing of errors. */
const requests: readonly number[] = [
  SnmpPdu.get,
  SnmpPdu.getNext,
  SnmpPdu.set,
  SnmpPdu.inform,
  SnmpPdu.trap2,
  SnmpPdu.report,
];
/** Those whose variables have no value yet. */
const questions: readonly number[] = [SnmpPdu.get, SnmpPdu.getNext, SnmpPdu.bulk];

const errorNames = [
  ...['noError', 'tooBig', 'noSuchName', 'badValue', 'readOnly', 'genErr', 'noAccess', 'wrongType', 'wrongLength'],
  ...['wrongEncoding', 'wrongValue', 'noCreation', 'inconsistentValue', 'resourceUnavailable', 'commitFailed'],
  ...['undoFailed', 'authorizationError', 'notWritable', 'inconsistentName'],
];
const trapNames = [
  ...['coldStart', 'warmStart', 'linkDown', 'linkUp', 'authenticationFailure', 'egpNeighborLoss', 'enterpriseSpecific'],
];
const enterpriseTrap = 6;

export function printSnmpPdu(context: PrintContext, reader: BerReader, version: number): void {
  const { out } = context;
  if (!reader.read(context)) return;
  if (reader.element.kind !== BerKind.pdu) {
    out.text('[no PDU]');
    return;
  }
  if (reader.left > 0) {
    out.char(0x5b);
    out.decimal(reader.left);
    out.text(' extra after PDU]');
  }
  if (context.verbose > 0) out.text('{ ');
  printBerValue(context, reader.element);
  out.char(0x20);
  const kind = reader.element.id;
  reader.descend();
  if (version === SnmpVersion.one && kind >= SnmpPdu.bulk) {
    out.text('[v2 PDU in v1 message]');
    return;
  }
  if (version === SnmpVersion.two && kind === SnmpPdu.trap1) {
    out.text('[v1 PDU in v2 message]');
    return;
  }
  if (kind === SnmpPdu.trap1 ? trap(context, reader) : standard(context, reader, kind))
    variables(context, reader, kind);
  if (context.verbose > 0) out.text(' } ');
}

function bracketed(context: PrintContext, title: string, value: number, end: string): void {
  context.out.text(title);
  context.out.signed(value);
  context.out.text(end);
}

function errorName(context: PrintContext, status: number): void {
  const name = errorNames[status];
  context.out.text(name ?? 'err=');
  if (name === undefined) context.out.decimal(status >>> 0);
}

/** Request number, then status and index or, for a bulk request, its two counts. false: something is wrong. */
function standard(context: PrintContext, reader: BerReader, kind: number): boolean {
  const { out } = context;
  const { element } = reader;
  if (!reader.expect(context, BerKind.integer, '[reqId!=INT]')) return false;
  if (context.verbose > 0) bracketed(context, 'R=', element.value, ' ');
  if (!reader.expect(context, BerKind.integer, '[errorStatus!=INT]')) return false;
  const isRequest = requests.includes(kind);
  const status = element.value;
  if (kind === SnmpPdu.bulk) {
    bracketed(context, ' N=', status, '');
  } else if (status !== 0) {
    out.text(isRequest ? '[errorStatus(' : ' ');
    errorName(context, status);
    if (isRequest) out.text(')!=0]');
  }
  if (!reader.expect(context, BerKind.integer, '[errorIndex!=INT]')) return false;
  const index = element.value;
  const failed = !isRequest && kind !== SnmpPdu.bulk && status !== 0;
  if (kind === SnmpPdu.bulk) bracketed(context, ' M=', index, '');
  else if (index !== 0 && isRequest) bracketed(context, '[errorIndex(', index, ')!=0]');
  else if (index !== 0) bracketed(context, failed ? '@' : '[errorIndex(', index, failed ? '' : ') w/o errorStatus]');
  else if (failed) out.text('[errorIndex==0]');
  return true;
}

/** Enterprise, agent, the two kinds of trap, and the time. false: something is wrong. */
function trap(context: PrintContext, reader: BerReader): boolean {
  const { out } = context;
  const { element } = reader;
  out.char(0x20);
  if (!reader.expect(context, BerKind.objectId, '[enterprise!=OID]')) return false;
  printBerValue(context, element);
  out.char(0x20);
  if (!reader.expect(context, BerKind.address, '[agent-addr!=INETADDR]')) return false;
  printBerValue(context, element);
  if (!reader.expect(context, BerKind.integer, '[generic-trap!=INT]')) return false;
  const generic = element.value;
  const name = trapNames[generic];
  out.char(0x20);
  if (name === undefined) bracketed(context, 'gt=', generic, '');
  else out.text(name);
  if (!reader.expect(context, BerKind.integer, '[specific-trap!=INT]')) return false;
  if (generic === enterpriseTrap) bracketed(context, ' s=', element.value, '');
  else if (element.value !== 0) bracketed(context, '[specific-trap(', element.value, ')!=0]');
  out.char(0x20);
  if (!reader.expect(context, BerKind.unsigned, '[time-stamp!=TIMETICKS]')) return false;
  printBerValue(context, element);
  return true;
}

function variables(context: PrintContext, reader: BerReader, kind: number): void {
  const { out } = context;
  if (!reader.expect(context, BerKind.sequence, '[!SEQ of varbind]')) return;
  if (reader.left > 0) bracketed(context, '[', reader.left, ' extra after SEQ of varbind]');
  reader.descend();
  while (reader.left > 0) {
    out.char(0x20);
    if (!reader.expect(context, BerKind.sequence, '[!varbind]')) return;
    const next = reader.at;
    const left = reader.left;
    reader.descend();
    if (!variable(context, reader, questions.includes(kind))) return;
    reader.start(next, left);
  }
}

/** Name and value. false: something is wrong. */
function variable(context: PrintContext, reader: BerReader, isQuestion: boolean): boolean {
  const { element } = reader;
  if (!reader.expect(context, BerKind.objectId, '[objName!=OID]')) return false;
  printBerValue(context, element);
  if (!isQuestion) context.out.char(0x3d);
  if (!reader.read(context)) return false;
  if (element.kind === BerKind.null) return true;
  if (isQuestion) context.out.text('[objVal!=NULL]');
  printBerValue(context, element);
  return true;
}
