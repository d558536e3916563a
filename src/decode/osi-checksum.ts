/** The OSI checksum of Fletcher's (ISO 8473-1, annex C). */

const modulus = 255;

/**
 * The two bytes that should be at `checksumAt`, an offset from `at`, for the `length` bytes from `at` on to be right.
 * What is there now does not count. The caller has checked the bounds.
 */
export function osiChecksum(bytes: Uint8Array, at: number, length: number, checksumAt: number): number {
  let first = 0;
  let second = 0;
  for (let i = 0; i < length; i++) {
    if (i !== checksumAt && i !== checksumAt + 1) first += bytes[at + i];
    second += first;
  }
  first %= modulus;
  second %= modulus;
  const product = (length - checksumAt) * first;
  const high = product - first - second;
  const low = second - product - 1;
  return (byteOf(high < 0 ? high - 1 : high) << 8) | byteOf(low >= 0 ? low + 1 : low);
}

/** A number in ones' complement as a byte that is not zero. */
function byteOf(value: number): number {
  const rest = value % modulus;
  return rest === 0 ? modulus : rest & 0xff;
}
