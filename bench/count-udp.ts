import { fandumpCommand } from '../test/support/fandump';
import { toolPath } from '../test/support/tool-path';
import { type Figure, interleaved } from './figure';
import { bareLoop, captureProgram, nanosecondsPerPacket } from './receiver';
import { ratioRow } from './table';
import { withUdpLoad } from './udp-load';

const rounds = 9;
const target = 1.1;
const load = { datagrams: 300_000, datagramsPerSecond: 150_000 };

/** Counting VXLAN over UDP, beside a loop that does nothing but recvmmsg with the same batch and buffers. */
export const countUdp: Figure = {
  name: 'count-udp',
  measure: () =>
    withUdpLoad(async (namespace, offer) => {
      const fandump = captureProgram(fandumpCommand(['-i', 'udp::127.0.0.1:4789', '--count']));
      const bare = bareLoop({ command: toolPath('bare-recvmmsg'), args: ['--address', '127.0.0.1'] });
      const [ours, theirs] = await interleaved(rounds, [
        () => nanosecondsPerPacket(namespace, fandump, () => offer(load)),
        () => nanosecondsPerPacket(namespace, bare, () => offer(load)),
      ]);
      return [ratioRow('--count, udp, 108 B, CPU per datagram', 'ns', ours, theirs, 'bare recvmmsg', target)];
    }),
};
