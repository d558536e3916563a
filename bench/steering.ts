import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fandumpCommand } from '../test/support/fandump';
import { NetworkNamespace } from '../test/support/netns';
import { toolPath } from '../test/support/tool-path';
import { feedNames, writeFeed } from './feeds';
import { type Figure, interleaved } from './figure';
import { captureProgram, receive, senderProcessor } from './receiver';
import { type Row, ratioRow } from './table';

const rounds = 5;
const target = 1.3;
const frames = 400_000;

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
      for (const name of feedNames) {
        const file = join(folder, `${name}.pcap`);
        writeFeed(file, name);
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
