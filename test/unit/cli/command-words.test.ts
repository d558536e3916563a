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

  test.each([
    ['', "'' names no program"],
    ['  ', "'  ' names no program"],
    [`''`, "'''' names no program"],
    [`'a`, "the quote ' at character 1 of ''a' is not closed"],
    ['sh -c "a', `the quote " at character 7 of 'sh -c "a' is not closed`],
    ['a\\', "nothing follows the backslash at the end of 'a\\'"],
  ])('%o is refused with its cause', (text, message) => {
    expect(() => commandWords(text)).toThrow(
      expect.objectContaining({ name: 'Error', message, hint: expect.stringMatching(/./) }),
    );
  });
});
