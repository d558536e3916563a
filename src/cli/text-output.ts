import { CaptureError } from '../engine/errors';
import type { Addon } from '../engine/native';
import { LineWriter } from '../print/line-writer';
import { standardOutput } from './console';

/** errno.h */
export const epipe = 32;
const noSpace = 28;

/** A writer of lines to standard output; what cannot be written throws CaptureError with its errno. */
export function textOutput(addon: Pick<Addon, 'writeAll'>): LineWriter {
  return new LineWriter((bytes, length) => {
    const errno = addon.writeAll(standardOutput, bytes, 0, length);
    if (errno === 0) return;
    const reason = errno === noSpace ? 'no space left on the device' : `system error ${errno}`;
    throw new CaptureError('EOUTPUT', `writing to standard output: ${reason}`, errno);
  });
}
