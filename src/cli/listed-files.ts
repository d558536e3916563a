import { quote } from '../source/quote';
import type { Arguments } from './arguments';
import { readTextFile } from './text-file';
import { UsageError } from './usage-error';

/**
 * -V: the savefiles that its file names, one on a line, as if each stood behind a -r of its own.
 * @throws UsageError for a list that cannot be read or names none
 */
export function withListedFiles(given: Arguments): Arguments {
  const lists = given.flags.get('fileList');
  if (lists === undefined) return given;
  const flags = new Map(given.flags);
  flags.delete('fileList');
  flags.set('read', [...(given.flags.get('read') ?? []), ...lists.flatMap(filesOf)]);
  return { ...given, flags };
}

function filesOf(list: string): string[] {
  const path = list === '-' ? '/dev/stdin' : list;
  const files = readTextFile(path, 'give -V a file with the name of a savefile on each line')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (files.length > 0) return files;
  throw new UsageError(`-V ${quote(list)}: names no file`, 'ls *.pcap > LIST; fandump -V LIST');
}
