/**
 * Home Networking Control Protocol (RFC 7788) and the protocol it is a profile of (DNCP, RFC 7787): the names of TLVs
 * in one line; each more `v` shows what one more level of them holds.
 */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { count } from '../text/phrase';
import { printHncpValue } from './hncp-value';

/** Stand for types that have no name of their own. */
const Range = { reserved: 0x10000, unassigned: 0x10001, privateUse: 0x10002, futureUse: 0x10003 } as const;
const typeNames = names(() => ({
  1: 'Request network state',
  2: 'Request node state',
  3: 'Node endpoint',
  4: 'Network state',
  5: 'Node state',
  8: 'Peer',
  9: 'Keep-alive interval',
  10: 'Trust-Verdict',
  32: 'HNCP-Version',
  33: 'External-Connection',
  34: 'Delegated-Prefix',
  35: 'Assigned-Prefix',
  36: 'Node-Address',
  37: 'DHCPv4-Data',
  38: 'DHCPv6-Data',
  39: 'DNS-Delegated-Zone',
  40: 'Domain-Name',
  41: 'Node-Name',
  42: 'Managed-PSK',
  43: 'Prefix-Policy',
  [Range.reserved]: 'Reserved',
  [Range.unassigned]: 'Unassigned',
  [Range.privateUse]: 'Private use',
  [Range.futureUse]: 'Future use',
}));
const headerLength = 4;
const everyLevel = 3;
const noType = -1;

export function printHncp(context: PrintContext, at: number, length: number): void {
  const { out } = context;
  context.protocol = 'hncp';
  out.text('hncp (');
  out.decimal(length);
  out.char(0x29);
  printHncpTlvs(context, at, length, 1);
}

/** A type that has a name, or the range it is in. */
function classOf(type: number): number {
  if (typeNames.has(type)) return type;
  if (type === 0) return Range.reserved;
  if (type >= 44 && type <= 511) return Range.unassigned;
  if (type >= 768 && type <= 1023) return Range.privateUse;
  return Range.futureUse;
}

/** Starts a line at `indent` tabs. */
export function hncpLine(context: PrintContext, indent: number): void {
  context.out.text('\n');
  for (let i = 0; i < indent; i++) context.out.char(0x09);
}

/** TLVs on level `indent`, from 1 on: each on a line of its own or, below what -v asks for, their names in one. */
export function printHncpTlvs(context: PrintContext, at: number, length: number, indent: number): void {
  const before = context.layers;
  if (context.enter()) tlvs(context, at, length, indent);
  context.layers = before;
}

function tlvs(context: PrintContext, at: number, length: number, indent: number): void {
  const { view } = context;
  const inLine = indent > context.verbose && context.verbose < everyLevel;
  const end = at + length;
  let run = noType;
  let inARow = 0;
  let first = true;
  for (let from = at; from < end; ) {
    if (!inLine) hncpLine(context, indent);
    if (!view.has(from, headerLength)) {
      context.truncated();
      return;
    }
    if (from + headerLength > end) {
      context.invalid();
      return;
    }
    const type = view.u16(from);
    const size = view.u16(from + 2);
    const valueAt = from + headerLength;
    if (!view.has(valueAt, size)) {
      context.truncated();
      return;
    }
    if (valueAt + size > end) {
      context.invalid();
      return;
    }
    const kind = classOf(type);
    if (inLine) {
      if (kind === run) {
        inARow++;
      } else {
        if (run !== noType) runOfTypes(context, run, inARow, indent, first);
        first = first && run === noType;
        run = kind;
        inARow = 1;
      }
    } else {
      title(context, kind, type, size);
      if (!printHncpValue(context, kind, valueAt, size, indent)) {
        context.invalid();
        return;
      }
    }
    from = valueAt + ((size + 3) & ~3);
  }
  if (run !== noType) runOfTypes(context, run, inARow, indent, first);
}

/** A type without a name of its own is told beside that of its class. */
function title(context: PrintContext, kind: number, type: number, size: number): void {
  const { out } = context;
  out.text(typeNames.get(kind) ?? '');
  if (kind !== type) count(out, ': type=', type);
  count(out, ' (', size + headerLength, ')');
}

/** A name, and how often it comes one after the other. */
function runOfTypes(context: PrintContext, type: number, count: number, indent: number, first: boolean): void {
  const { out } = context;
  if (!first) out.text(', ');
  else if (indent > 1) hncpLine(context, indent);
  else out.text(' ');
  out.text(typeNames.get(type) ?? '');
  if (count === 1) return;
  out.text(' (x');
  out.decimal(count);
  out.char(0x29);
}
