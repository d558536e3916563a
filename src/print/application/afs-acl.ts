/**
 * Access control lists of AFS, which are text: how many entries give rights and how many take them away, then the
 * entries, each a user and a number whose bits are rights.
 */

import type { PrintContext } from '../context';
import { cut, type Field } from './afs-field';

const wordLength = 4;
const mostText = 1024;
/** In the order in which the command `fs` shows them. */
const rights: readonly (readonly [bit: number, letter: number])[] = [
  [1, 0x72],
  [8, 0x6c],
  [4, 0x69],
  [16, 0x64],
  [2, 0x77],
  [32, 0x6b],
  [64, 0x61],
];

/** Reads words and numbers from the text, as far as it goes. */
class AclText {
  at = 0;
  end = 0;
  /** What {@link number} has read. */
  value = 0;

  constructor(private bytes: Uint8Array) {}

  start(bytes: Uint8Array, at: number, end: number): void {
    this.bytes = bytes;
    this.at = at;
    this.end = at;
    while (this.end < end && bytes[this.end] !== 0) this.end++;
  }

  private code(): number {
    return this.at < this.end ? this.bytes[this.at] : 0;
  }

  private skipBlanks(): void {
    for (let code = this.code(); code === 0x20 || (code >= 0x09 && code <= 0x0d); code = this.code()) this.at++;
  }

  /** false: there is none. Only its low 32 bits matter. */
  number(): boolean {
    this.skipBlanks();
    const sign = this.code();
    if (sign === 0x2b || sign === 0x2d) this.at++;
    const first = this.at;
    let value = 0;
    for (let code = this.code(); code >= 0x30 && code <= 0x39; code = this.code()) {
      value = Math.min(value * 10 + code - 0x30, Number.MAX_SAFE_INTEGER);
      this.at++;
    }
    this.value = (sign === 0x2d ? -value : value) | 0;
    return this.at > first;
  }

  /** The length of the word that starts at {@link at} then; 0: there is none. */
  word(): number {
    this.skipBlanks();
    let length = 0;
    for (let code = this.code(); code > 0x20 || (code > 0 && (code < 0x09 || code > 0x0d) && code !== 0x20); ) {
      length++;
      this.at++;
      code = this.code();
    }
    this.at -= length;
    return length;
  }
}

const text = new AclText(new Uint8Array(0));

export const accessList: Field = (context, at) => {
  const { view } = context;
  const length = view.u32(at);
  const from = at + wordLength;
  if (!view.has(from, length)) return cut;
  text.start(view.bytes, from, from + Math.min(length, mostText));
  if (text.number()) {
    const given = text.value;
    if (text.number()) {
      const taken = text.value;
      if (entries(context, 0x2b, given)) entries(context, 0x2d, taken);
    }
  }
  return from + length;
};

/** false: the text ends before them. */
function entries(context: PrintContext, sign: number, count: number): boolean {
  const { out, view } = context;
  for (let i = 0; i < count; i++) {
    const length = text.word();
    const user = text.at;
    text.at += length;
    if (length === 0 || !text.number()) return false;
    out.char(0x20);
    out.char(sign);
    out.char(0x7b);
    out.reserve(4 * length);
    for (let k = 0; k < length; k++) out.caret(view.bytes[user + k]);
    out.char(0x20);
    for (const [bit, letter] of rights) if ((text.value & bit) !== 0) out.char(letter);
    out.text('}');
  }
  return true;
}
