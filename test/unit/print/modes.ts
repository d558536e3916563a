/** One packet under several of tcpdump's flags: our text, and tcpdump's own where 4.99.3 is installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printOptionsOf } from '../../support/print-flags';
import { Lines } from './lines';

export interface Packet {
  /** What it is, as the end of "prints …". */
  readonly title: string;
  readonly frame: Uint8Array;
  /** LINKTYPE_ value; Ethernet where it is left out. */
  readonly linkType?: number;
  /** Bytes on the wire, where more than the frame holds. */
  readonly length?: number;
  /** By flags (`-e -v`; none: ''): what `tcpdump -nn -t` 4.99.3 prints, line by line. */
  readonly lines: Readonly<Record<string, string | readonly string[]>>;
}

const fileHeaderLength = 24;
const recordHeaderLength = 16;

function flagsOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

function textOf(lines: string | readonly string[]): string {
  return typeof lines === 'string' ? lines : lines.join('\n');
}

/** A savefile of microseconds that holds one frame. */
function savefile(frame: Uint8Array, linkType: number, length: number): Uint8Array {
  const file = Buffer.alloc(fileHeaderLength + recordHeaderLength + frame.length);
  [0xa1b2c3d4, 0x00040002, 0, 0, 262144, linkType, 0, 0, frame.length, length].forEach((word, i) => {
    file.writeUInt32LE(word, 4 * i);
  });
  file.set(frame, fileHeaderLength + recordHeaderLength);
  return file;
}

export function tcpdumpIsHere(): boolean {
  try {
    const version = execFileSync('tcpdump', ['--version'], { stdio: ['ignore', 'pipe', 'pipe'] });
    return version.toString().includes('4.99.3');
  } catch {
    return false;
  }
}

export function describeModes(protocol: string, packets: readonly Packet[]): void {
  describe(protocol, () => {
    const rows = packets.flatMap(({ title, frame, linkType = 1, length, lines }) =>
      Object.entries(lines).map(([flags, expected]) => ({
        name: flags === '' ? title : `${title} with ${flags}`,
        flags,
        frame,
        linkType,
        length: length ?? frame.length,
        expected: textOf(expected),
      })),
    );
    test.each(rows)('prints $name', ({ flags, frame, linkType, length, expected }) => {
      const options = { ...printOptionsOf(flagsOf(flags)), time: 'none' as const };
      expect(new Lines(options).print(frame, linkType, length)).toBe(expected);
    });
    test.skipIf(!tcpdumpIsHere())('prints what tcpdump 4.99.3 prints', () => {
      const folder = mkdtempSync(join(tmpdir(), 'fandump-modes-'));
      const path = join(folder, 'packet.pcap');
      try {
        for (const { flags, frame, linkType, length, expected } of rows) {
          writeFileSync(path, savefile(frame, linkType, length));
          const text = execFileSync('tcpdump', ['-nn', '-t', ...flagsOf(flags), '-r', path], {
            stdio: ['ignore', 'pipe', 'ignore'],
          });
          expect(text.toString('latin1')).toBe(`${expected}\n`);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });
}
