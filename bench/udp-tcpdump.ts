import { closingLines } from '../test/support/closing-lines';
import { fandumpCommand } from '../test/support/fandump';
import type { CommandLine, NetworkNamespace } from '../test/support/netns';
import { type Figure, median } from './figure';
import { childrenNanoseconds } from './processor-time';
import { captureProgram, receive } from './receiver';
import { besideRow, type Row, shareRow } from './table';
import { type OfferUdpLoad, withUdpLoad } from './udp-load';

const rounds = 5;
const load = { datagrams: 300_000, datagramsPerSecond: 150_000 };
const mostLoss = 0.001;

interface Contestant {
  name: string;
  line: CommandLine;
  /** The kernel itself ends the tunnel: otherwise there would be nobody whom the datagrams are for. */
  onDevice: boolean;
}

const contestants: Contestant[] = [
  { name: 'fandump', line: fandumpCommand(['-i', 'udp::127.0.0.1:4789', '-w', '/dev/null']), onDevice: false },
  { name: 'tcpdump on vxlan', line: tcpdump(['-i', 'vx0']), onDevice: true },
  { name: 'tcpdump outside', line: tcpdump(['-i', 'lo', '-Q', 'in', 'udp dst port 4789']), onDevice: true },
];

/**
 * Writing what is in VXLAN beside tcpdump, which gets it from the kernel's vxlan device, or with its tunnel around. Over
 * loopback the kernel receives on the sender's time, and for a packet socket it does nearly all there: what a datagram
 * costs is that of sender and receiver together.
 */
export const udpTcpdump: Figure = {
  name: 'udp-tcpdump',
  measure: () =>
    withUdpLoad(async (namespace, offer) => {
      const times: number[][] = contestants.map(() => []);
      const losses: number[][] = contestants.map(() => []);
      for (let round = 0; round < rounds; round++) {
        for (const [index, contestant] of contestants.entries()) {
          const { nanoseconds, loss } = await run(namespace, contestant, offer);
          times[index].push(nanoseconds);
          losses[index].push(loss);
        }
      }
      const [ourTime, ...theirTimes] = times.map(median);
      const [ourLoss, ...theirLosses] = losses.map(median);
      return contestants
        .slice(1)
        .flatMap(({ name }, index): Row[] => [
          besideRow('-w, udp, 108 B, CPU sending and receiving one', 'ns', ourTime, theirTimes[index], name),
          shareRow('the same, datagrams lost at 150 k/s', ourLoss, theirLosses[index], name, mostLoss),
        ]);
    }),
};

function tcpdump(args: string[]): CommandLine {
  return { command: 'tcpdump', args: ['-n', '-w', '/dev/null', ...args] };
}

async function run(
  namespace: NetworkNamespace,
  { line, onDevice }: Contestant,
  offer: OfferUdpLoad,
): Promise<{ nanoseconds: number; loss: number }> {
  // VNI 1 is that of the load.
  if (onDevice) namespace.sh('ip link add vx0 type vxlan id 1 dstport 4789 local 127.0.0.1 && ip link set vx0 up');
  try {
    let sending = 0;
    const { nanosecondsPerPacket, outcome } = await receive(namespace, captureProgram(line), () => {
      const before = childrenNanoseconds();
      offer(load);
      sending = (childrenNanoseconds() - before) / load.datagrams;
    });
    const { captured } = closingLines(outcome.stderr);
    // What the kernel sends on a new device by itself is captured, too.
    return { nanoseconds: sending + nanosecondsPerPacket, loss: Math.max(0, 1 - captured / load.datagrams) };
  } finally {
    if (onDevice) namespace.sh('ip link delete vx0');
  }
}
