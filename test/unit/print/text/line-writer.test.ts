import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FixedText } from '../../../../src/print/text/fixed-text';
import { LineWriter } from '../../../../src/print/text/line-writer';

function written(use: (out: LineWriter) => void, threshold?: number): string {
  const parts: string[] = [];
  const out = new LineWriter(
    (bytes, length) => parts.push(Buffer.from(bytes.subarray(0, length)).toString('latin1')),
    threshold,
  );
  use(out);
  out.flush();
  return parts.join('');
}

describe('LineWriter', () => {
  test('writes every number as decimal', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(written((out) => out.decimal(value))).toBe(String(value));
      }),
    );
  });

  test('writes 32-bit numbers in hexadecimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
        expect(written((out) => out.hex(value))).toBe(value.toString(16));
        expect(written((out) => out.hex32(value))).toBe(value.toString(16).padStart(8, '0'));
      }),
    );
  });

  test('writes the 32 bits of a number as an unsigned one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -0x80000000, max: 0x7fffffff }), (value) => {
        expect(written((out) => out.decimal32(value))).toBe(String(value >>> 0));
      }),
    );
  });

  test('writes every octet of an address', () => {
    for (let octet = 0; octet < 256; octet++) {
      const octets = Uint8Array.of(octet, 0, 255 - octet, octet);
      expect(written((out) => out.dotted(octets, 0))).toBe(octets.join('.'));
    }
  });

  test('writes fractions of a second with all their digits', () => {
    expect(written((out) => out.fraction6(70))).toBe('.000070');
    expect(written((out) => out.fraction9(12_000_345))).toBe('.012000345');
  });

  test.each(['', 'a', '12345678', ', options [nop,nop,TS val '])('copies the fixed text "%s"', (text) => {
    expect(written((out) => out.fixed(FixedText.of(text)))).toBe(text);
  });

  test('has no fixed text with control characters in it', () => {
    expect(() => FixedText.of('\x1b[31m')).toThrow();
  });

  test('grows for a line longer than its buffer', () => {
    const long = 'x'.repeat(300_000);
    expect(written((out) => out.text(long), 1024)).toBe(long);
  });

  test('hands over at the end of a line, once enough is gathered', () => {
    let flushes = 0;
    const out = new LineWriter(() => flushes++, 10);
    out.text('12345678901');
    expect(flushes).toBe(0);
    out.endLine();
    expect(flushes).toBe(1);
  });

  test.each([
    [0x00, '^@'],
    [0x1b, '^['],
    [0x7f, '^?'],
    [0x41, 'A'],
    [0x9b, 'M-^['],
    [0xff, 'M-^?'],
  ])('byte %i of a packet is written as %s', (byte, text) => {
    expect(written((out) => out.caret(byte))).toBe(text);
  });
});
