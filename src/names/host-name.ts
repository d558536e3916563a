/** What may be printed as a host's name (RFC 952, RFC 1123 section 2.1), whoever claims it. */

/** RFC 1035, section 2.3.4; without the final dot. */
const longestName = 253;
// The underscore is not a host's, but real networks have it, and resolvers let it pass.
const hostCharacters = /^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$/;
// What inet_aton(3) reads: up to four numbers, each decimal, octal, or hexadecimal behind 0x.
const looksNumeric = /^(0[xX][0-9A-Fa-f]*|[0-9]*)(\.(0[xX][0-9A-Fa-f]*|[0-9]*))*$/;

const encoder = new TextEncoder();

/**
 * The bytes to print for a name, or undefined where it is none: an address' owner chooses what its reverse name says,
 * so control characters, blanks, and what is shown and could be taken for an IPv4 address are refused.
 * `short`: only what is before the first dot.
 */
export function hostNameBytes(name: string, short: boolean): Uint8Array | undefined {
  const whole = name.endsWith('.') ? name.slice(0, -1) : name;
  if (whole.length > longestName || !hostCharacters.test(whole)) return undefined;
  const dot = whole.indexOf('.');
  const shown = short && dot > 0 ? whole.slice(0, dot) : whole;
  return looksNumeric.test(shown) ? undefined : encoder.encode(shown);
}
