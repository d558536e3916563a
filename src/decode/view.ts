/**
 * The bounded view through which every decoder reads a packet. Offsets are absolute in `bytes`.
 * A read at or past `end` throws {@link TRUNCATED}: one value, so a cut packet costs no allocation.
 */

/**
 * What a read past the captured bytes throws. Carries no position: the printer knows which layer it was in. Registered,
 * so that it is one value in every bundle of the process.
 */
export const TRUNCATED = Symbol.for('fandump: read past the captured bytes');

const nothing = new Uint8Array(0);
const nothingView = new DataView(nothing.buffer);

/** Big-endian (network order) unless the name ends in LE. All integers are unsigned. */
export class ByteView {
  bytes: Uint8Array = nothing;
  /** The same memory, for those who have checked the bounds themselves. */
  data: DataView = nothingView;
  /** First byte of the packet. */
  start = 0;
  /** One past the last byte that may be read: captured, and inside every length field seen so far. */
  end = 0;

  /** Points the view at a packet; `data` covers the same memory as `bytes`. */
  attach(bytes: Uint8Array, data: DataView, start: number, end: number): void {
    this.bytes = bytes;
    this.data = data;
    this.start = start;
    this.end = end;
  }

  /** Bytes that may still be read from `at` on; never negative. */
  available(at: number): number {
    return at < this.end ? this.end - at : 0;
  }

  /** true where `count` bytes from `at` on may be read. */
  has(at: number, count: number): boolean {
    return at + count <= this.end;
  }

  /** Throws unless `count` bytes from `at` on may be read. */
  need(at: number, count: number): void {
    if (at + count > this.end) throw TRUNCATED;
  }

  /** Lets nothing from `at` on be read any more; never widens. */
  cut(at: number): void {
    if (at < this.end) this.end = at;
  }

  u8(at: number): number {
    if (at >= this.end) throw TRUNCATED;
    return this.bytes[at];
  }

  u16(at: number): number {
    if (at + 2 > this.end) throw TRUNCATED;
    return this.data.getUint16(at, false);
  }

  u24(at: number): number {
    if (at + 3 > this.end) throw TRUNCATED;
    return (this.bytes[at] << 16) | (this.bytes[at + 1] << 8) | this.bytes[at + 2];
  }

  u32(at: number): number {
    if (at + 4 > this.end) throw TRUNCATED;
    return this.data.getUint32(at, false);
  }

  /** Allocates: for the rare protocols that have 64-bit fields. */
  u64(at: number): bigint {
    if (at + 8 > this.end) throw TRUNCATED;
    return this.data.getBigUint64(at, false);
  }

  i32(at: number): number {
    if (at + 4 > this.end) throw TRUNCATED;
    return this.data.getInt32(at, false);
  }

  u16LE(at: number): number {
    if (at + 2 > this.end) throw TRUNCATED;
    return this.data.getUint16(at, true);
  }

  u32LE(at: number): number {
    if (at + 4 > this.end) throw TRUNCATED;
    return this.data.getUint32(at, true);
  }

  u64LE(at: number): bigint {
    if (at + 8 > this.end) throw TRUNCATED;
    return this.data.getBigUint64(at, true);
  }
}
