/** BER elements (ITU-T X.690) read one after the other, with what is wrong about them said, and their values as text. */
import { BerClass, BerElement, BerKind, BerProblem } from '../../decode/ber';
import { eachArc } from '../../decode/object-id';
import type { PrintContext } from '../context';
import { printObjectName } from '../text/object-name';

const universalNames = [
  ...['U-0', 'Boolean', 'Integer', 'Bitstring', 'String', 'Null', 'ObjID', 'ObjectDes', 'U-8', 'U-9', 'U-10', 'U-11'],
  ...['U-12', 'U-13', 'U-14', 'U-15', 'Sequence', 'Set'],
];
const applicationNames = ['IpAddress', 'Counter', 'Gauge', 'TimeTicks', 'Opaque', 'C-5', 'Counter64'];
const pduNames = [
  ...['GetRequest', 'GetNextRequest', 'GetResponse', 'SetRequest', 'Trap', 'GetBulk', 'Inform', 'V2Trap', 'Report'],
];
const privateNames = ['P-0'];
const classNames = [universalNames, applicationNames, pduNames, privateNames];
const exceptionNames = ['[noSuchObject]', '[noSuchInstance]', '[endOfMibView]'];
const addressLength = 4;

/** Where reading stands; `element` is what was read last. */
export class BerReader {
  at = 0;
  left = 0;
  readonly element = new BerElement();

  start(at: number, left: number): void {
    this.at = at;
    this.left = left;
  }

  /** Continues inside the element read last. */
  descend(): void {
    this.at = this.element.at;
    this.left = this.element.length;
  }

  /** Reads an element and moves past it. false: it cannot be read, and that has been said. */
  read(context: PrintContext): boolean {
    const { element } = this;
    const problem = element.decode(context.view, this.at, this.left);
    if (problem !== BerProblem.none) {
      sayProblem(context, element, problem);
      return false;
    }
    if (element.kind === BerKind.octets) sayUnusual(context, element);
    this.at += element.size;
    this.left -= element.size;
    return true;
  }

  /** Reads an element that must be of `kind`; says `otherwise` and shows it where it is of another. */
  expect(context: PrintContext, kind: number, otherwise: string): boolean {
    if (!this.read(context)) return false;
    if (this.element.kind === kind) return true;
    context.out.text(otherwise);
    printBerValue(context, this.element);
    return false;
  }
}

function sayProblem(context: PrintContext, element: BerElement, problem: number): void {
  const { out } = context;
  switch (problem) {
    case BerProblem.empty:
      out.text('[nothing to parse]');
      return;
    case BerProblem.tag:
      out.text('[Xtagfield?]');
      return;
    case BerProblem.noLength:
      out.text('[no asnlen]');
      return;
    case BerProblem.lengthOctets:
      out.text('[asnlen? ');
      out.decimal(element.left);
      out.char(0x3c);
      out.decimal(element.wanted);
      out.char(0x5d);
      return;
    case BerProblem.tooLong:
      out.text('[len');
      out.decimal(element.left);
      out.text('<asnlen');
      out.decimal(element.length);
      out.char(0x5d);
      return;
    case BerProblem.identifier:
      out.text(element.constructed ? '[id?C/x/' : '[id?P/x/');
      out.decimal(element.id);
      out.char(0x5d);
      return;
    case BerProblem.emptyInteger:
      out.text('[asnlen=0]');
      return;
    default:
      context.truncated();
  }
}

/** A type that SNMP has no use for: form, class and name. */
function sayUnusual(context: PrintContext, element: BerElement): void {
  const { out } = context;
  const { tagClass } = element;
  const letter = tagClass === BerClass.universal ? '/U/' : tagClass === BerClass.application ? '/A/' : '/x/';
  out.text(element.constructed ? 'C' : '[P');
  out.text(element.constructed && tagClass === BerClass.application ? '/x/' : letter);
  out.text(classNames[tagClass][element.id]);
  if (!element.constructed) out.char(0x5d);
}

/** Each byte after `_`. */
export function printBerOctets(context: PrintContext, element: BerElement): void {
  const { out, view } = context;
  out.reserve(3 * element.length);
  for (let i = 0; i < element.length; i++) {
    out.char(0x5f);
    out.hex8(view.u8(element.at + i));
  }
}

/** In quotes where it is text, bytes in hexadecimal with `_` between otherwise. */
export function printBerString(context: PrintContext, element: BerElement): void {
  const { out, view } = context;
  const { at, length } = element;
  let text = true;
  for (let i = 0; i < length && text; i++) {
    const byte = view.u8(at + i);
    text = byte >= 0x20 && byte < 0x7f;
  }
  out.reserve(4 * length);
  if (text) out.char(0x22);
  for (let i = 0; i < length; i++) {
    const byte = view.u8(at + i);
    if (text) {
      out.caret(byte);
    } else {
      if (i > 0) out.char(0x5f);
      out.hex8(byte);
    }
  }
  if (text) out.char(0x22);
}

export function printBerValue(context: PrintContext, element: BerElement): void {
  const { out } = context;
  switch (element.kind) {
    case BerKind.octets:
      printBerOctets(context, element);
      return;
    case BerKind.null:
      return;
    case BerKind.objectId:
      objectId(context, element);
      return;
    case BerKind.integer:
      out.signed(element.value);
      return;
    case BerKind.unsigned:
      out.decimal(element.value);
      return;
    case BerKind.unsigned64:
      unsigned64(context, element);
      return;
    case BerKind.string:
      printBerString(context, element);
      return;
    case BerKind.sequence:
      out.text('Seq(');
      out.decimal(element.length);
      out.char(0x29);
      return;
    case BerKind.address:
      address(context, element);
      return;
    case BerKind.exception:
      out.text(exceptionNames[element.id]);
      return;
    case BerKind.pdu:
      out.text(pduNames[element.id]);
      out.char(0x28);
      out.decimal(element.length);
      out.char(0x29);
      return;
    default:
      out.text('[BE_ANY!?]');
  }
}

function objectId(context: PrintContext, element: BerElement): void {
  const { names, out, view } = context;
  out.reserve(12 * element.length);
  if (names !== undefined) {
    printObjectName(context, names.objects, element.at, element.length);
    return;
  }
  eachArc(view, element.at, element.length, (arc) => {
    out.char(0x2e);
    out.decimal(arc);
  });
}

function address(context: PrintContext, element: BerElement): void {
  const { out, view } = context;
  if (element.length !== addressLength) out.text('[inetaddr len!=4]');
  out.reserve(4 * element.length);
  for (let i = 0; i < element.length; i++) {
    if (i > 0) out.char(0x2e);
    out.decimal(view.u8(element.at + i));
  }
}

/** Decimal digits that the lower part of a 64-bit number is written with. */
const lowDigits = 9;
const lowLimit = 1_000_000_000n;

function unsigned64(context: PrintContext, element: BerElement): void {
  const { out, view } = context;
  let total = 0n;
  for (let i = Math.max(0, element.length - 8); i < element.length; i++) {
    total = (total << 8n) | BigInt(view.u8(element.at + i));
  }
  if (total < lowLimit) {
    out.decimal(Number(total));
    return;
  }
  out.decimal(Number(total / lowLimit));
  out.padded(Number(total % lowLimit), lowDigits);
}
