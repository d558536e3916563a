import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureWriteSpeed } from '../../../src/doctor/write-speed';

test('measuring leaves no file behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fandump-test-'));
  try {
    const speed = measureWriteSpeed(folder);
    if (speed !== undefined) expect(speed).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what cannot be measured is undefined: no folder, no unnamed files', () => {
  expect(measureWriteSpeed('/no such folder')).toBeUndefined();
  expect(measureWriteSpeed('/proc')).toBeUndefined();
});
