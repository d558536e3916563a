import { describe, expect, test } from 'vitest';
import { commandWords } from '../../../src/cli/command-words';

describe('the command of -z', () => {
  test.each([
    ['gzip', ['gzip']],
    ['  gzip  -9 ', ['gzip', '-9']],
    [`sh -c 'echo "$1"' sh`, ['sh', '-c', 'echo "$1"', 'sh']],
    ['a "b c"d e\\ f', ['a', 'b cd', 'e f']],
    [`a ''`, ['a', '']],
  ])('%s is %o', (text, words) => {
    expect(commandWords(text)).toEqual(words);
  });

  test.each(['', '  ', `'a`, '"a', 'a\\', `''`])('%o is none', (text) => {
    expect(commandWords(text)).toBeUndefined();
  });
});
