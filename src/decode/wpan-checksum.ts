/** Frame check sequences of IEEE 802.15.4-2015, 7.2.10: of two bytes or of four, both with all bits reversed. */

/** ITU-T CRC-16 that begins with zero, over `count` bytes. */
export function wpanChecksum16(bytes: Uint8Array, at: number, count: number): number {
  return reversedChecksum(bytes, at, count, 0x8408);
}

/** ANSI X3.66 CRC-32 that begins with zero, over `count` bytes. */
export function wpanChecksum32(bytes: Uint8Array, at: number, count: number): number {
  return reversedChecksum(bytes, at, count, 0xedb88320);
}

function reversedChecksum(bytes: Uint8Array, at: number, count: number, polynomial: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum ^= bytes[at + i];
    for (let bit = 0; bit < 8; bit++) sum = (sum & 1) !== 0 ? (sum >>> 1) ^ polynomial : sum >>> 1;
  }
  return sum >>> 0;
}
