/** tcpdump on the packets of these tests, where the release whose lines ours are is installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { expect } from 'vitest';

const release = '4.99.3';
const fileHeader = [0xa1b2c3d4, 0x00040002, 0, 0, 262_144];
const ethernetLinkType = 1;

/** For tests that ask it hundreds of times, a process each, on a machine that others use. In milliseconds. */
export const oracleTimeout = 60_000;

export const oracleIsHere = isHere();

function isHere(): boolean {
  try {
    const version = execFileSync('tcpdump', ['--version'], { stdio: ['ignore', 'pipe', 'pipe'] });
    return version.toString().includes(release);
  } catch {
    return false;
  }
}

export interface OraclePacket {
  readonly frame: Uint8Array;
  /** LINKTYPE_ value; Ethernet where it is left out. */
  readonly linkType?: number;
  /** Bytes on the wire; as many as the frame has where it is left out. */
  readonly length?: number;
}

/** What `tcpdump -nn -t` prints, one Latin-1 character per byte, the last newline included. */
export function oracleText(packet: OraclePacket, flags: readonly string[] = []): string {
  return oracleTextOf([packet], flags);
}

/** The same of packets in a row, all of the first one's link type. */
export function oracleTextOf(packets: readonly OraclePacket[], flags: readonly string[] = []): string {
  const parts = [words([...fileHeader, packets[0].linkType ?? ethernetLinkType])];
  for (const { frame, length } of packets) parts.push(words([0, 0, frame.length, length ?? frame.length]), frame);
  const { status, stdout, stderr } = spawnSync('tcpdump', ['-nn', '-t', ...flags, '-r', '-'], {
    input: Buffer.concat(parts),
    encoding: 'latin1',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`tcpdump ended with ${status}: ${stderr}`);
  return stdout;
}

export interface OracleCase extends OraclePacket {
  readonly flags: readonly string[];
  /** Without the last newline. */
  readonly expected: string;
}

/** Asks for all packets of the same flags at once; where one's text depends on another, for each alone. */
export function expectOracle(cases: readonly OracleCase[]): void {
  const groups = new Map<string, OracleCase[]>();
  for (const one of cases) {
    const key = `${one.linkType} ${one.flags.join(' ')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  for (const group of groups.values()) {
    const { flags } = group[0];
    const together = group.map(({ expected }) => `${expected}\n`).join('');
    if (oracleTextOf(group, flags) === together) continue;
    for (const one of group) expect(oracleText(one, flags)).toBe(`${one.expected}\n`);
  }
}

function words(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeUInt32LE(value, 4 * i);
  });
  return bytes;
}
