/** Names in DNS messages that are longer than RFC 1035 allows. */
import { describe, expect, test } from 'vitest';
import { concat, ethernet, ipv4, udp } from '../../../src/frames/frames';
import { Lines } from './lines';

const bytes = (...values: number[]) => Uint8Array.from(values);
const u16 = (value: number) => [value >>> 8, value & 0xff];

describe('a DNS name longer than a name may be', () => {
  const question = [0, 1, 0, 1];
  /** Labels of one byte that fill `length` bytes, and the end of the name. */
  const name = (length: number) =>
    concat(
      new Uint8Array(length).map((_, at) => (at % 2 === 0 ? 1 : 0x61)),
      bytes(0),
    );
  const pointer = bytes(0xc0, 12, ...question);

  test('ends where it may not go on', () => {
    const head = bytes(0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    const query = (length: number) =>
      ethernet({}, ipv4({}, udp({ destinationPort: 53 }, concat(head, name(length), bytes(...question)))));
    expect(new Lines().print(query(254))).toContain(` A? ${'a.'.repeat(127)} (`);
    expect(new Lines().print(query(256))).toMatch(/ A\? (a\.){127}<NAME TOO LONG> \[\|domain\]$/);
  });

  test('is not printed again by each pointer to it', () => {
    const count = 8000;
    const head = bytes(0, 1, 1, 0, ...u16(count + 1), 0, 0, 0, 0, 0, 0);
    const questions = concat(head, name(16_000), bytes(...question), ...new Array(count).fill(pointer));
    const frame = ethernet({}, ipv4({}, udp({ destinationPort: 53 }, questions)));
    expect(new Lines().print(frame).length).toBeLessThan(frame.length);
  });
});
