import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { pause } from '../support/program';
import { numberedFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { test } from '../support/scene';

const ticksPerSecond = 100;

/** User and system time of a process in seconds (proc(5), fields 14 and 15 of stat). */
function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** The least of what a process used in a second; others are looked at only while it is more than `enough`. */
async function leastProcessorSeconds(pid: number, enough: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 5 && least > enough; tries++) {
    const start = processorSeconds(pid);
    await pause(1000);
    least = Math.min(least, processorSeconds(pid) - start);
  }
  return least;
}

describe('an interface whose name has control characters', () => {
  const name = 'e\x1b[31m\u009b';

  test('is captured from, and no message has them raw', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    scene.namespace.sh(`ip link set vb down; ip link set vb name '${name}'; ip link set '${name}' up`);
    const fandump = await scene.fandump(['-i', name, '--count', '--stats', '100msec']);
    await fandump.says(/packets\/s/);
    scene.namespace.sh(`ip link del va`);
    const { stderr } = await fandump.ended();
    expect(stderr.toString()).toContain('listening on e\\x1b[31m\\x9b, link-type');
    for (const raw of ['\x1b', '\u009b']) expect(stderr.toString()).not.toContain(raw);
  });
});

describe('an interface that goes away', () => {
  const before = numberedFrames(5);
  const after = numberedFrames(7, 100);

  test('capture resumes when it comes up again', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-w', scene.path('both.pcap')]);
    scene.sendFrames('va', before);
    scene.namespace.sh('ip link set vb down');
    await fandump.says(/vb.*down/);
    scene.namespace.sh('ip link set vb up');
    await fandump.says(/vb.*up/);
    scene.sendFrames('va', after);
    expect((await fandump.interrupt()).code).toBe(0);
    expect(savedBytes(scene.path('both.pcap'))).toEqual(hexOf([...before, ...after]));
  });

  test('waiting for it costs no processor time', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '--count']);
    scene.namespace.sh('ip link set vb down');
    await fandump.says(/vb.*down/);
    const few = 0.05;
    expect(await leastProcessorSeconds(fandump.pid, few)).toBeLessThanOrEqual(few);
  });

  test('deletion ends the capture with exit code 1 and everything captured intact', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-w', scene.path('before.pcap')]);
    scene.sendFrames('va', before);
    scene.namespace.sh('ip link delete vb');
    const { code, stderr } = await fandump.ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/vb/);
    expect(savedBytes(scene.path('before.pcap'))).toEqual(hexOf(before));
  });

  test('deletion of one of several ends the capture of all', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    scene.namespace.addVeth('vc', 'vd');
    const fandump = await scene.fandump(['-i', 'vb', '-i', 'vd', '-w', scene.path('both.pcap')]);
    scene.sendFrames('vc', before);
    scene.namespace.sh('ip link del vb');
    const { code, stderr } = await fandump.ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/interface vb disappeared/);
    expect(savedBytes(scene.path('both.pcap'))).toEqual(hexOf(before));
  });

  test('one that is down at the start is refused with the command that brings it up', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    scene.namespace.sh('ip link set vb down');
    const { code, stderr } = await scene.start(['-i', 'vb', '--count']).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/vb.*down/);
    expect(stderr).toMatch(/ip link set.*vb up/);
  });
});
