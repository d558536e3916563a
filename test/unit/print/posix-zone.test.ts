import { describe, expect, test } from 'vitest';
import { posixZone } from '../../../src/print/posix-zone';

const hour = 3600;

/** Hours that local time is ahead at a moment. */
function ahead(zone: string, moment: string): number | undefined {
  const offset = posixZone(zone)?.offsetAt(Date.parse(moment) / 1000);
  return offset === undefined ? undefined : offset / hour;
}

/** Whether `zone` changes from `before` to `after` hours ahead at exactly that moment. */
function expectChange(zone: string, moment: string, before: number, after: number): void {
  const seconds = Date.parse(moment) / 1000;
  const last = new Date((seconds - 1) * 1000).toISOString();
  expect({ moment, hours: [ahead(zone, last), ahead(zone, moment)] }).toEqual({ moment, hours: [before, after] });
}

describe('a zone without summer time', () => {
  test.each([
    ['UTC0', 0],
    ['JST-9', 9],
    ['EST5', -5],
    ['EST+5', -5],
    ['XYZ-3:30', 3.5],
    ['XYZ3:30', -3.5],
    ['XYZ-0:30', 0.5],
    ['XYZ0:00:36', -0.01],
    ['XYZ-24', 24],
    ['<+03>-3', 3],
    ['<-0330>3:30', -3.5],
    [':JST-9', 9],
  ])('%s is %d hours ahead', (zone, hours) => {
    expect(ahead(zone, '2024-07-01T00:00Z')).toBe(hours);
  });
});

describe('what is not in the form', () => {
  test.each([
    ...['', ':', 'UTC', 'Europe/Berlin', ':Europe/Berlin', 'Etc/GMT+5', '/usr/share/zoneinfo/Asia/Tokyo'],
    ...['AB3', '<A>3', '<A_B>3', '<ABC3', 'ABC', 'ABC+-3', 'ABC25', 'ABC3:60', 'ABC3:00:60', 'ABC3D', 'ABC3DEF25'],
    ...['ABC3DEF,', 'ABC3DEF,M3.5.0', 'ABC3DEF,M3.5.0,', 'ABC3DEF,M3.5.0,M10.5.0,', 'ABC3DEF,M3.5.0,M10.5.0x'],
    ...['ABC3DEF,M0.5.0,M10.5.0', 'ABC3DEF,M13.5.0,M10.5.0', 'ABC3DEF,M3.0.0,M10.5.0', 'ABC3DEF,M3.6.0,M10.5.0'],
    ...['ABC3DEF,M3.5.7,M10.5.0', 'ABC3DEF,J0,J9', 'ABC3DEF,J366,J9', 'ABC3DEF,366,9', 'ABC3DEF,J9/168,J99'],
    ...['ABC3,M3.5.0,M10.5.0', 'ABC3DEF,3.5.0,10.5.0', 'ABC3DEF,J,J9'],
  ])('is none: %j', (text) => {
    expect(posixZone(text)).toBeUndefined();
  });

  test.each(['EST5EDT', 'CST6CDT', 'MST7MDT', 'PST8PDT', ':EST5EDT'])(
    'is %s, which is a zone with a history',
    (name) => {
      expect(posixZone(name)).toBeUndefined();
    },
  );
});

describe('summer time', () => {
  test('is from the last Sunday of March to that of October', () => {
    const zone = 'CET-1CEST,M3.5.0,M10.5.0/3';
    expectChange(zone, '2024-03-31T01:00Z', 1, 2);
    expectChange(zone, '2024-10-27T01:00Z', 2, 1);
    expectChange(zone, '2026-03-29T01:00Z', 1, 2);
    expectChange(zone, '2026-10-25T01:00Z', 2, 1);
  });

  test('is from a Sunday of September to one of April', () => {
    const zone = 'NZST-12NZDT,M9.5.0,M4.1.0/3';
    expectChange(zone, '2024-04-06T14:00Z', 13, 12);
    expectChange(zone, '2024-09-28T14:00Z', 12, 13);
    expect(ahead(zone, '2024-12-31T23:59:59Z')).toBe(13);
    expect(ahead(zone, '2025-01-01T00:00Z')).toBe(13);
  });

  test('begins and ends as in the United States where nothing is said', () => {
    expectChange('EST5EDT4', '2024-03-10T07:00Z', -5, -4);
    expectChange('EST5EDT4', '2024-11-03T06:00Z', -4, -5);
    expect(ahead('CET-1CEST', '2024-07-01T00:00Z')).toBe(2);
  });

  test('may be ahead by another offset than an hour', () => {
    expectChange('<+1030>-10:30<+11>-11,M10.1.0,M4.1.0', '2024-10-05T15:30Z', 10.5, 11);
    expectChange('<+1030>-10:30<+11>-11,M10.1.0,M4.1.0', '2024-04-06T15:00Z', 11, 10.5);
  });

  test('may be behind, as winter time', () => {
    expectChange('IST-1GMT0,M10.5.0,M3.5.0/1', '2024-10-27T01:00Z', 1, 0);
    expectChange('IST-1GMT0,M10.5.0,M3.5.0/1', '2024-03-31T01:00Z', 0, 1);
  });

  test('may change on the day before or days after', () => {
    expectChange('<-02>2<-01>,M3.5.0/-1,M10.5.0/0', '2024-03-31T01:00Z', -2, -1);
    expectChange('<-02>2<-01>,M3.5.0/-1,M10.5.0/0', '2024-10-27T01:00Z', -1, -2);
    expectChange('EET-2EEST,M3.4.4/50,M10.4.4/50', '2024-03-30T00:00Z', 2, 3);
    expectChange('UTC0DST,J1/167,J100', '2024-01-07T23:00Z', 0, 1);
  });

  test('may change in the middle of a minute', () => {
    expectChange('UTC0DST,J60/2:03:04,J200', '2024-03-01T02:03:04Z', 0, 1);
  });

  test('may change in the first or second week of a month, too', () => {
    expectChange('UTC0DST,M9.1.0,M10.2.6', '2024-09-01T02:00Z', 0, 1);
    expectChange('UTC0DST,M9.1.0,M10.2.6', '2024-10-12T01:00Z', 1, 0);
  });

  test('counts days of the year without leap days', () => {
    const zone = 'UTC0DST,J59,J60';
    expectChange(zone, '2023-02-28T02:00Z', 0, 1);
    expectChange(zone, '2024-02-28T02:00Z', 0, 1);
    expectChange(zone, '2023-03-01T01:00Z', 1, 0);
    expectChange(zone, '2024-03-01T01:00Z', 1, 0);
  });

  test('counts days of the year from 0 with leap days', () => {
    const zone = 'UTC0DST,58,59';
    expectChange(zone, '2023-02-28T02:00Z', 0, 1);
    expectChange(zone, '2024-02-28T02:00Z', 0, 1);
    expectChange(zone, '2023-03-01T01:00Z', 1, 0);
    expectChange(zone, '2024-02-29T01:00Z', 1, 0);
  });

  test('may last all year', () => {
    const zone = '<-03>3<-02>,0/0,J365/25';
    for (const moment of ['1970-01-01T00:00Z', '2024-01-01T02:59:59Z', '2024-01-01T03:00Z', '2024-07-01T00:00Z']) {
      expect(ahead(zone, moment)).toBe(-2);
    }
  });

  test('is found again when time goes back', () => {
    const zone = posixZone('CET-1CEST,M3.5.0,M10.5.0/3');
    const offsets = ['2024-07-01', '2024-12-01', '1970-01-01', '2038-01-01', '2024-07-01'].map((day) =>
      zone?.offsetAt(Date.parse(day) / 1000),
    );
    expect(offsets).toEqual([2 * hour, hour, hour, hour, 2 * hour]);
  });
});
