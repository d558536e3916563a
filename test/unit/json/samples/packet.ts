/** What the samples are made of. */

import { ethernet, ipv4, tcp, udp } from '../../../../src/frames/frames';
import type { LayerJson } from '../../../../src/json/schema';

export interface JsonSample {
  readonly title: string;
  readonly bytes: Uint8Array;
  /** LINKTYPE_ value; absent: Ethernet. */
  readonly linkType?: number;
  /** The last layer. */
  readonly layer: LayerJson;
}

/** Hexadecimal with spaces anywhere. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
}

const macs = '020000000002 020000000001';
export const mac1 = '02:00:00:00:00:01';
export const mac2 = '02:00:00:00:00:02';
export const group = 'ff020000000000000000000000000001';

export function linkFrame(etherType: string, content: string): Uint8Array {
  return hex(`${macs} ${etherType} ${content}`);
}

export function inIpv4(protocol: number, content: string): Uint8Array {
  return ethernet({}, ipv4({ protocol }, hex(content)));
}

export function datagram(port: number, content: Uint8Array): Uint8Array {
  return ethernet({}, ipv4({}, udp({ sourcePort: port, destinationPort: port }, content)));
}

export function segment(port: number, content: Uint8Array): Uint8Array {
  return ethernet({}, ipv4({}, tcp({ destinationPort: port, flags: 'P.' }, content)));
}

/** The bytes of a text in hexadecimal. */
export function latin1Hex(text: string): string {
  return Buffer.from(text, 'latin1').toString('hex');
}
