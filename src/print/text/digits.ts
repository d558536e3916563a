/** Tables of pre-formatted digits: every number on a line is copied out of these. Words are little-endian. */

/** How many digits a group of the tables `leading` and `following` has. */
export const groupDigits = 3;
/** One more than the largest number of a group. */
export const groupLimit = 1000;

/** 0..999 without leading zeros: up to three characters, and how many there are in the upper byte. */
export const leading = new Uint32Array(groupLimit);
/** 000..999: three characters, then a zero. */
export const following = new Uint32Array(groupLimit);
/** 0..255 without leading zeros, and the dot after it. */
export const dottedOctets = new Uint32Array(256);
/** How many characters an entry of `dottedOctets` has, with its dot. */
export const dottedLengths = new Uint8Array(256);
/** ASCII of 00..ff, two bytes each. */
export const hexPairs = new Uint8Array(512);
/** ASCII of 0..f. */
export const hexDigits = new Uint8Array(16);

const zero = 0x30;
const dot = 0x2e;

// Arithmetic rather than strings: this runs at every start.
for (let i = 0; i < groupLimit; i++) {
  const ones = zero + (i % 10);
  const tens = zero + (((i / 10) | 0) % 10);
  const hundreds = zero + ((i / 100) | 0);
  following[i] = hundreds | (tens << 8) | (ones << 16);
  if (i < 10) leading[i] = ones | (1 << 24);
  else if (i < 100) leading[i] = tens | (ones << 8) | (2 << 24);
  else leading[i] = following[i] | (3 << 24);
}
for (let i = 0; i < 16; i++) hexDigits[i] = i < 10 ? zero + i : 0x61 + i - 10;
for (let i = 0; i < 256; i++) {
  const length = leading[i] >>> 24;
  dottedOctets[i] = (leading[i] & 0xffffff) | (dot << (8 * length));
  dottedLengths[i] = length + 1;
  hexPairs[2 * i] = hexDigits[i >> 4];
  hexPairs[2 * i + 1] = hexDigits[i & 15];
}
