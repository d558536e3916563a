/**
 * JSON (RFC 8259) as bytes in a line writer's buffer: ASCII only, no string made per packet. Each member is written whole
 * or not at all: what it reads of a packet is checked before its name is written, so that a packet's end between two
 * members leaves something that {@link JsonWriter.unwind} can close.
 */
import type { ByteView } from '../decode/view';
import { ipv4, ipv6, mac } from '../print/text/address';
import { FixedText } from '../print/text/fixed-text';
import type { LineWriter } from '../print/text/line-writer';
import { escapeBytes, escapeLabel } from './escape';

/** What closes an open bracket; a layer is an object that is marked where its bytes end too early. */
const Closer = { object: 1, array: 2, layer: 3 } as const;
const deepest = 64;
const nanosecondsPerSecond = 1_000_000_000;
/** Room for an address, a number and punctuation. */
const elementRoom = 128;

/** The name of a member that has none: an element of an array. */
export const element = '';

export class JsonWriter {
  private readonly closers = new Uint8Array(deepest);
  /** Names are the program's own, so they are few. */
  private readonly names = new Map<string, FixedText>();
  private open = 0;
  /** The next member comes after another one. */
  private follows = false;

  constructor(private readonly out: LineWriter) {}

  /** How many brackets are open. */
  get depth(): number {
    return this.open;
  }

  private member(name: string): void {
    const out = this.out;
    out.reserve(elementRoom);
    if (this.follows) out.char(0x2c);
    this.follows = true;
    if (name !== element) out.fixed(this.names.get(name) ?? this.encodeName(name));
  }

  private encodeName(name: string): FixedText {
    const encoded = FixedText.of(`"${name}":`);
    this.names.set(name, encoded);
    return encoded;
  }

  private begin(bracket: number, closer: number): void {
    this.out.char(bracket);
    this.closers[this.open++] = closer;
    this.follows = false;
  }

  private end(): void {
    const closer = this.closers[--this.open];
    this.out.char(closer === Closer.array ? 0x5d : 0x7d);
    this.follows = true;
  }

  beginObject(name: string): void {
    this.member(name);
    this.begin(0x7b, Closer.object);
  }

  endObject(): void {
    this.end();
  }

  beginArray(name: string): void {
    this.member(name);
    this.begin(0x5b, Closer.array);
  }

  endArray(): void {
    this.end();
  }

  /** An element `{"layer":"NAME"` of the array of layers. */
  beginLayer(name: string): void {
    this.member(element);
    this.begin(0x7b, Closer.layer);
    this.word('layer', name);
  }

  endLayer(): void {
    this.end();
  }

  /** Closes what is open beyond `depth`; layers are marked as truncated. */
  unwind(depth: number): void {
    while (this.open > depth) {
      if (this.closers[this.open - 1] === Closer.layer) this.yes('truncated');
      this.end();
    }
  }

  /** Ends the line; the next value is a new document. */
  endDocument(): void {
    this.unwind(0);
    this.follows = false;
    this.out.endLine();
  }

  /** 0..2^53 */
  number(name: string, value: number): void {
    this.member(name);
    this.out.decimal(value);
  }

  /** -2^31..2^53 */
  signed(name: string, value: number): void {
    this.member(name);
    if (value < 0) this.out.char(0x2d);
    this.out.decimal(value < 0 ? -value : value);
  }

  /** A number with six decimal places, of less than 2^31. */
  fraction(name: string, value: number): void {
    const millionths = Math.round(Math.abs(value) * 1_000_000);
    const whole = Math.floor(millionths / 1_000_000);
    this.member(name);
    if (value < 0) this.out.char(0x2d);
    this.out.decimal(whole);
    this.out.char(0x2e);
    this.out.padded(millionths - whole * 1_000_000, 6);
  }

  boolean(name: string, value: boolean): void {
    this.member(name);
    this.out.text(value ? 'true' : 'false');
  }

  /** `true`, for members that are left out otherwise. */
  yes(name: string): void {
    this.member(name);
    this.out.text('true');
  }

  /** A word of the program's own, without anything that needs an escape. */
  word(name: string, value: string): void {
    this.member(name);
    this.quote();
    this.out.text(value);
    this.quote();
  }

  /** A member made beforehand: its value in JSON. */
  encoded(name: string, value: Uint8Array): void {
    this.member(name);
    this.out.literal(value);
  }

  /** A word of the program's own with a number after it: `TYPE65`. */
  numbered(name: string, word: string, value: number): void {
    this.member(name);
    this.quote();
    this.out.text(word);
    this.out.decimal(value);
    this.quote();
  }

  /** Seconds and nanoseconds as `"1700000000.000000001"`: their sum, so that -1 and 1 are `"-0.999999999"`. */
  time(name: string, seconds: number, nanoseconds: number): void {
    this.member(name);
    this.quote();
    let wholes = seconds;
    let parts = nanoseconds;
    if (seconds < 0) {
      this.out.char(0x2d);
      wholes = parts === 0 ? -seconds : -seconds - 1;
      parts = parts === 0 ? 0 : nanosecondsPerSecond - parts;
    }
    this.out.decimal(Math.min(wholes, Number.MAX_SAFE_INTEGER));
    this.out.char(0x2e);
    this.out.padded(parts, 9);
    this.quote();
  }

  /** Bytes of a packet read as text. */
  text(name: string, view: ByteView, at: number, count: number): void {
    view.need(at, count);
    this.member(name);
    this.quote();
    escapeBytes(this.out, view.bytes, at, at + count);
    this.quote();
  }

  /** A string made of several parts: between these come {@link label}, {@link digits}, {@link dot} and {@link colon}. */
  beginString(name: string): void {
    this.member(name);
    this.quote();
  }

  /** A label of a domain name, captured as a whole. */
  label(view: ByteView, at: number, count: number): void {
    escapeLabel(this.out, view.bytes, at, at + count);
  }

  dot(): void {
    this.out.char(0x2e);
  }

  colon(): void {
    this.out.char(0x3a);
  }

  /** 0..2^53 */
  digits(value: number): void {
    this.out.reserve(elementRoom);
    this.out.decimal(value);
  }

  endString(): void {
    this.quote();
  }

  /** Bytes of a packet in hexadecimal. */
  hex(name: string, view: ByteView, at: number, count: number): void {
    view.need(at, count);
    this.member(name);
    this.hexDigits(view.bytes, at, count);
  }

  /** The same without a view: `count` bytes are there. */
  hexOf(name: string, bytes: Uint8Array, at: number, count: number): void {
    this.member(name);
    this.hexDigits(bytes, at, count);
  }

  private hexDigits(bytes: Uint8Array, at: number, count: number): void {
    const out = this.out;
    out.reserve(2 * count + elementRoom);
    this.quote();
    for (let i = at; i < at + count; i++) out.hex8(bytes[i]);
    this.quote();
  }

  mac(name: string, view: ByteView, at: number): void {
    view.need(at, 6);
    this.member(name);
    this.quote();
    mac(this.out, view, at);
    this.quote();
  }

  /** An address of family 4 or 6. */
  address(name: string, view: ByteView, family: number, at: number): void {
    view.need(at, family === 4 ? 4 : 16);
    this.member(name);
    this.quote();
    if (family === 4) ipv4(this.out, view, at);
    else ipv6(this.out, view, at);
    this.quote();
  }

  ipv4(name: string, view: ByteView, at: number): void {
    this.address(name, view, 4, at);
  }

  ipv6(name: string, view: ByteView, at: number): void {
    this.address(name, view, 6, at);
  }

  private quote(): void {
    this.out.char(0x22);
  }
}
