/** Tables of pre-formatted digits: every number on a line is copied out of these. */

/** ASCII of 00..99, two bytes each. */
export const pairs = new Uint8Array(200);
/** ASCII of 0..255 without leading zeros, padded to four bytes each. */
export const octets = new Uint8Array(1024);
/** How many digits each entry of `octets` has. */
export const octetDigits = new Uint8Array(256);
/** ASCII of 00..ff, two bytes each. */
export const hexPairs = new Uint8Array(512);
/** ASCII of 0..f. */
export const hexDigits = new Uint8Array(16);

for (let i = 0; i < 100; i++) {
  pairs[2 * i] = 0x30 + Math.floor(i / 10);
  pairs[2 * i + 1] = 0x30 + (i % 10);
}
for (let i = 0; i < 256; i++) {
  const decimal = String(i);
  octetDigits[i] = decimal.length;
  for (let j = 0; j < decimal.length; j++) octets[4 * i + j] = decimal.charCodeAt(j);
  const hex = i.toString(16).padStart(2, '0');
  hexPairs[2 * i] = hex.charCodeAt(0);
  hexPairs[2 * i + 1] = hex.charCodeAt(1);
}
for (let i = 0; i < 16; i++) hexDigits[i] = i.toString(16).charCodeAt(0);
