/** Community ID version 1 with seed 0 (https://github.com/corelight/community-id-spec). */
import { IpProtocol } from '../decode/ip-protocol';
import type { Flow } from './flow';
import { sha1OfBlock } from './sha1';

/** Base64 of 20 bytes. */
export const communityIdLength = 28;

const block = new Uint8Array(64);
const blockView = new DataView(block.buffer);
const digest = new Int32Array(5);
const alphabet = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const seedLength = 2;
const padding = 0x3d;

/** true: the specification puts the destination first. */
export function isSwapped(flow: Flow, bytes: Uint8Array): boolean {
  if (flow.isOneWay) return false;
  const length = flow.family === 4 ? 4 : 16;
  for (let i = 0; i < length; i++) {
    const difference = bytes[flow.sourceAt + i] - bytes[flow.destinationAt + i];
    if (difference !== 0) return difference > 0;
  }
  return flow.sourcePort > flow.destinationPort;
}

/** Writes the 28 characters after `1:` to `into` at `at`. `bytes` holds the addresses. */
export function writeCommunityId(flow: Flow, bytes: Uint8Array, into: Uint8Array, at: number): void {
  const swapped = isSwapped(flow, bytes);
  const length = flow.family === 4 ? 4 : 16;
  let end = seedLength;
  block[0] = 0;
  block[1] = 0;
  end = copyAddress(bytes, swapped ? flow.destinationAt : flow.sourceAt, length, end);
  end = copyAddress(bytes, swapped ? flow.sourceAt : flow.destinationAt, length, end);
  block[end++] = flow.protocol;
  block[end++] = 0;
  if (flow.hasPorts) {
    blockView.setUint16(end, swapped ? flow.destinationPort : flow.sourcePort);
    blockView.setUint16(end + 2, swapped ? flow.sourcePort : flow.destinationPort);
    end += 4;
  }
  sha1OfBlock(blockView, end, digest);
  base64(into, at);
}

function copyAddress(bytes: Uint8Array, from: number, length: number, to: number): number {
  for (let i = 0; i < length; i++) block[to + i] = bytes[from + i];
  return to + length;
}

function digestByte(index: number): number {
  return (digest[index >>> 2] >>> (24 - 8 * (index & 3))) & 0xff;
}

function base64(into: Uint8Array, at: number): void {
  let to = at;
  for (let i = 0; i < 21; i += 3) {
    const last = i + 2 < 20 ? digestByte(i + 2) : 0;
    const bits = (digestByte(i) << 16) | (digestByte(i + 1) << 8) | last;
    into[to++] = alphabet[bits >>> 18];
    into[to++] = alphabet[(bits >>> 12) & 63];
    into[to++] = alphabet[(bits >>> 6) & 63];
    into[to++] = alphabet[bits & 63];
  }
  into[at + communityIdLength - 1] = padding;
}

/** Zeek's word for the transport protocol. */
export function zeekProtocol(protocol: number): string {
  switch (protocol) {
    case IpProtocol.tcp:
      return 'tcp';
    case IpProtocol.udp:
      return 'udp';
    case IpProtocol.icmp:
    case IpProtocol.icmp6:
      return 'icmp';
    default:
      return 'unknown_transport';
  }
}
