/** IS-IS (ISO/IEC 10589, RFC 1195): the headers of its PDUs; what is in them at -v is in isis-tlv.ts. */

import type { PrintContext } from '../context';
import { systemId, systemIdLength, verdict } from '../network/osi';
import { names } from '../text/names';
import { count } from '../text/phrase';
import { printIsisTlvs } from './isis-tlv';

const commonLength = 8;
const supportedVersion = 1;
const defaultAreas = 3;

const Kind = { lanHello: 0, pointToPointHello: 1, linkState: 2, complete: 3, partial: 4 } as const;

interface Pdu {
  readonly name: string;
  readonly kind: number;
  /** Bytes behind the common header before the values. */
  readonly length: number;
}

function pdu(name: string, kind: number, length: number): Pdu {
  return { name, kind, length };
}

const pdus = new Map<number, Pdu>([
  [15, pdu('L1 Lan IIH', Kind.lanHello, 19)],
  [16, pdu('L2 Lan IIH', Kind.lanHello, 19)],
  [17, pdu('p2p IIH', Kind.pointToPointHello, 12)],
  [18, pdu('L1 LSP', Kind.linkState, 19)],
  [20, pdu('L2 LSP', Kind.linkState, 19)],
  [24, pdu('L1 CSNP', Kind.complete, 25)],
  [25, pdu('L2 CSNP', Kind.complete, 25)],
  [26, pdu('L1 PSNP', Kind.partial, 9)],
  [27, pdu('L2 PSNP', Kind.partial, 9)],
]);

const circuitNames = names(() => ({ 1: 'Level 1 only', 2: 'Level 2 only', 3: 'Level 1, Level 2' }));
const levelNames = ['Unused 0x0 (invalid)', 'L1 IS', 'Unused 0x2 (invalid)', 'L2 IS'];
const attachedNames = [
  [0x08, 'default '],
  [0x10, 'delay '],
  [0x20, 'expense '],
  [0x40, 'error '],
] as const;
const LspFlag = { overload: 0x04, attached: 0x78, partition: 0x80 } as const;

/** false: what is wrong has been said, and its bytes may be shown. */
export function printIsis(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  context.protocol = 'isis';
  view.need(at, commonLength);
  if (length < commonLength) {
    context.truncated();
    return true;
  }
  if (!context.linkLevel) out.text('IS-IS');
  if (!isSound(context, at, length)) return false;
  const type = view.u8(at + 4);
  const known = pdus.get(type);
  if (!context.linkLevel) out.text(', ');
  if (context.verbose === 0) {
    if (known === undefined) {
      out.text('unknown PDU-Type ');
      out.decimal(type);
    } else {
      out.text(known.name);
    }
  } else {
    commonHeader(context, known, at, length);
  }
  if (known === undefined) {
    if (context.verbose > 0) {
      context.dumpPart('\n\t  ', at + commonLength, length);
      return false;
    }
    count(out, ', length ', length);
    return true;
  }
  const fixedLength = view.u8(at + 1);
  if (fixedLength !== commonLength + known.length) {
    out.text(known.kind === Kind.partial ? '- bogus fixed header length ' : ', bogus fixed header length ');
    out.decimal(fixedLength);
    out.text(' should be ');
    out.decimal(known.kind === Kind.linkState ? known.length : commonLength + known.length);
    return false;
  }
  view.need(at, fixedLength);
  if (context.verbose === 0) {
    briefly(context, known.kind, at + commonLength);
    count(out, ', length ', length);
  } else {
    fully(context, known, at, length);
  }
  return true;
}

/** Says what is wrong with the common header, if anything is. */
function isSound(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const idLength = view.u8(at + 3);
  const fixedLength = view.u8(at + 1);
  if (view.u8(at + 2) !== supportedVersion) {
    unsupported(context, 'version ', view.u8(at + 2), ' packet not supported');
  } else if (idLength !== systemIdLength && idLength !== 0) {
    unsupported(context, 'system ID length of ', idLength, ' is not supported');
  } else if (view.u8(at + 5) !== supportedVersion) {
    unsupported(context, 'version ', view.u8(at + 5), ' packet not supported');
  } else if (length < fixedLength) {
    unsupported(context, 'fixed header length ', fixedLength, ' > packet length ');
    out.decimal(length);
  } else if (fixedLength < commonLength) {
    unsupported(context, 'fixed header length ', fixedLength, ' < minimum header size 8');
  } else if (view.u8(at + 7) === 255) {
    out.text('bad packet -- 255 areas');
  } else {
    return true;
  }
  return false;
}

function unsupported(context: PrintContext, before: string, value: number, after: string): void {
  const { out } = context;
  out.text(before);
  out.decimal(value);
  out.text(after);
}

function commonHeader(context: PrintContext, known: Pdu | undefined, at: number, length: number): void {
  const { out, view } = context;
  out.text('length ');
  out.decimal(length);
  out.text('\n\t');
  if (known === undefined) {
    out.text('unknown, type ');
    out.decimal(view.u8(at + 4));
  } else {
    out.text(known.name);
  }
  const areas = view.u8(at + 7);
  count(context.out, ', hlen: ', view.u8(at + 1));
  count(context.out, ', v: ', view.u8(at + 2));
  count(context.out, ', pdu-v: ', view.u8(at + 5));
  count(context.out, ', sys-id-len: 6 (', view.u8(at + 3));
  count(context.out, '), max-area: ', areas === 0 ? defaultAreas : areas);
  count(context.out, ' (', areas);
  out.char(0x29);
  if (context.verbose > 1) context.dumpPart('\n\t', at, commonLength);
}

function identifier(context: PrintContext, title: string, at: number, length: number): void {
  context.out.text(title);
  systemId(context, at, length);
}

function briefly(context: PrintContext, kind: number, at: number): void {
  const { out, view } = context;
  switch (kind) {
    case Kind.lanHello:
      identifier(context, ', src-id ', at + 1, 6);
      identifier(context, ', lan-id ', at + 12, 7);
      count(context.out, ', prio ', view.u8(at + 11));
      return;
    case Kind.pointToPointHello:
      identifier(context, ', src-id ', at + 1, 6);
      return;
    case Kind.linkState:
      identifier(context, ', lsp-id ', at + 4, 8);
      out.text(', seq 0x');
      out.hex32(view.u32(at + 12));
      out.text(', lifetime ');
      out.decimalWide(view.u16(at + 2), 5);
      out.char(0x73);
      return;
    default:
      identifier(context, ', src-id ', at + 2, 7);
  }
}

/** `at`: the common header. */
function fully(context: PrintContext, known: Pdu, at: number, length: number): void {
  const { out, view } = context;
  const body = at + commonLength;
  const isHello = known.kind === Kind.lanHello || known.kind === Kind.pointToPointHello;
  const said = view.u16(isHello ? body + 9 : body);
  const whole = Math.min(length, said);
  if (isHello) hello(context, known.kind, body, said);
  else if (known.kind === Kind.linkState) linkState(context, body, said, whole);
  else sequenceNumbers(context, known.kind, body, said);
  if (context.verbose > 1) context.dumpPart('\n\t  ', body, known.length);
  const fixedLength = commonLength + known.length;
  if (whole < fixedLength) {
    out.text(' [packet length ');
    out.decimal(whole);
    out.text(' < ');
    out.decimal(fixedLength);
    out.char(0x5d);
    context.invalid();
    return;
  }
  printIsisTlvs(context, at, whole, fixedLength);
}

function hello(context: PrintContext, kind: number, at: number, said: number): void {
  const { out, view } = context;
  const lan = kind === Kind.lanHello;
  identifier(context, '\n\t  source-id: ', at + 1, 6);
  count(context.out, lan ? ',  holding time: ' : ', holding time: ', view.u16(at + 7));
  out.text('s, Flags: [');
  const circuit = view.u8(at);
  const name = circuitNames.get(circuit);
  if (name === undefined) {
    out.text('unknown circuit type 0x');
    out.hex8(circuit);
  } else {
    out.text(name);
  }
  out.char(0x5d);
  if (lan) {
    identifier(context, '\n\t  lan-id:    ', at + 12, 7);
    count(context.out, ', Priority: ', view.u8(at + 11) & 0x7f);
  } else {
    out.text('\n\t  circuit-id: 0x');
    out.hex8(view.u8(at + 11));
  }
  count(context.out, ', PDU length: ', said);
}

function linkState(context: PrintContext, at: number, said: number, whole: number): void {
  const { out, view } = context;
  const checksum = view.u16(at + 16);
  const flags = view.u8(at + 18);
  identifier(context, '\n\t  lsp-id: ', at + 4, 8);
  out.text(', seq: 0x');
  out.hex32(view.u32(at + 12));
  out.text(', lifetime: ');
  out.decimalWide(view.u16(at + 2), 5);
  out.text('s\n\t  chksum: 0x');
  out.hex16(checksum);
  verdict(context, checksum, at + 4, 12, whole - commonLength - 4);
  count(context.out, ', PDU length: ', said);
  out.text(', Flags: [ ');
  if ((flags & LspFlag.overload) !== 0) out.text('Overload bit set, ');
  if ((flags & LspFlag.attached) !== 0) {
    for (const [bit, name] of attachedNames) {
      if ((flags & bit) !== 0) out.text(name);
    }
    out.text('ATT bit set, ');
  }
  if ((flags & LspFlag.partition) !== 0) out.text('P bit set, ');
  out.text(levelNames[flags & 3]);
  out.text(' ]');
}

function sequenceNumbers(context: PrintContext, kind: number, at: number, said: number): void {
  identifier(context, '\n\t  source-id:    ', at + 2, 7);
  count(context.out, ', PDU length: ', said);
  if (kind !== Kind.complete) return;
  identifier(context, '\n\t  start lsp-id: ', at + 9, 8);
  identifier(context, '\n\t  end lsp-id:   ', at + 17, 8);
}
