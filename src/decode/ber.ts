/** Basic Encoding Rules (ITU-T X.690, 8.1) of the types that SNMP uses (RFC 2578, 7.1): identifier, length, contents. */
import type { ByteView } from './view';

export const BerClass = { universal: 0, application: 1, context: 2, private: 3 } as const;

/** How many numbers of each class are known. */
const knownIdentifiers = [18, 7, 9, 1];

/** What an element holds. */
export const BerKind = {
  /** A context-specific number that has no meaning here. */
  any: 0,
  null: 1,
  /** Contents that have no other kind. */
  octets: 2,
  objectId: 3,
  integer: 4,
  unsigned: 5,
  string: 6,
  sequence: 7,
  address: 8,
  pdu: 9,
  unsigned64: 10,
  exception: 11,
} as const;

/** Why an element cannot be read. */
export const BerProblem = {
  none: 0,
  empty: 1,
  tag: 2,
  noLength: 3,
  lengthOctets: 4,
  tooLong: 5,
  identifier: 6,
  /** The contents are not all captured. */
  cut: 7,
  emptyInteger: 8,
} as const;

const Universal = { integer: 2, octetString: 4, null: 5, objectId: 6, sequence: 16 } as const;
const Application = { address: 0, counter: 1, gauge: 2, timeTicks: 3, counter64: 6 } as const;
const lastException = 2;
const extendedTag = 0x1f;
const highBit = 0x80;

export class BerElement {
  kind: number = BerKind.any;
  constructed = false;
  tagClass = 0;
  id = 0;
  /** Where the contents start, and how many bytes they are. */
  at = 0;
  length = 0;
  /** Bytes of identifier, length and contents. */
  size = 0;
  /** Of integers: the lowest 32 bits, signed; of unsigned ones unsigned. */
  value = 0;
  /** Bytes left where {@link BerProblem} was found, and the length that did not fit. */
  left = 0;
  wanted = 0;

  /** Reads what starts at `at`, in `length` bytes. Throws only where identifier or length are not captured. */
  decode(view: ByteView, at: number, length: number): number {
    this.kind = BerKind.any;
    this.length = 0;
    if (length < 1) return BerProblem.empty;
    const first = view.u8(at);
    this.constructed = (first & 0x20) !== 0;
    this.tagClass = first >>> 6;
    this.id = first & extendedTag;
    this.at = at + 1;
    this.left = length - 1;
    if (this.id === extendedTag && !this.extended(view)) return BerProblem.tag;
    if (this.left < 1) return BerProblem.noLength;
    this.length = this.octet(view);
    if (this.length >= highBit && !this.longLength(view)) return BerProblem.lengthOctets;
    if (this.left < this.length) return BerProblem.tooLong;
    if (this.id >= knownIdentifiers[this.tagClass]) return BerProblem.identifier;
    if (!view.has(this.at, this.length)) return BerProblem.cut;
    this.size = this.at + this.length - at;
    return this.contents(view);
  }

  private octet(view: ByteView): number {
    this.left--;
    return view.u8(this.at++);
  }

  /** Numbers of 31 and more follow in groups of seven bits; eight bits of them are kept. */
  private extended(view: ByteView): boolean {
    this.id = 0;
    for (;;) {
      const byte = view.u8(this.at);
      if (this.left < 1) return false;
      this.id = ((this.id << 7) | (byte & 0x7f)) & 0xff;
      this.at++;
      this.left--;
      if ((byte & highBit) === 0) return true;
    }
  }

  private longLength(view: ByteView): boolean {
    this.wanted = this.length & 0x7f;
    if (this.left < this.wanted) return false;
    this.length = 0;
    for (let i = this.wanted; i > 0; i--) this.length = ((this.length << 8) | this.octet(view)) >>> 0;
    return true;
  }

  private contents(view: ByteView): number {
    this.kind = this.constructed ? this.constructedKind() : this.primitiveKind();
    if (this.kind === BerKind.integer && this.length === 0) return BerProblem.emptyInteger;
    if (this.kind === BerKind.integer || this.kind === BerKind.unsigned) {
      let value = this.kind === BerKind.integer && (view.u8(this.at) & highBit) !== 0 ? -1 : 0;
      for (let i = 0; i < this.length; i++) value = (value << 8) | view.u8(this.at + i);
      this.value = this.kind === BerKind.integer ? value : value >>> 0;
    }
    return BerProblem.none;
  }

  private constructedKind(): number {
    if (this.tagClass === BerClass.context) return BerKind.pdu;
    if (this.tagClass === BerClass.universal && this.id === Universal.sequence) return BerKind.sequence;
    return BerKind.octets;
  }

  private primitiveKind(): number {
    if (this.tagClass === BerClass.context) return this.id <= lastException ? BerKind.exception : BerKind.any;
    if (this.tagClass === BerClass.universal) {
      if (this.id === Universal.octetString) return BerKind.string;
      if (this.id === Universal.integer) return BerKind.integer;
      if (this.id === Universal.objectId) return BerKind.objectId;
      if (this.id === Universal.null) return BerKind.null;
    } else if (this.tagClass === BerClass.application) {
      if (this.id === Application.address) return BerKind.address;
      if (this.id === Application.counter64) return BerKind.unsigned64;
      if (this.id >= Application.counter && this.id <= Application.timeTicks) return BerKind.unsigned;
    }
    return BerKind.octets;
  }
}
