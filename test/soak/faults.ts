/** What may happen to a host while it captures on the device vb, whose other end is va. */
import type { Random } from '../fuzz/random';
import type { NetworkNamespace } from '../support/netns';
import { type Program, pause } from '../support/program';

export interface Fault {
  name: string;
  /** Whether packets may be under way meanwhile: each of them is then captured, or counted as dropped. */
  isLoadable: boolean;
  happen(namespace: NetworkNamespace, fandump: Program, random: Random): Promise<void>;
}

/** Longer than fandump takes to see what has become of a device. */
const noticeMilliseconds = 500;
const burst = 200;

export const faults: readonly Fault[] = [
  { name: 'nothing', isLoadable: true, happen: async () => {} },
  {
    name: 'stopped and continued',
    isLoadable: true,
    happen: async (_, fandump, random) => {
      fandump.signal('SIGSTOP');
      await pause(50 + random.below(400));
      fandump.signal('SIGCONT');
    },
  },
  {
    name: 'a burst of signals',
    isLoadable: true,
    happen: async (_, fandump, random) => {
      for (let i = 0; i < burst; i++)
        fandump.signal(random.pick(['SIGUSR1', 'SIGWINCH', 'SIGPIPE', 'SIGCONT'] as const));
    },
  },
  {
    name: 'down and up',
    isLoadable: false,
    happen: async (namespace, _, random) => {
      await pause(noticeMilliseconds);
      namespace.sh('ip link set vb down');
      await pause(random.below(2 * noticeMilliseconds));
      namespace.sh('ip link set vb up');
      await pause(noticeMilliseconds);
    },
  },
  {
    name: 'deleted and made again',
    isLoadable: false,
    happen: async (namespace, _, random) => {
      await pause(noticeMilliseconds);
      namespace.sh('ip link delete vb');
      await pause(noticeMilliseconds + random.below(2 * noticeMilliseconds));
      namespace.addVeth('va', 'vb');
      await pause(2 * noticeMilliseconds);
    },
  },
];
