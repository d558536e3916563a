/** Which addresses of an IEEE 802.15.4 frame have a PAN identifier before them. Lengths of addresses are in bytes. */

/** From this version on the sequence number may be left out, and addresses have other rules. */
export const version2015 = 2;

/** IEEE 802.15.4-2015, table 7-2; before version 2 a PAN goes with each address. */
export function hasDestinationPan(version: number, compressed: boolean, destination: number, source: number): boolean {
  if (version < version2015 || !compressed) return destination > 0;
  if (source === 0) return destination === 0;
  return destination > 0 && !(source === 8 && destination === 8);
}

/** The same; extended to short without compression is what early implementations of 6TiSCH get wrong. */
export function hasSourcePan(version: number, compressed: boolean, destination: number, source: number): boolean {
  if (compressed || source === 0) return false;
  return version < version2015 || source !== 8 || destination === 0;
}
