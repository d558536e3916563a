const newline = 0x0a;
const tab = 0x09;

/** Throws unless the text is whole lines of printable ASCII; a tab begins the rows of -x and those of long packets. */
export function expectPlainText(bytes: Uint8Array, length: number): void {
  for (let at = 0; at < length; at++) {
    const byte = bytes[at];
    if (byte >= 0x20 && byte < 0x7f) continue;
    if (byte !== newline && byte !== tab) {
      const around = Buffer.from(bytes.subarray(Math.max(0, at - 40), at + 20)).toString('latin1');
      throw new Error(`raw byte 0x${byte.toString(16)} in ${JSON.stringify(around)}`);
    }
  }
  if (length > 0 && bytes[length - 1] !== newline) throw new Error('the last line has no end');
}
