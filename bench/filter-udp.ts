import { fandumpCommand } from '../test/support/fandump';
import { type Figure, interleaved } from './figure';
import { captureProgram, nanosecondsPerPacket } from './receiver';
import { ratioRow } from './table';
import { withUdpLoad } from './udp-load';

const rounds = 5;
const target = 0.25;
const load = { datagrams: 300_000, datagramsPerSecond: 150_000 };
/** One of the hundred frames of the load: the number stands in the last four bytes. */
const filter = 'ether[68:4] == 7';

/** A filter that keeps 1 % of the packets inside VXLAN, run by the kernel, beside the same one in userspace. */
export const filterUdp: Figure = {
  name: 'filter-udp',
  measure: () =>
    withUdpLoad(async (namespace, offer) => {
      // With gro=on the filter runs in userspace; from a sender that does not segment, nothing else changes by it.
      const measure = (gro: string) => () => {
        const fandump = captureProgram(fandumpCommand(['-i', `udp::127.0.0.1:4789:gro=${gro}`, '--count', filter]));
        return nanosecondsPerPacket(namespace, fandump, () => offer(load));
      };
      const [kernel, userspace] = await interleaved(rounds, [measure('off'), measure('on')]);
      const what = '--count, udp, filter keeping 1 %, CPU per packet kept';
      return [ratioRow(what, 'ns', kernel, userspace, 'in userspace', target)];
    }),
};
