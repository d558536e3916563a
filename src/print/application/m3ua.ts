/** MTP3 User Adaptation Layer, signalling system no. 7 over SCTP (RFC 4666). */
import type { PrintContext } from '../context';
import { type NameTable, nameOr, names } from '../text/names';
import { nameOrHex8 } from '../text/phrase';

const headerLength = 8;
const parameterHeaderLength = 4;
const release1 = 1;

const classNames = names(() => ({
  0: 'Management',
  1: 'Transfer',
  2: 'SS7',
  3: 'ASP',
  4: 'ASP',
  9: 'Routing Key Management',
}));
const typeNames = new Map<number, NameTable>([
  [0, names(() => ({ 0: 'Error', 1: 'Notify' }))],
  [1, names(() => ({ 1: 'Data' }))],
  [
    2,
    names(() => ({
      1: 'Destination Unavailable',
      2: 'Destination Available',
      3: 'Destination State Audit',
      4: 'Signalling Congestion',
      5: 'Destination User Part Unavailable',
      6: 'Destination Restricted',
    })),
  ],
  [
    3,
    names(() => ({
      1: 'Up',
      2: 'Down',
      3: 'Heartbeat',
      4: 'Up Acknowledgement',
      5: 'Down Acknowledgement',
      6: 'Heartbeat Acknowledgement',
    })),
  ],
  [4, names(() => ({ 1: 'Active', 2: 'Inactive', 3: 'Active Acknowledgement', 4: 'Inactive Acknowledgement' }))],
  [
    9,
    names(() => ({
      1: 'Registration Request',
      2: 'Registration Response',
      3: 'Deregistration Request',
      4: 'Deregistration Response',
    })),
  ],
]);

const Parameter = { routingContext: 0x0006, correlation: 0x0013, networkAppearance: 0x0200 } as const;
const parameterNames = names(() => ({
  0x0004: 'INFO String',
  [Parameter.routingContext]: 'Routing Context',
  0x0007: 'Diagnostic Info',
  0x0009: 'Heartbeat Data',
  0x000b: 'Traffic Mode Type',
  0x000c: 'Error Code',
  0x000d: 'Status',
  0x0011: 'ASP Identifier',
  0x0012: 'Affected Point Code',
  [Parameter.correlation]: 'Correlation ID',
  [Parameter.networkAppearance]: 'Network Appearance',
  0x0204: 'User/Cause',
  0x0205: 'Congestion Indications',
  0x0206: 'Concerned Destination',
  0x0207: 'Routing Key',
  0x0208: 'Registration Result',
  0x0209: 'Deregistration Result',
  0x020a: 'Local Routing Key Identifier',
  0x020b: 'Destination Point Code',
  0x020c: 'Service Indicators',
  0x020e: 'Originating Point Code List',
  0x0210: 'Protocol Data',
  0x0212: 'Registration Status',
  0x0213: 'Deregistration Status',
}));

export function printM3ua(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'm3ua';
  if (length < headerLength) {
    context.invalid();
    view.need(at, length);
    return;
  }
  view.need(at, headerLength);
  if (view.u8(at) !== release1) return;
  const kind = view.u8(at + 2);
  out.text('\n\t\t');
  nameOr(out, classNames, kind, 'Unknown message class ');
  const types = typeNames.get(kind);
  if (types !== undefined) {
    out.char(0x20);
    nameOrHex8(context.out, types, view.u8(at + 3));
    out.text(' Message');
  }
  const said = view.u32(at + 4);
  if (said === length) {
    parameters(context, at + headerLength, at + length);
    return;
  }
  out.text('\n\t\t\t@@@@@@ Corrupted length ');
  out.decimal(said);
  out.text(' of message @@@@@@');
}

function parameters(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  let from = at;
  while (from < end) {
    if (from + parameterHeaderLength > end) {
      context.invalid();
      return;
    }
    const tag = view.u16(from);
    const size = view.u16(from + 2);
    out.text('\n\t\t\t');
    const name = parameterNames.get(tag);
    if (name !== undefined) {
      out.text(name);
    } else {
      out.text('Unknown Parameter (0x');
      out.hex16(tag);
      out.char(0x29);
    }
    out.text(': ');
    if (size < parameterHeaderLength) {
      context.invalid();
      return;
    }
    const padding = -(from + size - at) & 3;
    view.need(from, size + padding);
    value(context, tag, from, size);
    from += size + padding;
  }
}

function value(context: PrintContext, tag: number, at: number, size: number): void {
  const { out, view } = context;
  switch (tag) {
    case Parameter.networkAppearance:
    case Parameter.routingContext:
    case Parameter.correlation:
      if (size < parameterHeaderLength + 4) {
        context.invalid();
        return;
      }
      out.text('0x');
      out.hex32(view.u32(at + parameterHeaderLength));
      break;
    default:
      out.text('(length ');
      out.decimal(size);
      out.char(0x29);
  }
}
