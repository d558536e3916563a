import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWords, foldChecksum, rightChecksum } from '../../../src/decode/checksum';
import { ByteView } from '../../../src/decode/view';

describe('the Internet checksum', () => {
  test('of data that holds the right one is zero', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 101 }), (bytes) => {
        const view = new ByteView();
        view.attach(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
        const held = (bytes[0] << 8) | bytes[1];
        const right = rightChecksum(held, foldChecksum(addWords(view, 0, bytes.length, 0)));
        bytes[0] = right >>> 8;
        bytes[1] = right & 0xff;
        expect(foldChecksum(addWords(view, 0, bytes.length, 0))).toBe(0);
      }),
    );
  });
});
