/** Small tables of the host (/etc/hosts, /etc/services …): words on lines, comments behind a number sign. */
import { readFileSync } from 'node:fs';

/** The words of each line that has any; nothing where the file cannot be read. */
export function readWords(path: string): string[][] {
  return wordsOf(readText(path));
}

/** The words of each line of `text` that has any. */
export function wordsOf(text: string): string[][] {
  const lines: string[][] = [];
  for (const line of text.split('\n')) {
    const comment = line.indexOf('#');
    const words = (comment < 0 ? line : line.slice(0, comment)).split(/\s+/).filter((word) => word !== '');
    if (words.length > 0) lines.push(words);
  }
  return lines;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // A host without this table has numbers where others have names.
    return '';
  }
}
