import { readdirSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { pause } from '../support/program';
import { numberedFrames } from '../support/sample-frames';
import { hexOf, readSavefile } from '../support/savefile';
import { type Scene, test } from '../support/scene';
import { startTcpdump } from '../support/tcpdump';

const names = '%Y%m%d-%H%M%S.pcap';
const attempts = 6;
/** Far from both ends of a second, since tcpdump goes by the time at which it sees a packet, and fandump by the packet's. */
const [earliest, latest] = [250, 750];

/** Returns once the time is so many milliseconds into a second. */
async function intoSecond(milliseconds: number): Promise<void> {
  await pause((1000 + milliseconds - (Date.now() % 1000)) % 1000);
}

/** The packets of each file of the scene whose name begins so, by the rest of the name; empty files are left out. */
function packetsByName(scene: Scene, start: string): [name: string, packets: string[]][] {
  return readdirSync(scene.folder)
    .filter((name) => name.startsWith(start))
    .sort()
    .map((name): [string, string[]] => [
      name.slice(start.length),
      readSavefile(scene.path(name)).packets.map(({ bytes }) => bytes),
    ])
    .filter(([, packets]) => packets.length > 0);
}

interface Recording {
  sent: Uint8Array[];
  ours: [string, string[]][];
  theirs: [string, string[]][];
}

/** Both capture the same bursts, one in each second. undefined: the machine was too busy for its times to tell anything. */
async function record(scene: Scene, seconds: number, attempt: number): Promise<Recording | undefined> {
  const [our, their] = [`ours-${attempt}-`, `theirs-${attempt}-`];
  await intoSecond(0);
  const begun = Math.floor(Date.now() / 1000);
  const rotation = ['-G', String(seconds)];
  const [fandump, tcpdump] = await Promise.all([
    scene.fandump(['-i', 'vb', ...rotation, '-w', scene.path(our + names)]),
    startTcpdump(scene.namespace, ['-i', 'vb', ...rotation, '-w', scene.path(their + names)]).then((program) =>
      scene.keep(program),
    ),
  ]);
  let inTime = Math.floor(Date.now() / 1000) === begun;
  const sent: Uint8Array[] = [];
  for (let burst = 0; burst < 5 && inTime; burst++) {
    await intoSecond(earliest);
    const frames = numberedFrames(20, 100 + burst);
    scene.sendFrames('va', frames);
    sent.push(...frames);
    inTime = Date.now() % 1000 < latest;
  }
  await pause(200);
  await Promise.all([fandump.interrupt(), tcpdump.interrupt()]);
  return inTime ? { sent, ours: packetsByName(scene, our), theirs: packetsByName(scene, their) } : undefined;
}

describe('-G', () => {
  for (const seconds of [1, 2]) {
    test(`${seconds} has the packets in the files, and the files by the names, that tcpdump has`, async ({
      scene,
      skip,
    }) => {
      scene.namespace.addVeth('va', 'vb');
      let recording: Recording | undefined;
      for (let attempt = 0; attempt < attempts && recording === undefined; attempt++) {
        recording = await record(scene, seconds, attempt);
      }
      if (recording === undefined) return skip('this machine is too busy to tell one second from the next');
      const { sent, ours, theirs } = recording;
      expect(ours).toEqual(theirs);
      expect(ours.length).toBeGreaterThanOrEqual(5 / seconds);
      expect(ours.flatMap(([, packets]) => packets)).toEqual(hexOf(sent));
    }, 60_000);
  }
});
