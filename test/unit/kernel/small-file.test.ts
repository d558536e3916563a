import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readSmallFile } from '../../../src/kernel/small-file';

const most = 1_048_576;

function fileOf(size: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'fandump-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file');
  writeFileSync(path, 'a'.repeat(size));
  return path;
}

describe('a file that somebody writes by hand', () => {
  test('has at most 1 MiB', () => {
    expect(readSmallFile(fileOf(most))).toHaveLength(most);
    expect(() => readSmallFile(fileOf(most + 1))).toThrow('longer than 1048576 bytes');
  });

  test('that has no end is not read to it', () => {
    expect(() => readSmallFile('/dev/zero')).toThrow('longer than 1048576 bytes');
  });

  test('that is not there says so', () => {
    expect(() => readSmallFile('/nowhere')).toThrow(
      expect.objectContaining({ isMissing: true, message: 'no such file or directory' }),
    );
  });
});
