import { fandumpCommand, testEnvironment } from '../test/support/fandump';
import { Program, pause } from '../test/support/program';
import type { Figure } from './figure';
import { peakResidentBytes } from './peak-memory';
import { withRingLoad } from './ring-load';
import { limitRow } from './table';

const mebibyte = 1024 * 1024;
const ringMebibytes = 128;
const targetMebibytes = 80;
const settleMilliseconds = 300;

const jobs = { '-w /dev/null': ['-w', '/dev/null'], '--count': ['--count'], '-nn > /dev/null': ['-nn'] };

/** The most that fandump ever held resident under load, less its ring. */
export const memory: Figure = {
  name: 'memory',
  measure: () =>
    withRingLoad(async (namespace, load) => {
      const rows = [];
      for (const [name, args] of Object.entries(jobs)) {
        const source = `af_packet::vb:buffer_size=${ringMebibytes * mebibyte}`;
        const { command, args: words } = fandumpCommand(['-i', source, ...args]);
        // The printed text has to go somewhere that never makes fandump wait.
        const shell = namespace.commandLine('sh', ['-c', 'exec "$0" "$@" > /dev/null', command, ...words]);
        const program = Program.start(shell, { env: testEnvironment });
        try {
          await program.says(/listening on/);
          load();
          await pause(settleMilliseconds);
          const beside = peakResidentBytes(program.pid) / mebibyte - ringMebibytes;
          rows.push(limitRow(`resident memory beside the ring, ${name}`, 'MiB', beside, targetMebibytes));
        } finally {
          await program.kill();
        }
      }
      return rows;
    }),
};
