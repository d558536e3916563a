/** Packets and advertisements of OSPF version 2. */
import { hex, ip4 } from '../fixtures/frames';

/** A packet of `type` from 10.0.0.1; `area` goes up to the authentication, `body` follows that. */
export function ospf(type: string, body: string, area = '00000000 0000 0000 0000000000000000'): Uint8Array {
  const length = (24 + hex(body).length).toString(16).padStart(2, '0');
  return ip4(89, hex(`02 ${type} 00${length} 0a000001 ${area} ${body}`));
}

/** An advertisement of `type`, with its identifier, as hexadecimal. */
export function lsa(type: string, identifier: string, body: string): string {
  const length = (20 + hex(body).length).toString(16).padStart(2, '0');
  return `0009 22 ${type} ${identifier} 0a000002 80000001 abcd 00${length} ${body}`;
}
