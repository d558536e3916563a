import { fandumpCommand, testEnvironment } from '../test/support/fandump';
import { Program, pause } from '../test/support/program';
import { withCapture } from './capture-file';
import type { Figure } from './figure';
import { peakResidentBytes } from './peak-memory';
import { writingTo } from './receiver';
import { limitRow } from './table';
import { manyFlows } from './traffic';

const mebibyte = 1024 * 1024;
const targetMebibytes = 150;
const lookMilliseconds = 20;

/** The most that fandump ever held resident while it printed ten million packets of a million flows. */
export const printMemory: Figure = {
  name: 'print-memory',
  measure: () =>
    withCapture(manyFlows, async (path) => {
      const program = Program.start(writingTo('/dev/null', fandumpCommand(['-nn', '-r', path])), {
        env: testEnvironment,
      });
      try {
        let peak = 0;
        while (program.isRunning) {
          peak = Math.max(peak, peakResidentBytes(program.pid));
          await pause(lookMilliseconds);
        }
        return [limitRow('-nn -r, 10 M packets of 1 M flows, resident', 'MiB', peak / mebibyte, targetMebibytes)];
      } finally {
        await program.kill();
      }
    }),
};
