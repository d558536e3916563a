/**
 * Who made an interface, by the prefix that the IEEE assigned: 24 bits (MA-L), 28 (MA-M) or 36 (MA-S). Reads the lists
 * that distributions ship: IEEE's oui.txt (`28-6F-B9   (hex)  Nokia`), Wireshark's manuf (`00:1B:C5:00:00:00/36  Name
 * Long name`) and nmap's nmap-mac-prefixes (`286FB9 Nokia`).
 */
import { readFileSync } from 'node:fs';

/** Where distributions put such a list; the first that is there is read. */
const vendorFiles = [
  '/usr/share/wireshark/manuf',
  '/usr/share/ieee-data/oui.txt',
  '/var/lib/ieee-data/oui.txt',
  '/usr/share/hwdata/oui.txt',
  '/usr/share/misc/oui.txt',
  '/usr/share/nmap/nmap-mac-prefixes',
];
const longestVendor = 40;
const newline = 0x0a;
const slash = 0x2f;

export class VendorFile {
  /** Index in `text` of what follows the prefix, by prefix. */
  private readonly large = new Map<number, number>();
  private readonly medium = new Map<number, number>();
  private readonly small = new Map<number, number>();

  constructor(private readonly text: Buffer) {
    for (let at = 0; at < text.length; ) {
      this.readLine(at);
      const end = text.indexOf(newline, at);
      at = end < 0 ? text.length : end + 1;
    }
  }

  /** The host's list; undefined: it has none. */
  static load(): VendorFile | undefined {
    for (const path of vendorFiles) {
      try {
        return new VendorFile(readFileSync(path));
      } catch {
        // The next place.
      }
    }
    return undefined;
  }

  /** Index of the name's column, -1: the prefix is not in the list. The longest prefix wins. */
  find(bytes: Uint8Array, at: number): number {
    const high = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
    const next = bytes[at + 3];
    return (
      this.small.get(high * 0x1000 + ((next << 4) | (bytes[at + 4] >> 4))) ??
      this.medium.get(high * 0x10 + (next >> 4)) ??
      this.large.get(high) ??
      -1
    );
  }

  /** The name whose column starts at `index`: printable ASCII without commas, since commas part the fields of a line. */
  name(index: number): string {
    const lineEnd = this.text.indexOf(newline, index);
    const line = this.text.toString('utf8', index, lineEnd < 0 ? this.text.length : lineEnd);
    const [name] = line
      .replace(/^\/\d+/, '')
      .replace(/^\s*(\(hex\))?\s*/, '')
      .split('\t');
    const ascii = name.normalize('NFKD').replace(/[\u0300-\u036f,]/g, '');
    return ascii
      .replace(/[^ -~]/g, '?')
      .trim()
      .slice(0, longestVendor);
  }

  private readLine(start: number): void {
    const { text } = this;
    let value = 0;
    let digits = 0;
    let at = start;
    for (; at < text.length; at++) {
      const digit = hexDigit(text[at]);
      if (digit < 0) {
        if (text[at] !== 0x3a && text[at] !== 0x2d) break;
        continue;
      }
      value = value * 16 + digit;
      digits++;
    }
    const bits = text[at] === slash ? Number.parseInt(text.toString('latin1', at + 1, at + 3), 10) : digits * 4;
    if (digits === 0 || digits > 12 || bits > digits * 4) return;
    this.add(bits, Math.floor(value / 2 ** (digits * 4 - bits)), at);
  }

  private add(bits: number, prefix: number, index: number): void {
    const table = bits === 24 ? this.large : bits === 28 ? this.medium : bits === 36 ? this.small : undefined;
    if (table !== undefined && !table.has(prefix)) table.set(prefix, index);
  }
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
