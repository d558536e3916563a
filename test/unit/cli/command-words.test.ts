import { describe, expect, test } from 'vitest';
import { commandWords, wordsForFile } from '../../../src/cli/command-words';

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

  test('has the file behind it, or in every place of {}', () => {
    expect(wordsForFile(['gzip', '-9'], 'a b')).toEqual(['gzip', '-9', 'a b']);
    expect(wordsForFile(['mv', '{}', '{}.old'], 'a')).toEqual(['mv', 'a', 'a.old']);
  });

  test('does not take a file for an option', () => {
    expect(wordsForFile(['rm'], '-rf')).toEqual(['rm', './-rf']);
  });
});
