import { readSmallFile, type SmallFileError } from '../kernel/small-file';
import { quote } from '../source/quote';
import { UsageError } from './usage-error';

/** The text of a file that a flag names. @throws UsageError with this hint where it cannot be read */
export function readTextFile(path: string, hint: string): string {
  try {
    return readSmallFile(path);
  } catch (error) {
    const { isMissing, message } = error as SmallFileError;
    const reason = isMissing ? 'No such file or directory' : message;
    throw new UsageError(`can't open ${quote(path)}: ${reason}`, hint);
  }
}
