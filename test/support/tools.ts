import { join } from 'node:path';
import type { NetworkNamespace } from './netns';
import { writePcap } from './pcap-writer';
import { Program } from './program';
import { toolPath } from './tool-path';

export interface SendOptions {
  /** Packets per second; as fast as possible unless given. */
  rate?: number;
  /** Packets in all; each once unless given. */
  count?: number;
}

/** Sends frames on an interface of the namespace, in order. Returns how many the kernel took. */
export function sendFrames(
  namespace: NetworkNamespace,
  folder: string,
  networkInterface: string,
  frames: Uint8Array[],
  options: SendOptions = {},
): number {
  const file = join(folder, 'sent-frames.pcap');
  writePcap(file, frames);
  return runSender(namespace, 'send-frames', ['--interface', networkInterface, '--file', file], options);
}

/** Sends UDP payloads to an address; several source ports take turns. Returns how many the kernel took. */
export function sendDatagrams(
  namespace: NetworkNamespace,
  folder: string,
  to: string,
  port: number,
  payloads: Uint8Array[],
  options: SendOptions & { sourcePort?: number; sourcePorts?: number } = {},
): number {
  const file = join(folder, 'sent-payloads.pcap');
  writePcap(file, payloads);
  const args = ['--to', to, '--port', String(port), '--file', file];
  if (options.sourcePort) args.push('--source-port', String(options.sourcePort));
  if (options.sourcePorts) args.push('--source-ports', String(options.sourcePorts));
  return runSender(namespace, 'send-udp', args, options);
}

/** The same in the background, for what must happen while the load lasts. */
export function startSender(
  namespace: NetworkNamespace,
  folder: string,
  networkInterface: string,
  frames: Uint8Array[],
  options: SendOptions = {},
): Program {
  const file = join(folder, 'sent-frames.pcap');
  writePcap(file, frames);
  const args = ['--interface', networkInterface, '--file', file, ...optionWords(options)];
  return Program.start(namespace.commandLine(toolPath('send-frames'), args));
}

function runSender(namespace: NetworkNamespace, tool: string, args: string[], options: SendOptions): number {
  const result = namespace.run(toolPath(tool), [...args, ...optionWords(options)]);
  const sent = /^sent=(\d+)/.exec(result.stdout.toString());
  if (result.status !== 0 || !sent) throw new Error(`${tool} failed: ${result.stderr.toString()}`);
  return Number(sent[1]);
}

function optionWords(options: SendOptions): string[] {
  return [
    ...(options.rate ? ['--rate', String(options.rate)] : []),
    ...(options.count ? ['--count', String(options.count)] : []),
  ];
}
