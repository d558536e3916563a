import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fandumpCommand } from '../test/support/fandump';
import { vxlan } from '../test/support/frames';
import { NetworkNamespace } from '../test/support/netns';
import { writePcap } from '../test/support/pcap-writer';
import { numberedFrames } from '../test/support/sample-frames';
import { toolPath } from '../test/support/tool-path';
import { type Figure, interleaved } from './figure';
import { captureProgram, nanosecondsPerPacket, senderProcessor } from './receiver';
import { ratioRow } from './table';

const rounds = 5;
const innerLength = 72;

/** What a load offers: datagrams, datagrams per second, and how many the sender hands over at once. */
const together = { count: 2_000_000, rate: 1_000_000, segments: 50, target: 1 / 8 };
const alone = { count: 300_000, rate: 150_000, segments: 1, target: 1.05 };

/** Counting VXLAN over UDP with gro=on beside gro=off, from a sender that segments and from one that does not. */
export const countGro: Figure = {
  name: 'count-gro',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
    const namespace = await NetworkNamespace.create();
    try {
      const file = join(folder, 'payloads.pcap');
      writePcap(
        file,
        numberedFrames(100, innerLength).map((frame) => vxlan({ vni: 1 }, frame)),
      );
      const measure = async (what: string, { count, rate, segments, target }: typeof alone) => {
        const args = `--to 127.0.0.1 --file ${file} --count ${count} --rate ${rate} --segments ${segments}`;
        const load = () => {
          namespace.sh(`exec taskset --cpu-list ${senderProcessor} ${toolPath('send-udp')} ${args}`);
        };
        const receiver = (gro: string) =>
          captureProgram(fandumpCommand(['-i', `udp::127.0.0.1:4789:gro=${gro}`, '--count']));
        const [on, off] = await interleaved(rounds, [
          () => nanosecondsPerPacket(namespace, receiver('on'), load),
          () => nanosecondsPerPacket(namespace, receiver('off'), load),
        ]);
        return ratioRow(`--count, udp gro=on, ${what} sender, CPU per datagram`, 'ns', on, off, 'gro=off', target);
      };
      return [await measure('segmenting', together), await measure('plain', alone)];
    } finally {
      await namespace.close();
      rmSync(folder, { recursive: true });
    }
  },
};
