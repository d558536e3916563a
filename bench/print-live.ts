import { join } from 'node:path';
import { closingLines } from '../test/support/closing-lines';
import { fandumpCommand } from '../test/support/fandump';
import { NetworkNamespace } from '../test/support/netns';
import { toolPath } from '../test/support/tool-path';
import { withCapture } from './capture-file';
import { type Figure, interleaved } from './figure';
import { captureProgram, receive, senderProcessor, writingTo } from './receiver';
import { limitRow, ratioRow } from './table';
import { mixedTraffic } from './traffic';

const rounds = 3;
const framesPerSecond = 200_000;
const frames = 1_000_000;
/** Frames in memory at the sender, sent again and again. */
const differentFrames = 50_000;
/** tcpdump's own default. */
const ringKibibytes = '2048';

/** Printing what comes in on a veth device to a file, beside tcpdump with the same ring. */
export const printLive: Figure = {
  name: 'print-live',
  measure: () =>
    withCapture({ ...mixedTraffic, packets: differentFrames }, async (path) => {
      const namespace = await NetworkNamespace.create();
      try {
        namespace.addVeth('va', 'vb');
        const load = () => send(namespace, path);
        const args = ['-nn', '-i', 'vb', '-B', ringKibibytes];
        const text = join(path, '..', 'text');
        const fandump = captureProgram(writingTo(text, fandumpCommand(args)));
        const tcpdump = captureProgram(writingTo(text, { command: 'tcpdump', args }));
        const lost = { fandump: 0, tcpdump: 0 };
        const receiveWith = (program: keyof typeof lost, receiver: typeof fandump) => async () => {
          const { nanosecondsPerPacket, outcome } = await receive(namespace, receiver, load);
          lost[program] += frames - closingLines(outcome.stderr).captured;
          return nanosecondsPerPacket;
        };
        const [ours, theirs] = await interleaved(rounds, [
          receiveWith('fandump', fandump),
          receiveWith('tcpdump', tcpdump),
        ]);
        const lostRow = limitRow('-nn to a file, veth, 200 k/s, 2 MiB ring: lost', 'packets', lost.fandump, 0);
        return [
          { ...lostRow, theirs: `${lost.tcpdump} packets tcpdump` },
          ratioRow('the same, CPU per packet', 'ns', ours, theirs, 'tcpdump', 1),
        ];
      } finally {
        await namespace.close();
      }
    }),
};

function send(namespace: NetworkNamespace, path: string): void {
  const args = `--interface va --file ${path} --count ${frames} --rate ${framesPerSecond} --bypass 1`;
  namespace.sh(`exec taskset --cpu-list ${senderProcessor} ${toolPath('send-frames')} ${args}`);
}
