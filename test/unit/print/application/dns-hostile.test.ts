/** DNS messages that are made to print much more than they hold. */
import { describe, expect, test } from 'vitest';
import { concat, ethernet, ipv4, udp } from '../../../../src/frames/frames';
import { Lines } from '../lines';

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

describe('an EDNS option that goes beyond its record', () => {
  const root = 0;
  /** An OPT record with one option of `size` bytes, of which it holds none. */
  const record = (size: number) => bytes(root, 0, 41, 16, 0, 0, 0, 0, 0, 0, 4, 0xff, 0xff, ...u16(size));
  const reply = (records: Uint8Array[]) => {
    const head = bytes(0, 1, 0x81, 0x80, 0, 0, ...u16(records.length), 0, 0, 0, 0);
    return ethernet({}, ipv4({}, udp({ sourcePort: 53 }, concat(head, ...records))));
  };

  test('is invalid, and what it goes over is read as the records that it is', () => {
    const text = new Lines().print(reply([record(15), record(0)]));
    expect(text).toContain(' OPT UDPsize=4096 [Opt65535  (invalid)], OPT UDPsize=4096 [Opt65535] (');
  });

  test('does not show the records behind it again and again', () => {
    const frame = reply(new Array(4000).fill(record(30_000)));
    expect(new Lines().print(frame).length).toBeLessThan(4 * frame.length);
  });
});
