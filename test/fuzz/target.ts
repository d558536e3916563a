import type { Random } from './random';

/** Room for an input, in bytes. */
export const maxInput = 4096;

/** Something that takes hostile input. Inputs are bytes, so that any of them can be kept as a file. */
export interface FuzzTarget {
  readonly name: string;

  /** Writes an input into `into`, which has room for {@link maxInput} bytes. Returns its length. */
  make(random: Random, into: Uint8Array): number;

  /** Throws where a promise is broken. */
  execute(input: Uint8Array): void;
}
