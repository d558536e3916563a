import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { quote } from '../source/quote';
import { UsageError } from './usage-error';

/** Where posix_spawnp(3) looks when there is no PATH. */
const defaultPath = '/bin:/usr/bin';
const executeBits = 0o111;

/** What of the file system is asked: as statSync. */
export type StatFile = (path: string) => Pick<Stats, 'mode' | 'isFile'>;

/**
 * Refuses a command of -z that has no program, before anything is opened: its first file may be complete only hours
 * later. What this process may not look at is left to the attempt. [] is no command.
 * @throws UsageError
 */
export function checkProgram(command: readonly string[], { PATH } = process.env, stat: StatFile = statSync): void {
  const [program] = command;
  if (program === undefined) return;
  const isPath = program.includes('/');
  const places = isPath ? [program] : (PATH ?? defaultPath).split(':').map((folder) => join(folder, program));
  const found = places.map((place) => look(place, stat));
  if (found.includes('program') || found.includes('unknown')) return;
  const index = found.indexOf('not executable');
  if (index >= 0) {
    throw new UsageError(
      `-z ${quote(program)}: ${places[index]} may not be run by anyone`,
      `chmod +x ${places[index]}`,
    );
  }
  const reason = isPath ? 'there is no such program' : 'no folder of PATH has such a program';
  throw new UsageError(
    `-z ${quote(program)}: ${reason}`,
    'write the path of one that there is, as in -z /usr/bin/gzip',
  );
}

function look(place: string, stat: StatFile): 'program' | 'not executable' | 'missing' | 'unknown' {
  try {
    const found = stat(place);
    if (!found.isFile()) return 'missing';
    return (found.mode & executeBits) === 0 ? 'not executable' : 'program';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unknown';
  }
}
