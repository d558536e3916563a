import type { SourceText } from './backend';
import { quote } from './quote';

/** Ports of UDP and TCP have 16 bits (RFC 768, RFC 9293). */
export const maxPort = 65535;

/** The port that these digits of a source name; they begin at `at`. */
export function readPort(source: SourceText, at: number, digits: string): number {
  const port = /^[1-9]\d{0,4}$/.test(digits) ? Number(digits) : 0;
  if (port >= 1 && port <= maxPort) return port;
  const hint = `write a number from 1 to ${maxPort}, digits only, no leading zero`;
  source.fail('ESOURCE_PORT', at, `${quote(digits)} is not a port`, hint);
}
