import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fandumpCommand } from '../test/support/fandump';
import { erm, ethernet, ipv4, tcp, udp, vxlan } from '../test/support/frames';
import { NetworkNamespace } from '../test/support/netns';
import { writePcap } from '../test/support/pcap-writer';
import { toolPath } from '../test/support/tool-path';
import { type Figure, interleaved } from './figure';
import { captureProgram, receive, senderProcessor } from './receiver';
import { type Row, ratioRow } from './table';

const rounds = 5;
const target = 1.3;
const flows = 1000;
const frames = 400_000;

const inUdp = (destinationPort: number, payload: Uint8Array) =>
  ethernet({}, ipv4({}, udp({ destinationPort }, payload)));

const feeds = {
  ERM: (frame: Uint8Array) => inUdp(7932, erm({}, frame)),
  VXLAN: (frame: Uint8Array) => inUdp(4789, vxlan({ vni: 1 }, frame)),
};

/**
 * What it costs the kernel to choose a member by the flow inside, beside its own hash of the outside. Over veth the
 * kernel steers on the sender's time, so the time of one frame is that of sending, steering and storing it.
 */
export const steering: Figure = {
  name: 'steering',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
    const namespace = await NetworkNamespace.create();
    try {
      namespace.addVeth('va', 'vb');
      const rows: Row[] = [];
      for (const [name, wrap] of Object.entries(feeds)) {
        const file = join(folder, `${name}.pcap`);
        writePcap(
          file,
          Array.from({ length: flows }, (_, flow) => wrap(innerFrame(flow))),
        );
        const [ours, theirs] = await interleaved(rounds, [
          () => nanosecondsPerFrame(namespace, file, 'inner'),
          () => nanosecondsPerFrame(namespace, file, 'hash'),
        ]);
        rows.push(ratioRow(`fanout=inner, ${name}, one frame sent and steered`, 'ns', ours, theirs, 'hash', target));
      }
      return rows;
    } finally {
      await namespace.close();
      rmSync(folder, { recursive: true });
    }
  },
};

function innerFrame(flow: number): Uint8Array {
  const source = `10.1.${flow >> 8}.${flow & 255}`;
  return ethernet({}, ipv4({ source }, tcp({ sourcePort: 20000 + flow, destinationPort: 443 })));
}

async function nanosecondsPerFrame(namespace: NetworkNamespace, file: string, mode: string): Promise<number> {
  const receiver = captureProgram(fandumpCommand(['-i', `vb:fanout=${mode}:fanout_id=7`, '--count']));
  let elapsed = 0;
  await receive(namespace, receiver, () => {
    const start = performance.now();
    const args = `--interface va --file ${file} --count ${frames} --bypass 1`;
    namespace.sh(`exec taskset --cpu-list ${senderProcessor} ${toolPath('send-frames')} ${args}`);
    elapsed = performance.now() - start;
  });
  return (elapsed * 1e6) / frames;
}
