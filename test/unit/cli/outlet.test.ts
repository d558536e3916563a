import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Outlet } from '../../../src/cli/outlet';

/** A reader who takes so many bytes, or whose end fails with an errno. */
class Reader {
  room = 0;
  errno = 0;
  read = '';

  openOutput = (descriptor: number) => descriptor;

  writeSome = (_descriptor: number, bytes: Uint8Array, offset: number, length: number) => {
    if (this.errno !== 0) return -this.errno;
    const taken = Math.min(this.room, length);
    this.room -= taken;
    this.read += Buffer.from(bytes.subarray(offset, offset + taken)).toString();
    return taken;
  };
}

const bytes = (text: string) => new TextEncoder().encode(text);

let reader: Reader;
let outlet: Outlet;
let now = 0;

beforeEach(() => {
  reader = new Reader();
  outlet = new Outlet(reader, 1);
  vi.spyOn(process, 'uptime').mockImplementation(() => now);
});

afterEach(() => {
  reader.room = Number.POSITIVE_INFINITY;
  outlet.isBusy();
  vi.restoreAllMocks();
});

describe('an outlet', () => {
  test('writes at once what its reader takes', () => {
    reader.room = 100;
    outlet.write(bytes('all of it'));
    expect(reader.read).toBe('all of it');
    expect(outlet.isBusy()).toBe(false);
  });

  test('loses no byte and keeps the order when the reader stops and goes on', () => {
    const buffer = bytes('abcdef');
    reader.room = 2;
    outlet.write(buffer, 4);
    buffer.fill(0x78);
    outlet.write(bytes('gh'));
    expect(outlet.isBusy()).toBe(true);
    reader.room = 3;
    expect(outlet.isBusy()).toBe(true);
    reader.room = 100;
    expect(outlet.isBusy()).toBe(false);
    expect(reader.read).toBe('abcdgh');
  });

  test('waits for a reader without end until the end is asked for, and then for a second in which he takes nothing', () => {
    outlet.write(bytes('abc'));
    now += 3600;
    expect(outlet.isBusy()).toBe(true);
    outlet.end();
    now += 0.9;
    reader.room = 1;
    expect(outlet.isBusy()).toBe(true);
    now += 0.9;
    expect(outlet.isBusy()).toBe(true);
    now += 0.2;
    expect(outlet.isBusy()).toBe(false);
    expect(outlet.isGivenUp).toBe(true);
    expect(() => outlet.check()).not.toThrow();
  });

  test.each([
    [28, 'no space left on the device'],
    [32, 'its reader has gone'],
  ])('tells once why nothing can be written: %i', (errno, reason) => {
    reader.errno = errno;
    outlet.write(bytes('abc'));
    expect(() => outlet.check()).toThrow(`writing to standard output: ${reason}`);
    outlet.write(bytes('abc'));
    expect(() => outlet.check()).not.toThrow();
  });

  test('holds no more than a mebibyte of messages', () => {
    for (let i = 0; i < 3; i++) outlet.message('x'.repeat(2 ** 20));
    reader.room = Number.POSITIVE_INFINITY;
    outlet.isBusy();
    expect(reader.read).toHaveLength(2 ** 20);
  });

  test('of a terminal that hung up fails only where no signal has asked for the end', () => {
    reader.errno = 5;
    outlet.write(bytes('abc'));
    expect(() => outlet.check()).not.toThrow();
    now += 1.1;
    expect(outlet.isBusy()).toBe(false);
    expect(() => outlet.check()).toThrow('the terminal has hung up');
  });

  test('of a terminal that hung up drops what is left once the end was asked for', () => {
    reader.errno = 5;
    outlet.write(bytes('abc'));
    outlet.end();
    expect(outlet.isBusy()).toBe(false);
    expect(() => outlet.check()).not.toThrow();
  });
});
