import { closeSync, openSync, readSync } from 'node:fs';
import { reasonOf } from './errno';

/** Bytes of the longest file that somebody writes by hand; a device may have no end. */
const most = 1 << 20;

/** A file that cannot be read, or that is none of a text: why, in words. */
export class SmallFileError extends Error {
  override readonly name = 'SmallFileError';

  constructor(
    message: string,
    readonly isMissing: boolean,
  ) {
    super(message);
  }
}

/** The text of a file of at most 1 MiB, in UTF-8. @throws SmallFileError */
export function readSmallFile(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readUpTo(path, most + 1);
  } catch (error) {
    throw new SmallFileError(reasonOf(error), (error as NodeJS.ErrnoException).code === 'ENOENT');
  }
  if (bytes.length > most) throw new SmallFileError(`longer than ${most} bytes`, false);
  return bytes.toString('utf8');
}

function readUpTo(path: string, size: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(size);
    let length = 0;
    while (length < size) {
      const read = readSync(file, bytes, length, size - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
