import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtures } from './fixtures/all';
import type { Fixture } from './fixtures/frames';
import { Lines } from './lines';

const fileHeaderLength = 24;
const recordHeaderLength = 16;

describe.each(Object.entries(fixtures))('%s', (_protocol, list) => {
  test.each(list)('prints $title', ({ frame, linkType, length, line }) => {
    expect(new Lines().print(frame, linkType ?? 1, length ?? frame.length)).toBe(line);
  });
});

function tcpdumpIsHere(): boolean {
  try {
    return execFileSync('tcpdump', ['--version'], { stdio: ['ignore', 'pipe', 'pipe'] })
      .toString()
      .includes('4.99.3');
  } catch {
    return false;
  }
}

/** A savefile of microseconds that holds one packet. */
function savefile({ frame, linkType, length }: Fixture): Uint8Array {
  const file = Buffer.alloc(fileHeaderLength + recordHeaderLength + frame.length);
  const words = [0xa1b2c3d4, 0x00040002, 0, 0, 262144, linkType ?? 1, 0, 0, frame.length, length ?? frame.length];
  words.forEach((word, i) => {
    file.writeUInt32LE(word, 4 * i);
  });
  file.set(frame, fileHeaderLength + recordHeaderLength);
  return file;
}

describe.skipIf(!tcpdumpIsHere())('tcpdump 4.99.3 on the same packets', () => {
  test('prints the lines that are written down', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-fixtures-'));
    const path = join(folder, 'fixture.pcap');
    try {
      for (const fixture of Object.values(fixtures).flat()) {
        writeFileSync(path, savefile(fixture));
        const text = execFileSync('tcpdump', ['-nn', '-t', '-r', path], { stdio: ['ignore', 'pipe', 'ignore'] });
        expect(text.toString('latin1')).toBe(`${fixture.line}\n`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
