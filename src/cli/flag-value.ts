import { ValueError } from '../source/value';
import { UsageError } from './usage-error';

/** The value of a flag; one that it cannot have becomes an error about that flag. @throws UsageError */
export function parsed<T>(flag: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new UsageError(`${flag}: ${error.message}`, error.hint);
  }
}
