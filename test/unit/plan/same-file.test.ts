import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { planOf } from '../../support/healthy-host';

/** What the descriptors of standard input and output are in a test; absent: closed. */
const descriptors = vi.hoisted(() => new Map<number, string>());

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  fstatSync(descriptor: number, options: { bigint: true }) {
    const path = descriptors.get(descriptor);
    if (path === undefined) throw new Error('EBADF');
    return statSync(path, options);
  },
}));

const folder = mkdtempSync(join(tmpdir(), 'fandump-plan-'));
const [file, other] = ['in.pcap', 'out.pcap'].map((name) => join(folder, name));
for (const path of [file, other]) writeFileSync(path, '');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => descriptors.clear());

test('a file that comes on standard input is not written over', () => {
  descriptors.set(0, file);
  expect(() => planOf('-r', '-', '-w', file, '--force')).toThrow(`-r - and -w ${file} are the same file`);
  expect(() => planOf('-r', '-', '-w', other, '--force')).not.toThrow();
});

test('a file that is standard output is not read', () => {
  descriptors.set(1, file);
  expect(() => planOf('-r', file, '-w', '-')).toThrow(`-r ${file} and -w - are the same file`);
  expect(() => planOf('-r', other, '-w', '-')).not.toThrow();
});

test('standard input that is closed or a device is left to whoever opens it', () => {
  expect(() => planOf('-r', '-', '-w', file)).not.toThrow();
  descriptors.set(0, '/dev/null').set(1, '/dev/null');
  expect(() => planOf('-r', '-', '-w', '-')).not.toThrow();
});
