import { fandumpCommand } from '../test/support/fandump';
import { type Figure, interleaved } from './figure';
import { captureProgram, nanosecondsPerPacket } from './receiver';
import { withRingLoad } from './ring-load';
import { type Row, ratioRow } from './table';

const rounds = 7;
// Nothing, within what two runs of the same program differ by.
const target = 1.1;

const uses = [
  { what: '--count', args: ['--count'] },
  { what: '-w /dev/null', args: ['-w', '/dev/null'] },
  { what: 'text to a pipe', args: ['-nn'] },
];

/** What the sandbox costs per packet: the same capture with it and without. */
export const sandbox: Figure = {
  name: 'sandbox',
  measure: () =>
    withRingLoad(async (namespace, load) => {
      const rows: Row[] = [];
      for (const { what, args } of uses) {
        const confined = captureProgram(fandumpCommand(['-i', 'vb', ...args]));
        const free = captureProgram(fandumpCommand(['-i', 'vb', '--no-sandbox', ...args]));
        const [ours, theirs] = await interleaved(rounds, [
          () => nanosecondsPerPacket(namespace, confined, load),
          () => nanosecondsPerPacket(namespace, free, load),
        ]);
        rows.push(ratioRow(`sandbox, ${what}, 64 B, CPU per packet`, 'ns', ours, theirs, '--no-sandbox', target));
      }
      return rows;
    }),
};
