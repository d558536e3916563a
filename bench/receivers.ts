import { fandumpCommand } from '../test/support/fandump';
import { type Figure, interleaved } from './figure';
import { captureProgram, nanosecondsPerPacket } from './receiver';
import { ratioRow } from './table';
import { type UdpLoad, withUdpLoad } from './udp-load';

const rounds = 5;
/** implementation=auto stands for recvmmsg, which is right as long as it costs no more than this share of the other. */
const target = 1.05;
const loads: { what: string; load: UdpLoad }[] = [
  { what: 'plain', load: { datagrams: 300_000, datagramsPerSecond: 150_000 } },
  { what: 'segmenting', load: { datagrams: 2_000_000, datagramsPerSecond: 1_000_000, segments: 50 } },
];

/** Counting VXLAN over UDP received by recvmmsg beside the same by io_uring. */
export const receivers: Figure = {
  name: 'receivers',
  measure: () =>
    withUdpLoad(async (namespace, offer) => {
      const rows = [];
      for (const { what, load } of loads) {
        const measure = (implementation: string) => () => {
          const source = `udp::127.0.0.1:4789:implementation=${implementation}`;
          const fandump = captureProgram(fandumpCommand(['-i', source, '--count']));
          return nanosecondsPerPacket(namespace, fandump, () => offer(load));
        };
        const [recvmmsg, ring] = await interleaved(rounds, [measure('recvmmsg'), measure('io_uring')]);
        const label = `--count, udp by recvmmsg, ${what} sender, CPU per packet`;
        rows.push(ratioRow(label, 'ns', recvmmsg, ring, 'io_uring', target));
      }
      return rows;
    }),
};
