import { NetworkNamespace } from '../test/support/netns';
import { toolPath } from '../test/support/tool-path';
import { senderProcessor } from './receiver';

/** Frames of one size at one rate. */
export interface RingLoad {
  frames: number;
  framesPerSecond: number;
  /** Bytes without frame check sequence. */
  frameSize: number;
}

// Near what one processor can send over veth, so that every receiver gets the same and none gets less.
const smallFrames: RingLoad = { frames: 1_000_000, framesPerSecond: 500_000, frameSize: 64 };
const flows = 1000;

/** A namespace with a veth pair, and the load that every receiver on vb gets. Closed after use. */
export async function withRingLoad<T>(
  use: (namespace: NetworkNamespace, load: () => void) => Promise<T>,
  load = smallFrames,
): Promise<T> {
  const namespace = await NetworkNamespace.create();
  try {
    namespace.addVeth('va', 'vb');
    return await use(namespace, () => send(namespace, load));
  } finally {
    await namespace.close();
  }
}

function send(namespace: NetworkNamespace, { frames, framesPerSecond, frameSize }: RingLoad): void {
  const args = `--interface va --size ${frameSize} --flows ${flows} --count ${frames} --rate ${framesPerSecond} --bypass 1`;
  namespace.sh(`exec taskset --cpu-list ${senderProcessor} ${toolPath('send-frames')} ${args}`);
}
