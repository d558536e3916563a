/** Names, types and classes of DNS (RFC 1035, 3597). */
import type { DnsName } from '../decode/dns-name';
import { dnsClassNames, dnsTypeNames } from '../decode/dns-names';
import type { JsonContext } from './context';
import type { JsonWriter } from './writer';

/** Without a dot at the end; the root is a single dot. */
export function writeDnsName({ json, view }: JsonContext, member: string, decoded: DnsName): void {
  json.beginString(member);
  if (decoded.labels === 0) json.dot();
  for (let i = 0; i < decoded.labels; i++) {
    if (i > 0) json.dot();
    json.label(view, decoded.labelsAt[i], decoded.labelLengths[i]);
  }
  json.endString();
}

/** Unknown ones are written as RFC 3597 writes them: `TYPE65535`, `CLASS32769`. */
export function writeType(json: JsonWriter, type: number): void {
  const name = dnsTypeNames[type];
  if (name === undefined) json.numbered('type', 'TYPE', type);
  else json.word('type', name);
}

export function writeClass(json: JsonWriter, dnsClass: number): void {
  const name = dnsClassNames[dnsClass];
  if (name === undefined) json.numbered('class', 'CLASS', dnsClass);
  else json.word('class', name);
}
