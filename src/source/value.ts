import { quote } from './quote';
import { closest } from './suggest';

/** A kind of option value: its spelling in a URI, in a Zeek redef and after a flag, and its typed form. */
export interface ValueType<T> {
  /** The spelling as help shows it: `T|F`, `0..65535|auto`. */
  readonly syntax: string;
  /** The unit that a number without one has; Zeek wants it written out in a redef. Undefined: numbers need none. */
  readonly defaultUnit?: string;
  /** The typed value; throws {@link ValueError}. Never sees surrounding blanks. */
  parse(text: string): T;
  /** The canonical spelling: parse(format(value)) is value. Contains no colon outside of brackets. */
  format(value: T): string;
}

/** A value that an option cannot have. The message completes "NAME: …". */
export class ValueError extends Error {
  constructor(
    message: string,
    /** What to write instead. */
    readonly hint: string,
  ) {
    super(message);
  }
}

/** Yes or no, in Zeek's letters (T, F) and the usual words; case is ignored. */
export function truth(): ValueType<boolean> {
  const words = new Map([
    ['t', true],
    ['true', true],
    ['yes', true],
    ['on', true],
    ['1', true],
    ['f', false],
    ['false', false],
    ['no', false],
    ['off', false],
    ['0', false],
  ]);
  return {
    syntax: 'T|F',
    parse(text) {
      const value = words.get(text.toLowerCase());
      if (value === undefined) {
        throw new ValueError(`${quote(text)} is neither T nor F`, 'write T for yes or F for no');
      }
      return value;
    },
    format: (value) => (value ? 'T' : 'F'),
  };
}

/** tcpdump's language, compiled only when the capture is opened; none is the empty expression. */
export function expression(): ValueType<string> {
  const none = 'none';
  return {
    syntax: `EXPRESSION|${none}`,
    parse: (text) => (text.toLowerCase() === none ? '' : text),
    format: (value) => value || none,
  };
}

/** A whole number from min to max, decimal digits only; with `word`, that word too. */
export function integer(min: number, max: number): ValueType<number>;
export function integer<W extends string>(min: number, max: number, word: W): ValueType<number | W>;
export function integer<W extends string>(min: number, max: number, word?: W): ValueType<number | W> {
  const syntax = word === undefined ? `${min}..${max}` : `${min}..${max}|${word}`;
  return {
    syntax,
    parse(text) {
      if (word !== undefined && text.toLowerCase() === word) return word;
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      if (!(value >= min && value <= max)) {
        const range = word === undefined ? `${min} to ${max}` : `${min} to ${max}, or ${word}`;
        throw new ValueError(`${quote(text)} is not a whole number from ${range}`, `write digits, ${range}`);
      }
      return value;
    },
    format: String,
  };
}

/**
 * One of some words; case is ignored. `prefix` is what Zeek puts before them in its enumerations (FANOUT_ in
 * AF_Packet::FANOUT_HASH), accepted with or without the module.
 */
export function choice<W extends string>(words: readonly W[], { prefix = '' }: { prefix?: string } = {}): ValueType<W> {
  return {
    syntax: words.join('|'),
    parse(text) {
      let word = text.slice(text.lastIndexOf(':') + 1).toLowerCase();
      if (word.startsWith(prefix.toLowerCase())) word = word.slice(prefix.length);
      const known = words.find((candidate) => candidate === word);
      if (known !== undefined) return known;
      const nearest = closest(word, words);
      const hint = nearest === undefined ? `use ${words.join(', ')}` : `did you mean '${nearest}'?`;
      throw new ValueError(`${quote(text)} is not one of ${words.join(', ')}`, hint);
    },
    format: (value) => value,
  };
}
