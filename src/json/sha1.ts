/**
 * SHA-1 (FIPS 180-4) of a message that fits into one block: what a community ID hashes always does. Allocates nothing.
 */

const rounds = 80;
const schedule = new Int32Array(rounds);

/** The digest's five words go to `digest`. `message`: 64 bytes, of which the first `length` (0..55) are hashed. */
export function sha1OfBlock(message: DataView, length: number, digest: Int32Array): void {
  for (let i = length; i < 64; i++) message.setUint8(i, 0);
  message.setUint8(length, 0x80);
  message.setUint32(60, length * 8);
  for (let i = 0; i < 16; i++) schedule[i] = message.getInt32(4 * i);
  for (let i = 16; i < rounds; i++) {
    schedule[i] = rotate(schedule[i - 3] ^ schedule[i - 8] ^ schedule[i - 14] ^ schedule[i - 16], 1);
  }
  digest[0] = 0x67452301;
  digest[1] = 0xefcdab89;
  digest[2] = 0x98badcfe;
  digest[3] = 0x10325476;
  digest[4] = 0xc3d2e1f0;
  compress(digest);
}

function compress(digest: Int32Array): void {
  let a = digest[0];
  let b = digest[1];
  let c = digest[2];
  let d = digest[3];
  let e = digest[4];
  for (let i = 0; i < rounds; i++) {
    const mixed =
      i < 20
        ? (((b & c) | (~b & d)) + 0x5a827999) | 0
        : i < 40
          ? ((b ^ c ^ d) + 0x6ed9eba1) | 0
          : i < 60
            ? (((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc) | 0
            : ((b ^ c ^ d) + 0xca62c1d6) | 0;
    const next = (rotate(a, 5) + mixed + e + schedule[i]) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  digest[0] += a;
  digest[1] += b;
  digest[2] += c;
  digest[3] += d;
  digest[4] += e;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
