import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Traffic, TrafficGenerator } from './traffic';

const fileHeader = 24;
const recordHeader = 16;
const microsecondMagic = 0xa1b2c3d4;
const snaplen = 262_144;
const ethernetLinkType = 1;
const firstSecond = 1_700_000_000;
/** About 140 000 packets in a second. */
const microsecondsApart = 7;
const chunk = 4 << 20;

/** Calls `use` with the path of a pcap file of this traffic, and deletes the file. */
export async function withCapture<T>(traffic: Traffic, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
  try {
    const path = join(folder, 'traffic.pcap');
    writeCapture(path, traffic);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeCapture(path: string, traffic: Traffic): void {
  const generator = new TrafficGenerator(traffic);
  const { frame } = generator;
  const bytes = new Uint8Array(chunk + recordHeader + frame.length);
  const fields = new DataView(bytes.buffer);
  const file = openSync(path, 'w');
  fields.setUint32(0, microsecondMagic, true);
  fields.setUint16(4, 2, true);
  fields.setUint16(6, 4, true);
  fields.setUint32(16, snaplen, true);
  fields.setUint32(20, ethernetLinkType, true);
  let at = fileHeader;
  for (let packet = 0; packet < traffic.packets; packet++) {
    const length = generator.next();
    const microseconds = packet * microsecondsApart;
    fields.setUint32(at, firstSecond + Math.floor(microseconds / 1e6), true);
    fields.setUint32(at + 4, microseconds % 1e6, true);
    fields.setUint32(at + 8, length, true);
    fields.setUint32(at + 12, length, true);
    bytes.set(length === frame.length ? frame : frame.subarray(0, length), at + recordHeader);
    at += recordHeader + length;
    if (at < chunk) continue;
    writeSync(file, bytes, 0, at);
    at = 0;
  }
  writeSync(file, bytes, 0, at);
  closeSync(file);
}
