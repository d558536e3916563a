import { LineWriter } from '../print/text/line-writer';
import type { Outlet } from './outlet';

/** A writer of lines to standard output; what cannot be written throws CaptureError with its errno. */
export function textOutput(outlet: Pick<Outlet, 'write' | 'check'>): LineWriter {
  return new LineWriter((bytes, length) => {
    outlet.write(bytes, length);
    outlet.check();
  });
}
