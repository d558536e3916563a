import { describe, expect, test } from 'vitest';
import { ByteView, TRUNCATED } from '../../../src/decode/view';

function viewOf(...bytes: number[]): ByteView {
  const view = new ByteView();
  const data = new Uint8Array(bytes);
  view.attach(data, new DataView(data.buffer), 0, data.length);
  return view;
}

describe('ByteView', () => {
  test('reads network order without sign', () => {
    const view = viewOf(0xff, 0xfe, 0xfd, 0xfc);
    expect([view.u8(0), view.u16(0), view.u24(0), view.u32(0)]).toEqual([0xff, 0xfffe, 0xfffefd, 0xfffefdfc]);
    expect([view.u16LE(0), view.u32LE(0), view.i32(0)]).toEqual([0xfeff, 0xfcfdfeff, -66052]);
  });

  test('throws the one prepared object past its end', () => {
    const view = viewOf(1, 2, 3, 4);
    for (const read of [() => view.u8(4), () => view.u16(3), () => view.u24(2), () => view.u32(1)]) {
      try {
        read();
        expect.fail('no throw');
      } catch (error) {
        expect(error).toBe(TRUNCATED);
      }
    }
  });

  test('can be cut but not widened', () => {
    const view = viewOf(1, 2, 3, 4);
    view.cut(2);
    view.cut(4);
    expect(view.has(0, 2)).toBe(true);
    expect(view.has(0, 3)).toBe(false);
    expect(view.available(1)).toBe(1);
    expect(view.available(9)).toBe(0);
  });
});
