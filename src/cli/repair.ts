import { loadAddon } from '../engine/addon';
import { CaptureError } from '../engine/errors';
import { counted } from '../source/counted';
import type { Arguments } from './arguments';
import type { Painter } from './color';
import type { Console } from './console';
import { exitCodes } from './exit-codes';
import { type FlagName, flags, flagText } from './flags';
import { errorLine, plainLines } from './message';
import { UsageError } from './usage-error';

const saidBeside: readonly FlagName[] = ['repair', 'color'];

/**
 * --repair: mends each savefile that it or a word names, and says what it did. Exit code 1 when one could not be mended;
 * the others are, all the same.
 * @throws UsageError for what has no meaning beside it
 */
export function repairSavefiles(given: Arguments, console: Console, painter: Painter): number {
  const foreign = [...given.flags.keys()].find((name) => !saidBeside.includes(name));
  if (foreign !== undefined) {
    throw new UsageError(
      `--repair mends files where they are, and ${flagText(flags[foreign])} has no meaning beside it`,
      'fandump --repair FILE...',
    );
  }
  let code: number = exitCodes.done;
  for (const path of [...(given.flags.get('repair') ?? []), ...given.words]) {
    try {
      console.out(plainLines([repairSavefile(path)]));
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      console.err(errorLine(painter, error));
      code = exitCodes.failure;
    }
  }
  return code;
}

/** @throws CaptureError */
function repairSavefile(path: string): string {
  const { packets, torn, removedBytes } = loadAddon().repairSavefile(path);
  const left = counted(packets, 'packet');
  if (!torn) return `${path}: whole, ${left}`;
  const removed = removedBytes === 0 ? 'its torn end' : `${counted(removedBytes, 'byte')} of a torn record`;
  return `${path}: ${removed} removed, ${left} kept`;
}
