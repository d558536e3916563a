import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { fandumpCommand, testEnvironment } from '../support/fandump';
import { Program } from '../support/program';
import { numberedFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';
import { threadStatus } from '../support/thread-status';

const noCapabilities = '0000000000000000';
const filtered = '2';

/** Complete files of a folder, in order. */
function complete(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.part'))
    .sort();
}

/** What threads of a process have in this field, each value once. */
function valuesOf(program: Program, field: string): string[] {
  return [...new Set(threadStatus(program.pid, field))];
}

/** The process's children and theirs, without zombies. */
function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').flatMap((child) => [Number(child), ...descendants(Number(child))]);
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** fandump of the host's root on a loopback of its own, and a folder where nobody but root may write. */
async function rootsFandump(scene: Scene, args: string[]): Promise<{ fandump: Program; folder: string }> {
  const folder = scene.path('roots');
  mkdirSync(folder);
  chmodSync(folder, 0o700);
  const { command, args: words } = fandumpCommand(['-i', 'lo', '-w', `${folder}/g-%s`, ...args]);
  const shell = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh', command, ...words];
  const fandump = scene.keep(
    Program.start({ command: 'unshare', args: ['--net', ...shell] }, { env: testEnvironment }),
  );
  await fandump.says(/listening on/);
  return { fandump, folder };
}

describe('while files follow each other', () => {
  test('no thread has a capability, each has the filter, and no packet is lost', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-C', '64k', '-w', scene.path('x')]);
    const frames = numberedFrames(1000, 1000);
    scene.sendFrames('va', frames, { rate: 2000 });
    await expect.poll(() => complete(scene.folder).filter((name) => name.startsWith('x')).length).toBeGreaterThan(3);
    expect(valuesOf(fandump, 'CapEff')).toEqual([noCapabilities]);
    expect(valuesOf(fandump, 'CapPrm')).toEqual([noCapabilities]);
    expect(valuesOf(fandump, 'Seccomp')).toEqual([filtered]);
    const { code, stderr } = await fandump.interrupt();
    expect(stderr).not.toMatch(/keeper/);
    expect(code).toBe(0);
    const files = complete(scene.folder).filter((name) => name.startsWith('x'));
    files.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
    expect(files.flatMap((name) => savedBytes(scene.path(name)))).toEqual(hexOf(frames));
  });

  test('each worker has files of its own', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const file = scene.path('w%w.pcap');
    const fandump = await scene.fandump(['-i', 'vb:workers=2', '-C', '16k', '-W', '99', '-w', file]);
    const frames = numberedFrames(200, 1000);
    scene.sendFrames('va', frames);
    expect((await fandump.interrupt()).code).toBe(0);
    const files = complete(scene.folder).filter((name) => name.startsWith('w'));
    expect(files).toContain('w0.pcap00');
    expect(files).toContain('w1.pcap00');
    expect(files.flatMap((name) => savedBytes(scene.path(name))).sort()).toEqual(hexOf(frames).sort());
  });

  test('--no-sandbox leaves the filter out', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'lo', '-G', '1', '--no-sandbox', '-w', scene.path('x-%s')]);
    await expect.poll(() => complete(scene.folder).length, { timeout: 5000 }).toBeGreaterThan(1);
    expect(valuesOf(fandump, 'Seccomp')).toEqual(['0']);
    expect((await fandump.interrupt()).code).toBe(0);
  });

  test('a folder that vanishes ends the capture with one line', async ({ scene }) => {
    mkdirSync(scene.path('d'));
    const fandump = await scene.fandump(['-i', 'lo', '-G', '1', '-w', scene.path('d/x-%s')]);
    scene.namespace.sh(`rm -r ${scene.path('d')}`);
    const { code, stderr } = await fandump.ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/d\/x-\d+\.part: (was deleted|No such file)/);
  });
});

describe('root', () => {
  test('becomes the user of -Z, whose files come to lie where only root may write', async ({ scene, skip }) => {
    if (process.getuid?.() !== 0) skip('needs root outside of a user namespace');
    const { fandump, folder } = await rootsFandump(scene, ['-G', '1', '-Z', 'daemon']);
    await expect.poll(() => complete(folder).length, { timeout: 8000 }).toBeGreaterThan(1);
    const daemon = statSync(`${folder}/${complete(folder)[1]}`).uid;
    expect(daemon).not.toBe(0);
    expect(valuesOf(fandump, 'Uid')).toEqual([Array(4).fill(daemon).join('\t')]);
    expect(valuesOf(fandump, 'CapPrm')).toEqual([noCapabilities]);
    expect(valuesOf(fandump, 'Seccomp')).toEqual([filtered]);
    expect((await fandump.interrupt()).code).toBe(0);
    expect(readdirSync(folder)).toEqual(complete(folder));
    for (const name of readdirSync(folder)) {
      expect(statSync(`${folder}/${name}`)).toMatchObject({ uid: daemon, mode: 0o100640 });
    }
  });

  test('becomes nobody without -Z, and the files stay its own', async ({ scene, skip }) => {
    if (process.getuid?.() !== 0) skip('needs root outside of a user namespace');
    const { fandump, folder } = await rootsFandump(scene, ['-G', '1']);
    await expect.poll(() => complete(folder).length, { timeout: 8000 }).toBeGreaterThan(1);
    expect(valuesOf(fandump, 'Uid')).not.toEqual([Array(4).fill(0).join('\t')]);
    expect((await fandump.interrupt()).code).toBe(0);
    for (const name of readdirSync(folder)) expect(statSync(`${folder}/${name}`).uid).toBe(0);
  });

  test('has commands of -z run as that user, and says so where nobody has no right to a file', async ({
    scene,
    skip,
  }) => {
    if (process.getuid?.() !== 0) skip('needs root outside of a user namespace');
    const command = `sh -c 'echo "hook of $(id -un): $0"; test -r "$0"'`;
    const { fandump, folder } = await rootsFandump(scene, ['-z', command]);
    expect(valuesOf(fandump, 'Seccomp')).toEqual([filtered]);
    const { code, stderr } = await fandump.interrupt();
    expect(code).toBe(0);
    const [file] = complete(folder);
    expect(stderr).toContain(`hook of nobody: ${folder}/${file}\n`);
    expect(stderr).toMatch(/-z sh .*: ended with exit code 1; it runs as nobody: -Z USER/);
  });
});

describe('a fandump that is killed', () => {
  test('leaves no process behind', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'lo', '-G', '1', '-z', 'true', '-w', scene.path('x-%s')]);
    const started = descendants(fandump.pid);
    expect(started).toHaveLength(2);
    await fandump.kill();
    await expect.poll(() => started.filter(isAlive)).toEqual([]);
  });
});
