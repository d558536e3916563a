// One address and one port behind a URI's `::`, as sockets have them: 192.0.2.1:57012, [2001:db8::1]:57012.
import type { SourceText } from './backend';
import { formatUnmapped, isIPv4, parseIPv6 } from './ip-address';
import { readPort } from './port';
import { quote } from './quote';

export interface Endpoint {
  /** IPv4 address, or IPv6 address without brackets. */
  address: string;
  /** 1..65535 */
  port: number;
}

/** Reads the endpoint that starts at `start`; `example` is a whole URI that hints show. */
export function parseEndpoint(source: SourceText, start: number, example: string): { target: Endpoint; end: number } {
  const rest = source.text.slice(start);
  const bracketed = /^\[([^\]]*)\]/.exec(rest);
  const written = bracketed === null ? (/^[^:]*/.exec(rest) as RegExpExecArray)[0] : bracketed[0];
  const address =
    bracketed === null
      ? parseHost(source, start, written, example)
      : parseBrackets(source, start, bracketed[1], example);
  return parsePort(source, address, start + written.length, example);
}

export function formatEndpoint({ address, port }: Endpoint): string {
  return `${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** Whether something listens there on every address of the host. */
export function isEveryAddress({ address }: Endpoint): boolean {
  return address === '0.0.0.0' || address === '::';
}

function parseBrackets(source: SourceText, start: number, inside: string, example: string): string {
  const scope = inside.indexOf('%');
  if (scope >= 0) {
    const reason = `an address takes no scope here, as ${quote(inside.slice(scope))}`;
    source.fail('ESOURCE_ADDRESS', start + 1 + scope, reason, `write ${example}`);
  }
  const groups = parseIPv6(inside);
  if (groups === undefined) {
    source.fail('ESOURCE_ADDRESS', start + 1, `${quote(inside)} is not an IPv6 address`, `write ${example}`);
  }
  return formatUnmapped(groups);
}

function parseHost(source: SourceText, start: number, host: string, example: string): string {
  if (isIPv4(host)) return host;
  if (host.startsWith('[')) {
    source.fail('ESOURCE_ADDRESS', source.text.length, `missing ']' after the IPv6 address`, `write ${example}`);
  }
  if (
    parseIPv6(source.text.slice(start)) !== undefined ||
    /^[0-9a-f]{0,4}:[0-9a-f:]*:/i.test(source.text.slice(start))
  ) {
    source.fail('ESOURCE_ADDRESS', start, 'an IPv6 address stands in brackets', 'write [2001:db8::1]:57012');
  }
  const reason = host === '' ? 'missing address' : `${quote(host)} is not an IPv4 address`;
  source.fail('ESOURCE_ADDRESS', start, reason, `write ${example}; names are not looked up`);
}

function parsePort(source: SourceText, address: string, colon: number, example: string) {
  const { text } = source;
  if (colon < text.length && text[colon] !== ':') {
    source.fail('ESOURCE_ADDRESS', colon, `unexpected text after ']'`, `write ':' and the port after ']'`);
  }
  const start = Math.min(colon + 1, text.length);
  const next = text.indexOf(':', start);
  const end = next < 0 ? text.length : next;
  const digits = text.slice(start, end);
  if (digits === '') source.fail('ESOURCE_PORT', start, 'missing port', `write ${example}`);
  return { target: { address, port: readPort(source, start, digits) }, end };
}
