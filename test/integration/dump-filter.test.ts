import { describe, expect, test } from 'vitest';
import { dumpFilter } from '../../src/cli/dump-filter';
import { planOf } from '../support/healthy-host';

const console = { out: () => {}, err: () => {} };
const ethernet = 'udp::127.0.0.1:4789:raw:dlt=en10mb:gro=on';
const bare = 'udp::127.0.0.1:4790:raw:dlt=raw:gro=on';
const other = 'udp::127.0.0.1:4791:raw:dlt=en10mb:gro=on';

function dump(times: number, ...sources: string[]) {
  const argv = sources.flatMap((source) => ['-i', source]);
  return dumpFilter(planOf(...argv, 'ip'), times, undefined, console);
}

describe('-d', () => {
  test('shows the program of sources that have the same one once, without their names', () => {
    expect(dump(1, ethernet, other)).toBe(dump(1, ethernet));
  });

  test('shows each program where sources differ, below the names of those that have it', () => {
    expect(dump(1, ethernet, bare, other)).toBe(
      `# udp::127.0.0.1:4789, udp::127.0.0.1:4791\n${dump(1, ethernet)}# udp::127.0.0.1:4790\n${dump(1, bare)}`,
    );
  });

  test('in another form is for one program', () => {
    expect(() => dump(2, ethernet, bare)).toThrow('-dd is for one program, and these sources have several');
    expect(dump(3, ethernet, other)).toBe(dump(3, ethernet));
  });
});
