/** ethers(5): names of MAC addresses. */
import { hostNameBytes } from './host-name';

/** By {@link stationKey}. */
export type StationNames = ReadonlyMap<number, Uint8Array>;

const broadcast = 0xffff_ffff_ffff;
const encoder = new TextEncoder();

/** The 48 bits of the MAC address at `at`. */
export function stationKey(bytes: Uint8Array, at: number): number {
  const high = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
  const low = (bytes[at + 3] << 16) | (bytes[at + 4] << 8) | bytes[at + 5];
  return high * 0x1000000 + low;
}

/** Lines of `address name`; an address that several have is the first one's. The broadcast address has a name always. */
export function stationNames(lines: readonly string[][]): StationNames {
  const names = new Map<number, Uint8Array>();
  for (const [address, name] of lines) {
    const octets = address.split(':');
    if (name === undefined || octets.length !== 6 || !octets.every((octet) => /^[0-9a-f]{1,2}$/i.test(octet))) continue;
    const shown = hostNameBytes(name, false);
    const key = stationKey(
      Uint8Array.from(octets, (octet) => Number.parseInt(octet, 16)),
      0,
    );
    if (shown !== undefined && !names.has(key)) names.set(key, shown);
  }
  if (!names.has(broadcast)) names.set(broadcast, encoder.encode('Broadcast'));
  return names;
}
