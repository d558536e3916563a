/**
 * A command as its program and arguments, without a shell: split at blanks; single and double quotes keep blanks
 * together, a backslash takes the next character as it is. undefined: nothing, or a quote that is not closed.
 */
export function commandWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '\\' && quote !== "'") {
      index++;
      if (index === text.length) return undefined;
      word = (word ?? '') + text[index];
    } else if (quote !== '') {
      if (char === quote) quote = '';
      else word += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + char;
    }
  }
  if (word !== undefined) words.push(word);
  return quote !== '' || words.length === 0 || words[0] === '' ? undefined : words;
}
