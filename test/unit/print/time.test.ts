import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultPrintOptions, type TimeMode } from '../../../src/print/options';
import { LineWriter } from '../../../src/print/text/line-writer';
import { TimeWriter } from '../../../src/print/time';

type Moment = readonly [seconds: number, nanoseconds: number];

/** The time stamps of packets that follow each other, the space after each cut off. */
function stamps(time: TimeMode, nanoseconds: boolean, moments: readonly Moment[]): string[] {
  const parts: string[] = [];
  const out = new LineWriter((bytes, length) => parts.push(Buffer.from(bytes.subarray(0, length)).toString('latin1')));
  const writer = new TimeWriter({ ...defaultPrintOptions, time, nanoseconds });
  for (const [seconds, part] of moments) {
    writer.write(out, seconds, part);
    out.endLine();
  }
  out.flush();
  return parts
    .join('')
    .split('\n')
    .slice(0, -1)
    .map((line) => line.slice(0, -1));
}

describe('local time', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['UTC', '1970-01-01 00:00:00.000000', '2024-07-01 00:00:00.000000'],
    ['Asia/Kolkata', '1970-01-01 05:30:00.000000', '2024-07-01 05:30:00.000000'],
    ['<-0330>3:30', '1969-12-31 20:30:00.000000', '2024-06-30 20:30:00.000000'],
    ['CET-1CEST,M3.5.0,M10.5.0/3', '1970-01-01 01:00:00.000000', '2024-07-01 02:00:00.000000'],
    ['Nowhere', '1970-01-01 00:00:00.000000', '2024-07-01 00:00:00.000000'],
  ])('follows TZ=%s', (zone, ...texts) => {
    vi.stubEnv('TZ', zone);
    const moments = ['1970-01-01', '2024-07-01'].map((day): Moment => [Date.parse(day) / 1000, 0]);
    expect(stamps('date', false, moments)).toEqual(texts);
  });
});

describe('a time that cannot be converted', () => {
  const unconvertible = '[Error converting time]';

  test.each([-1, -5e9, 2 ** 31, 1e11, 1e300, -1e300])('says so instead: %d seconds', (seconds) => {
    const moments: Moment[] = [[seconds, 5000]];
    for (const mode of ['default', 'date', 'unix'] as const)
      expect(stamps(mode, true, moments)).toEqual([unconvertible]);
  });

  test('is none from 1970 to the end of a signed 32-bit time_t', () => {
    const moments: Moment[] = [
      [0, 5000],
      [2 ** 31 - 1, 0],
    ];
    expect(stamps('unix', false, moments)).toEqual(['0.000005', '2147483647.000000']);
  });

  test('leaves the next one as it is', () => {
    const moments: Moment[] = [
      [-1, 0],
      [7, 0],
    ];
    expect(stamps('unix', false, moments)[1]).toBe('7.000000');
  });

  test('keeps its sign where it is a difference', () => {
    const moments: Moment[] = [
      [5, 0],
      [-1e300, 0],
      [1e300, 0],
      [1e300, 1000],
    ];
    const first = ' 00:00:00.000000';
    expect(stamps('delta', false, moments)).toEqual([
      ...[first, `-${unconvertible}`, ` ${unconvertible}`, ' 00:00:00.000001'],
    ]);
    expect(stamps('sinceFirst', false, moments)).toEqual([
      ...[first, `-${unconvertible}`, ` ${unconvertible}`, ` ${unconvertible}`],
    ]);
  });
});

describe('a fraction of more than a second, which only a damaged record has,', () => {
  test('is shown with all its digits', () => {
    expect(stamps('unix', false, [[5, 587_271_427_000]])).toEqual(['5.587271427']);
    expect(stamps('unix', true, [[5, 4_294_967_295]])).toEqual(['5.4294967295']);
  });

  test('makes no control characters of a difference', () => {
    const moments: Moment[] = [
      [5, 4_294_967_295_000],
      [6, 0],
      [5, 4_294_967_295_000],
    ];
    for (const mode of ['delta', 'sinceFirst'] as const)
      expect(stamps(mode, false, moments).join('')).toMatch(/^[ -~]+$/);
  });
});

describe('the time since the previous line', () => {
  test('is zero on the first line', () => {
    expect(stamps('delta', false, [[5, 0]])).toEqual([' 00:00:00.000000']);
  });

  test('has a minus where the clock went back', () => {
    expect(
      stamps('delta', false, [
        [7, 0],
        [5, 500_000_000],
        [6, 0],
      ]),
    ).toEqual([' 00:00:00.000000', '-00:00:01.500000', ' 00:00:00.500000']);
  });

  test('has nine digits with --nano', () => {
    expect(
      stamps('delta', true, [
        [7, 1],
        [6, 999_999_999],
      ]),
    ).toEqual([' 00:00:00.000000000', '-00:00:00.000000002']);
  });

  test('is the difference of the microseconds shown', () => {
    expect(
      stamps('delta', false, [
        [5, 999],
        [5, 1001],
      ]),
    ).toEqual([' 00:00:00.000000', ' 00:00:00.000001']);
  });

  test('starts anew after a packet without a time', () => {
    expect(
      stamps('delta', false, [
        [7, 0],
        [0, 0],
        [9, 0],
        [10, 0],
      ]),
    ).toEqual([' 00:00:00.000000', '-00:00:07.000000', ' 00:00:00.000000', ' 00:00:01.000000']);
  });

  test('is shown modulo a day', () => {
    expect(
      stamps('delta', false, [
        [1, 0],
        [86_402, 0],
      ]),
    ).toEqual([' 00:00:00.000000', ' 00:00:01.000000']);
  });
});

describe('the time since the first line', () => {
  test('counts from the first packet that has a time', () => {
    expect(
      stamps('sinceFirst', false, [
        [0, 0],
        [5, 0],
        [8, 0],
        [4, 0],
      ]),
    ).toEqual([' 00:00:00.000000', ' 00:00:00.000000', ' 00:00:03.000000', '-00:00:01.000000']);
  });

  test('takes less than a microsecond for no time unless --nano shows it', () => {
    const moments: Moment[] = [
      [0, 999],
      [5, 0],
    ];
    expect(stamps('sinceFirst', false, moments)[1]).toBe(' 00:00:00.000000');
    expect(stamps('sinceFirst', true, moments)[1]).toBe(' 00:00:04.999999001');
  });
});
