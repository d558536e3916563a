import { statSync } from 'node:fs';
import { fandumpCommand } from '../test/support/fandump';
import type { CommandLine, NetworkNamespace } from '../test/support/netns';
import { type Receiver, receive } from './receiver';
import type { RingLoad } from './ring-load';

/** pcap-savefile(5). */
const fileHeader = 24;
const recordHeader = 16;
const hasBegun = /listening on|^Capturing on|^Running!/m;

/** A program that writes what it captures on vb to a pcap file. */
export interface FileWriter {
  name: string;
  line(file: string): CommandLine;
  /** It locks its ring in memory, which a user namespace does not allow. */
  onHost?: boolean;
}

/** The programs that people write captures with, as they do it by default. */
export const fileWriters: FileWriter[] = [
  { name: 'fandump', line: (file) => fandumpCommand(['-i', 'vb', '-Z', 'root', '-w', file]) },
  { name: 'tcpdump', line: (file) => ({ command: 'tcpdump', args: ['-i', 'vb', '-Z', 'root', '-w', file] }) },
  { name: 'dumpcap', line: (file) => ({ command: 'dumpcap', args: ['-q', '-P', '-i', 'vb', '-w', file] }) },
  {
    name: 'netsniff-ng',
    // It says on standard output that it runs, and into a pipe only at the end.
    line: (file) => ({
      command: 'sh',
      args: ['-c', 'exec stdbuf -oL netsniff-ng --in vb --out "$0" --silent >&2', file],
    }),
    onHost: true,
  },
];

/** What a load has become in files. */
export interface Written {
  /** Processor time of all threads for each packet there, in nanoseconds. */
  nanoseconds: number;
  /** Of the packets sent, which share is not there. */
  loss: number;
}

/**
 * Runs a program under a load that `send` sends. The packets are counted in its files, which hold nothing but frames of
 * one size: every program counts others of its own.
 */
export async function writtenUnder(
  namespace: NetworkNamespace,
  { frames, frameSize }: RingLoad,
  send: () => void,
  { line, onHost }: Pick<Receiver, 'line' | 'onHost'>,
  files: () => string[],
): Promise<Written> {
  let packets = 0;
  const count = () => {
    const bytes = files().reduce((sum, file) => sum + statSync(file).size - fileHeader, 0);
    packets = bytes / (recordHeader + frameSize);
    return packets;
  };
  const { nanosecondsPerPacket } = await receive(namespace, { line, onHost, ready: hasBegun, packets: count }, send);
  return { nanoseconds: nanosecondsPerPacket, loss: 1 - packets / frames };
}
