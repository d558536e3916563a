import { loadAddon } from '../engine/addon';
import { CaptureError } from '../engine/errors';
import { counted } from '../report/lines';

/** --repair: cuts a savefile behind its last whole record, and says what it did. @throws CaptureError */
export function repairSavefile(path: string): string {
  const { packets, removedBytes } = CaptureError.wrapping(() => loadAddon().repairSavefile(path));
  const left = counted(packets, 'packet');
  return removedBytes === 0
    ? `${path}: whole, ${left}\n`
    : `${path}: ${counted(removedBytes, 'byte')} of a torn record removed, ${left} kept\n`;
}
