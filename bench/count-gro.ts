import { fandumpCommand } from '../test/support/fandump';
import { type Figure, interleaved } from './figure';
import { captureProgram, nanosecondsPerPacket } from './receiver';
import { ratioRow } from './table';
import { type UdpLoad, withUdpLoad } from './udp-load';

const rounds = 5;
const loads: { what: string; load: UdpLoad; target: number }[] = [
  {
    what: 'segmenting',
    load: { datagrams: 2_000_000, datagramsPerSecond: 1_000_000, segments: 50 },
    target: 1 / 8,
  },
  { what: 'plain', load: { datagrams: 300_000, datagramsPerSecond: 150_000 }, target: 1.05 },
];

/** Counting VXLAN over UDP with gro=on beside gro=off, from a sender that segments and from one that does not. */
export const countGro: Figure = {
  name: 'count-gro',
  measure: () =>
    withUdpLoad(async (namespace, offer) => {
      const rows = [];
      for (const { what, load, target } of loads) {
        const measure = (gro: string) => () => {
          const fandump = captureProgram(fandumpCommand(['-i', `udp::127.0.0.1:4789:gro=${gro}`, '--count']));
          return nanosecondsPerPacket(namespace, fandump, () => offer(load));
        };
        const [on, off] = await interleaved(rounds, [measure('on'), measure('off')]);
        rows.push(ratioRow(`--count, udp gro=on, ${what} sender, CPU per packet`, 'ns', on, off, 'gro=off', target));
      }
      return rows;
    }),
};
