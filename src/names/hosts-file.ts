/** hosts(5): an address and the names of the host that has it, the canonical one first. */
import { addressBytes } from './address-text';
import { hostNameBytes } from './host-name';

/** Names by the address' bytes, one Latin-1 character each: see addressKey. */
export type HostNames = ReadonlyMap<string, Uint8Array>;

/** The bytes of an address as a key: 4 or 16 characters. */
export function addressKey(bytes: Uint8Array, at: number, length: number): string {
  let key = '';
  for (let i = 0; i < length; i++) key += String.fromCharCode(bytes[at + i]);
  return key;
}

/** The first line that has an address gives its name, as in the C library. */
export function hostNames(lines: readonly string[][], short: boolean): HostNames {
  const names = new Map<string, Uint8Array>();
  for (const [address, name] of lines) {
    if (name === undefined) continue;
    const bytes = addressBytes(address);
    const shown = hostNameBytes(name, short);
    if (bytes === undefined || shown === undefined) continue;
    const key = addressKey(bytes, 0, bytes.length);
    if (!names.has(key)) names.set(key, shown);
  }
  return names;
}
