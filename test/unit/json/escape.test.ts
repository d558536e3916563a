import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeBytes, escapeLabel } from '../../../src/json/escape';
import { LineWriter } from '../../../src/print/text/line-writer';

function written(write: (out: LineWriter) => void): string {
  let text = '';
  const out = new LineWriter((bytes, length) => {
    text += Buffer.from(bytes.subarray(0, length)).toString('latin1');
  });
  write(out);
  out.flush();
  return text;
}

const ofBytes = (bytes: Uint8Array): string => written((out) => escapeBytes(out, bytes, 0, bytes.length));
const parsed = (inside: string): string => JSON.parse(`"${inside}"`);

describe('bytes of a packet in a string', () => {
  test('are themselves where they are printable ASCII, but for quotation mark and backslash', () => {
    expect(ofBytes(Buffer.from('a "b" \\c~'))).toBe('a \\"b\\" \\\\c~');
  });

  test('are escaped where they are control characters, delete among them', () => {
    expect(ofBytes(Uint8Array.of(0, 0x0a, 0x1b, 0x7f))).toBe('\\u0000\\u000a\\u001b\\u007f');
  });

  test('stand for their character where they are UTF-8, beyond the basic plane too', () => {
    expect(ofBytes(Buffer.from('é€😀'))).toBe('\\u00e9\\u20ac\\ud83d\\ude00');
  });

  test('stand for the character of the same number where they are no UTF-8', () => {
    expect(ofBytes(Uint8Array.of(0x80, 0xff, 0xc3))).toBe('\\u0080\\u00ff\\u00c3');
    // Longer than need be, a surrogate, beyond the last character.
    expect(ofBytes(Uint8Array.of(0xc0, 0xaf))).toBe('\\u00c0\\u00af');
    expect(ofBytes(Uint8Array.of(0xed, 0xa0, 0x80))).toBe('\\u00ed\\u00a0\\u0080');
    expect(ofBytes(Uint8Array.of(0xf4, 0x90, 0x80, 0x80))).toBe('\\u00f4\\u0090\\u0080\\u0080');
  });

  test('give back any text that was UTF-8', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parsed(ofBytes(Buffer.from(text))) === text));
  });

  test('make a valid string of printable ASCII, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const text = ofBytes(bytes);
        expect(text).toMatch(/^[\x20-\x7e]*$/);
        expect(() => parsed(text)).not.toThrow();
      }),
    );
  });
});

describe('a label of a domain name', () => {
  test('has a backslash before the dots and backslashes inside it', () => {
    const label = Buffer.from('a.b\\');
    expect(parsed(written((out) => escapeLabel(out, label, 0, label.length)))).toBe('a\\.b\\\\');
  });
});
