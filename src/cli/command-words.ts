import { quote as quoted } from '../source/quote';
import { ValueError } from '../source/value';

/**
 * A command as its program and arguments, without a shell: split at blanks; single and double quotes keep blanks
 * together, a backslash takes the next character as it is.
 * @throws ValueError
 */
export function commandWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  let opened = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '\\' && quote !== "'") {
      index++;
      if (index === text.length) {
        throw new ValueError(`nothing follows the backslash at the end of ${quoted(text)}`, 'double it, or drop it');
      }
      word = (word ?? '') + text[index];
    } else if (quote !== '') {
      if (char === quote) quote = '';
      else word += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      opened = index + 1;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + char;
    }
  }
  if (word !== undefined) words.push(word);
  if (quote !== '') {
    throw new ValueError(
      `the quote ${quote} at character ${opened} of ${quoted(text)} is not closed`,
      `close it, or write \\${quote} for the character itself`,
    );
  }
  if (words.length === 0 || words[0] === '') {
    throw new ValueError(`${quoted(text)} names no program`, "write it as -z gzip or -z 'mv {} /archive'");
  }
  return words;
}
