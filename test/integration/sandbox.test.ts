import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { fandumpCommand, testEnvironment } from '../support/fandump';
import { Program } from '../support/program';
import { sampleFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { test } from '../support/scene';
import { threadStatus } from '../support/thread-status';

const noCapabilities = '0000000000000000';
const filtered = '2';

describe('once everything is open', () => {
  test('no thread has a capability, and each has no_new_privs and the filter', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '--print', '-w', scene.path('x.pcap')]);
    for (const set of ['CapPrm', 'CapEff', 'CapInh', 'CapAmb']) {
      expect(new Set(threadStatus(fandump.pid, set))).toEqual(new Set([noCapabilities]));
    }
    expect(new Set(threadStatus(fandump.pid, 'NoNewPrivs'))).toEqual(new Set(['1']));
    expect(new Set(threadStatus(fandump.pid, 'Seccomp'))).toEqual(new Set([filtered]));
  });

  test('--no-sandbox leaves the filter out, and capabilities are dropped all the same', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'lo', '--no-sandbox']);
    expect(new Set(threadStatus(fandump.pid, 'Seccomp'))).toEqual(new Set(['0']));
    expect(new Set(threadStatus(fandump.pid, 'CapEff'))).toEqual(new Set([noCapabilities]));
  });

  test('names are still looked up, packets saved and printed', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-v', '--print', '-w', scene.path('all.pcap')]);
    scene.sendFrames('va', sampleFrames);
    const { code } = await fandump.interrupt();
    expect(code).toBe(0);
    expect(savedBytes(scene.path('all.pcap'))).toEqual(hexOf(sampleFrames));
  });
});

describe('-Z', () => {
  test('a user that does not exist is refused before anything is opened', async ({ scene }) => {
    const { command, args } = fandumpCommand(['-i', 'lo', '-Z', 'no-such-user', '-w', scene.path('x.pcap')]);
    const line = { command: 'unshare', args: ['--user', '--map-root-user', '--net', command, ...args] };
    const { code, stderr } = await Program.start(line, { env: testEnvironment }).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/-Z no-such-user: there is no such user/);
  });

  test("root of a user namespace without anybody else stays root, and the kernel's only", async ({ scene }) => {
    const { command, args } = fandumpCommand(['-i', 'lo', '--count']);
    const shell = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh', command, ...args];
    const line = { command: 'unshare', args: ['--user', '--map-root-user', '--net', ...shell] };
    const fandump = scene.keep(Program.start(line, { env: testEnvironment }));
    await fandump.says(/listening on/);
    expect(fandump.stderr).toBe(
      'fandump: listening on lo, link-type EN10MB (Ethernet), snapshot length 262144 bytes\n',
    );
    expect(new Set(threadStatus(fandump.pid, 'CapEff'))).toEqual(new Set([noCapabilities]));
  });

  test('root becomes that user in every thread and writes where only root can create', async ({ scene, skip }) => {
    if (process.getuid?.() !== 0) skip('needs root outside of a user namespace');
    mkdirSync(scene.path('roots'));
    chmodSync(scene.path('roots'), 0o700);
    const file = scene.path('roots/x.pcap');
    const { command, args } = fandumpCommand(['-i', 'lo', '-U', '-Z', 'daemon', '-w', file]);
    const shell = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh', command, ...args];
    const fandump = scene.keep(
      Program.start({ command: 'unshare', args: ['--net', ...shell] }, { env: testEnvironment }),
    );
    await fandump.says(/listening on/);
    const daemon = statSync(file).uid;
    expect(daemon).not.toBe(0);
    expect(new Set(threadStatus(fandump.pid, 'Uid'))).toEqual(new Set([Array(4).fill(daemon).join('\t')]));
    expect(new Set(threadStatus(fandump.pid, 'Groups'))).toEqual(new Set(['']));
    expect(new Set(threadStatus(fandump.pid, 'CapPrm'))).toEqual(new Set([noCapabilities]));
    expect((await fandump.interrupt()).code).toBe(0);
  });
});
