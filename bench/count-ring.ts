import { fandumpCommand } from '../test/support/fandump';
import { toolPath } from '../test/support/tool-path';
import { type Figure, interleaved } from './figure';
import { bareLoop, captureProgram, nanosecondsPerPacket } from './receiver';
import { withRingLoad } from './ring-load';
import { ratioRow } from './table';

const rounds = 5;
const target = 3;

/** Counting what an af_packet source takes in, beside a loop that does nothing but walk a TPACKET_V3 ring. */
export const countRing: Figure = {
  name: 'count-ring',
  measure: () =>
    withRingLoad(async (namespace, load) => {
      const fandump = captureProgram(fandumpCommand(['-i', 'vb', '--count']));
      const bare = bareLoop({ command: toolPath('bare-ring'), args: ['--interface', 'vb'] });
      const [ours, theirs] = await interleaved(rounds, [
        () => nanosecondsPerPacket(namespace, fandump, load),
        () => nanosecondsPerPacket(namespace, bare, load),
      ]);
      return [ratioRow('--count, af_packet, 64 B, CPU per packet', 'ns', ours, theirs, 'bare ring', target)];
    }),
};
