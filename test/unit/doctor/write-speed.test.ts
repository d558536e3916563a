import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { incompressible, measureWriteSpeed } from '../../../src/doctor/write-speed';

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

test('what is written cannot be compressed', () => {
  const chunk = incompressible(65_536);
  expect(deflateSync(chunk).length).toBeGreaterThanOrEqual(chunk.length);
});

test('what cannot be measured is undefined: no folder, no unnamed files', () => {
  expect(measureWriteSpeed('/no such folder')).toBeUndefined();
  expect(measureWriteSpeed('/proc')).toBeUndefined();
});
