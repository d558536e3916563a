/** "02:00:00:00:00:01" to its six bytes. Throws on anything else. */
export function macBytes(text: string): Uint8Array {
  if (!/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(text)) throw new Error(`not a MAC address: '${text}'`);
  return Uint8Array.from(text.split(':'), (octet) => Number.parseInt(octet, 16));
}

/** "192.0.2.1" to its four bytes. Throws on anything else. */
export function ipv4Bytes(text: string): Uint8Array {
  const octets = text.split('.').map((octet) => (/^\d{1,3}$/.test(octet) ? Number(octet) : 256));
  if (octets.length !== 4 || octets.some((octet) => octet > 255)) throw new Error(`not an IPv4 address: '${text}'`);
  return Uint8Array.from(octets);
}

/** "2001:db8::1" to its sixteen bytes (RFC 4291 section 2.2, forms 1 and 2). Throws on anything else. */
export function ipv6Bytes(text: string): Uint8Array {
  const halves = text.split('::');
  const groups = (half: string): number[] =>
    half === ''
      ? []
      : half.split(':').map((group) => (/^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : -1));
  const front = groups(halves[0]);
  const back = halves.length === 2 ? groups(halves[1]) : [];
  const missing = 8 - front.length - back.length;
  const all = [...front, ...new Array<number>(Math.max(missing, 0)).fill(0), ...back];
  const wellFormed = halves.length === 2 ? missing >= 1 : halves.length === 1 && missing === 0;
  if (!wellFormed || all.includes(-1)) throw new Error(`not an IPv6 address: '${text}'`);
  return Uint8Array.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}
