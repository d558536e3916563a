import { fandumpCommand } from '../test/support/fandump';
import { type Figure, interleaved } from './figure';
import { captureProgram, nanosecondsPerPacket } from './receiver';
import { withRingLoad } from './ring-load';
import { ratioRow } from './table';

const rounds = 5;
const target = 0.7;

/** Writing to /dev/null what an af_packet source takes in, beside tcpdump doing the same. */
export const writeDevNull: Figure = {
  name: 'write-devnull',
  measure: () =>
    withRingLoad(async (namespace, load) => {
      const args = ['-i', 'vb', '-w', '/dev/null'];
      const fandump = captureProgram(fandumpCommand(args));
      const tcpdump = captureProgram({ command: 'tcpdump', args });
      const [ours, theirs] = await interleaved(rounds, [
        () => nanosecondsPerPacket(namespace, fandump, load),
        () => nanosecondsPerPacket(namespace, tcpdump, load),
      ]);
      return [ratioRow('-w /dev/null, af_packet, 64 B, CPU per packet', 'ns', ours, theirs, 'tcpdump', target)];
    }),
};
