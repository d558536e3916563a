import { describe, expect, test } from 'vitest';
import { builtInCapture } from '../../../src/demo/capture';
import { internetChecksum } from '../../../src/frames/frames';

const ipv4Type = 0x0800;
const ipHeaderStart = 14;
const ipv4HeaderLength = 20;

const frames = builtInCapture();
const etherType = (frame: Uint8Array) => (frame[12] << 8) | frame[13];
const ipv4Frames = frames.filter((frame) => etherType(frame) === ipv4Type);

describe('the built-in capture', () => {
  test('holds ARP, IPv4 and IPv6 frames', () => {
    expect(new Set(frames.map(etherType))).toEqual(new Set([0x0806, ipv4Type, 0x86dd]));
  });

  test('holds TCP, UDP and ICMP over IPv4', () => {
    expect(new Set(ipv4Frames.map((frame) => frame[ipHeaderStart + 9]))).toEqual(new Set([6, 17, 1]));
  });

  test('has a right header checksum in every IPv4 packet', () => {
    const checksums = ipv4Frames.map((frame) =>
      internetChecksum(frame.subarray(ipHeaderStart, ipHeaderStart + ipv4HeaderLength)),
    );
    expect(checksums).toEqual(ipv4Frames.map(() => 0));
  });

  test('has in every IPv4 packet the total length that the frame has room for', () => {
    for (const frame of ipv4Frames) {
      expect((frame[ipHeaderStart + 2] << 8) | frame[ipHeaderStart + 3]).toBe(frame.length - ipHeaderStart);
    }
  });

  test('is the same each time', () => {
    expect(builtInCapture()).toEqual(frames);
  });
});
