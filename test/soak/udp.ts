/**
 * Datagrams in bursts, every tenth of which is larger than the receive buffer: at the end each datagram that was sent has
 * been received or was counted as lost.
 *
 * The sender hands datagrams over in messages of a fixed number (UDP_SEGMENT). With gro=on the kernel keeps them
 * together up to the socket, and what it counts there, in sk_drops as in RcvbufErrors, are messages; with gro=off it
 * counts datagrams. Fields of netstat's line IpExt count datagrams in both cases, before the socket.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vxlan } from '../../src/frames/frames';
import { closingLines } from '../support/closing-lines';
import { startFandump } from '../support/fandump';
import { NetworkNamespace } from '../support/netns';
import { writePcap } from '../support/pcap-writer';
import { type Program, pause } from '../support/program';
import { numberedFrames } from '../support/sample-frames';
import { toolPath } from '../support/tool-path';

export interface UdpSoakOptions {
  datagrams: number;
  gro: 'on' | 'off';
}

const segments = 50;
const burst = 500_000;
/** A burst that the receiver can keep up with. */
const datagramsPerSecond = { on: 2_000_000, off: 400_000 };
const overflowEach = 10;
const innerLength = 72;
const settleMilliseconds = 500;

/** Returns the exit status. */
export async function soakUdp({ datagrams, gro }: UdpSoakOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'fandump-soak-'));
  const namespace = await NetworkNamespace.create();
  let running: Program | undefined;
  try {
    const file = join(folder, 'payloads.pcap');
    writePcap(
      file,
      numberedFrames(100, innerLength).map((frame) => vxlan({ vni: 1 }, frame)),
    );
    const fandump = await startFandump(namespace, ['-i', `udp::127.0.0.1:4789:gro=${gro}`, '--count']);
    running = fandump;
    const sent = await sendBursts(namespace, fandump, file, { datagrams, gro });
    await pause(settleMilliseconds);
    const arrived = arrivedDatagrams(namespace);
    const bufferFull = receiveBufferErrors(namespace);
    const { stderr } = await fandump.interrupt();
    const { captured, droppedByKernel } = closingLines(stderr);
    const perDrop = gro === 'on' ? segments : 1;
    const lost = droppedByKernel * perDrop;
    console.log(`gro=${gro}: ${sent} sent in messages of ${segments}, ${arrived} arrived, ${captured} received`);
    console.log(`dropped by kernel: ${droppedByKernel} times ${perDrop}, that is ${lost}; RcvbufErrors: ${bufferFull}`);
    const unaccounted = sent - captured - lost;
    console.log(unaccounted === 0 ? 'every datagram is accounted for' : `FAILED: ${unaccounted} unaccounted for`);
    return unaccounted === 0 && arrived === sent && bufferFull === droppedByKernel && lost > 0 ? 0 : 1;
  } finally {
    await running?.kill();
    await namespace.close();
    rmSync(folder, { recursive: true });
  }
}

/** Returns how many datagrams were sent. */
async function sendBursts(
  namespace: NetworkNamespace,
  fandump: Program,
  file: string,
  { datagrams, gro }: UdpSoakOptions,
): Promise<number> {
  let sent = 0;
  for (let number = 1; sent < datagrams; number++) {
    const isOverBuffer = number % overflowEach === 0;
    // Nobody takes anything out of the buffer meanwhile.
    if (isOverBuffer) fandump.signal('SIGSTOP');
    const count = Math.min(burst, datagrams - sent);
    const args = `--to 127.0.0.1 --file ${file} --count ${count} --segments ${segments} --rate ${datagramsPerSecond[gro]}`;
    const output = namespace.sh(`exec ${toolPath('send-udp')} ${args}`);
    sent += Number(/^sent=(\d+)/.exec(output)?.[1]);
    if (isOverBuffer) fandump.signal('SIGCONT');
    if (isOverBuffer) console.log(`${number} bursts, ${sent} datagrams sent`);
    await pause(0);
  }
  return sent;
}

/** IPv4 packets of this namespace that came in, by their marks for congestion; of aggregates each datagram counts. */
function arrivedDatagrams(namespace: NetworkNamespace): number {
  const counters = namespaceCounters(namespace, '/proc/net/netstat', 'IpExt');
  return ['InNoECTPkts', 'InECT0Pkts', 'InECT1Pkts', 'InCEPkts'].reduce((sum, name) => sum + counters(name), 0);
}

function receiveBufferErrors(namespace: NetworkNamespace): number {
  return namespaceCounters(namespace, '/proc/net/snmp', 'Udp')('RcvbufErrors');
}

/** A line of names and one of values, which begin with the same word (proc_pid_net(5)). */
function namespaceCounters(namespace: NetworkNamespace, file: string, title: string): (name: string) => number {
  const lines = namespace.sh(`cat ${file}`).split('\n');
  const [names, values] = lines.filter((line) => line.startsWith(`${title}:`)).map((line) => line.split(' '));
  return (name) => Number(values[names.indexOf(name)]);
}
