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
import { bareLoop, captureProgram, nanosecondsPerPacket, senderProcessor } from './receiver';
import { ratioRow } from './table';

const rounds = 5;
const target = 1.15;
const datagrams = 300_000;
const datagramsPerSecond = 150_000;
/** With the eight bytes of VXLAN and 28 of IP and UDP the usual 108-byte datagram. */
const innerLength = 72;

/** Counting VXLAN over UDP, beside a loop that does nothing but recvmmsg with the same batch and buffers. */
export const countUdp: Figure = {
  name: 'count-udp',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
    const namespace = await NetworkNamespace.create();
    try {
      const file = join(folder, 'payloads.pcap');
      writePcap(
        file,
        numberedFrames(100, innerLength).map((frame) => vxlan({ vni: 1 }, frame)),
      );
      const args = `--to 127.0.0.1 --file ${file} --count ${datagrams} --rate ${datagramsPerSecond}`;
      const load = () => {
        namespace.sh(`exec taskset --cpu-list ${senderProcessor} ${toolPath('send-udp')} ${args}`);
      };
      const fandump = captureProgram(fandumpCommand(['-i', 'udp::127.0.0.1:4789', '--count']));
      const bare = bareLoop({ command: toolPath('bare-recvmmsg'), args: ['--address', '127.0.0.1'] });
      const [ours, theirs] = await interleaved(rounds, [
        () => nanosecondsPerPacket(namespace, fandump, load),
        () => nanosecondsPerPacket(namespace, bare, load),
      ]);
      return [ratioRow('--count, udp, 108 B, CPU per datagram', 'ns', ours, theirs, 'bare recvmmsg', target)];
    } finally {
      await namespace.close();
      rmSync(folder, { recursive: true });
    }
  },
};
