/** Pieces of text that details at -v are made of: numbers with their labels, names with their numbers. */
import type { LineWriter } from './line-writer';
import type { NameTable } from './names';

/** `, length: 12`. */
export function count(out: LineWriter, before: string, value: number, after = ''): void {
  out.text(before);
  out.decimal(value);
  out.text(after);
}

/** `Keepalive (4)`; `unknown` stands for a name that the table does not have. */
export function nameAndNumber(out: LineWriter, table: NameTable, value: number, unknown = 'Unknown'): void {
  out.text(table.get(value) ?? unknown);
  count(out, ' (', value, ')');
}

/** `Hello (0x0100)`: the number in two or four hexadecimal digits. */
export function nameAndHex(out: LineWriter, table: NameTable, value: number, digits: 2 | 4, unknown = 'Unknown'): void {
  out.text(table.get(value) ?? unknown);
  out.text(' (0x');
  if (digits === 2) out.hex8(value);
  else out.hex16(value);
  out.char(0x29);
}

/** The name, or `Unknown (0x0a)`. */
export function nameOrHex8(out: LineWriter, table: NameTable, value: number): void {
  const name = table.get(value);
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.text('Unknown (0x');
  out.hex8(value);
  out.char(0x29);
}

/** A message that ends before its fields do. */
export function packetTooShort(out: LineWriter): void {
  out.text('\n\t\t packet is too short');
}
