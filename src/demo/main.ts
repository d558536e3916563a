/**
 * What `npm start` shows without arguments: a built-in capture sent through a real VXLAN tunnel over loopback to the real
 * command, which prints and saves it. Needs no privilege.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { builtInCapture } from './capture';
import { nextSteps, thisHost } from './next-steps';
import { Receiver } from './receiver';
import { demoVni, freePort, loopback, replay } from './tunnel';

/** RFC 7348 section 5. */
const vxlanPort = 4789;
const openLimit = 10_000;
const endLimit = 5_000;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function demonstrate(): Promise<number> {
  const fandump = join(__dirname, '..', 'bin', 'fandump.js');
  const savefile = join(mkdtempSync(join(tmpdir(), 'fandump-demo-')), 'demo.pcap');
  const frames = builtInCapture();
  const port = await freePort(vxlanPort);
  if (port !== vxlanPort) say(`demo: UDP port ${vxlanPort} is in use here, taking ${port}`);
  const args = ['-nn', '-i', `udp::${loopback}:${port}`, '-w', savefile, '--print', '-c', String(frames.length)];
  say(`demo: fandump ${args.join(' ')}`);
  say(`demo: ${frames.length} packets of a small built-in capture come through a VXLAN tunnel, VNI ${demoVni}`);

  const receiver = new Receiver(fandump, args);
  const stop = () => receiver.stop();
  process.once('SIGTERM', stop);
  // From a terminal it reaches the receiver by itself, which closes with its counters.
  process.once('SIGINT', () => {});
  try {
    await receiver.untilListening(openLimit);
    await replay(frames, port);
    const code = await receiver.untilEnded(endLimit);
    if (code !== 0) return code;
  } finally {
    stop();
  }

  say(`\nWritten: ${savefile}. Try next:`);
  const command = `node ${relative(process.cwd(), fandump)}`;
  for (const line of nextSteps(thisHost(), command, savefile)) say(`  ${line}`);
  return 0;
}

demonstrate().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    say(`demo: fandump was to receive the capture on loopback, but ${error.message}`);
    process.exitCode = 1;
  },
);
