import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { ethernet, ipv4, udp } from '../../src/frames/frames';
import { writePcap } from '../support/pcap-writer';
import { Program, pause } from '../support/program';
import { type Scene, test } from '../support/scene';
import { projectRoot } from '../support/tool-path';

const payload = Buffer.from('hello');
const tables = {
  'resolv.conf': 'nameserver 127.0.0.1\n',
  hosts: '127.0.0.1 localhost\n',
  services: 'discard 9/udp\n',
};

/**
 * A shell line that runs "$@" with the tables above in the place of the host's, of which it may lack some: in an /etc
 * whose other entries are links.
 */
function withTables(scene: Scene): string {
  const [host, own] = [scene.path('host-etc'), scene.path('etc')];
  rmSync(own, { recursive: true, force: true });
  for (const folder of [host, own]) mkdirSync(folder, { recursive: true });
  for (const name of readdirSync('/etc')) {
    if (!(name in tables)) symlinkSync(join(host, name), join(own, name));
  }
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(own, name), text);
  return `exec unshare --mount sh -c 'mount --rbind /etc ${host} && mount --bind ${own} /etc && exec "$@"' sh "$@"`;
}

async function listen(scene: Scene, args: string[]): Promise<Program> {
  const fandump = scene.shell(withTables(scene), ['-i', 'lo', '-Q', 'in', '-t', '-l', ...args, 'udp', 'port', '9']);
  await fandump.says(/listening on/);
  return fandump;
}

/** `name`: what it answers; none: it keeps silent. */
async function startNameServer(scene: Scene, name: string[]): Promise<Program> {
  const args = [join(projectRoot, 'test/support/name-server.cjs'), ...name];
  const server = scene.keep(Program.start(scene.namespace.commandLine(process.execPath, args)));
  await server.says(/ready/);
  return server;
}

const send = (scene: Scene, to: string) => scene.sendDatagrams(to, 9, [payload], { sourcePort: 5000 });

/** Milliseconds for which a server that keeps silent is waited for at least: two tries of two seconds, less a margin. */
const patience = 3000;

describe('names on live packets', () => {
  test("of the host's tables are in the first line", async ({ scene }) => {
    await startNameServer(scene, []);
    const fandump = await listen(scene, []);
    send(scene, '127.0.0.1');
    const { stdout } = await fandump.interrupt();
    expect(stdout.toString()).toContain('IP localhost.5000 > localhost.discard: UDP, length 5\n');
  });

  test('of a name server appear once the answer is there, and the packet before is not held up', async ({ scene }) => {
    const server = await startNameServer(scene, ['mirror.example.org']);
    const fandump = await listen(scene, []);
    send(scene, '127.0.0.2');
    await fandump.prints(/127\.0\.0\.2\.discard/);
    await server.prints(/2\.0\.0\.127\.in-addr\.arpa/);
    await pause(200);
    send(scene, '127.0.0.2');
    await fandump.prints(/> mirror\.example\.org\.discard/);
    await fandump.interrupt();
    expect(server.stdout.toString().match(/2\.0\.0\.127/g)).toHaveLength(1);
  });

  test('are shortened by -N', async ({ scene }) => {
    await startNameServer(scene, ['mirror.example.org']);
    const fandump = await listen(scene, ['-N']);
    send(scene, '127.0.0.2');
    await fandump.prints(/127\.0\.0\.2/);
    await pause(200);
    send(scene, '127.0.0.2');
    await fandump.prints(/> mirror\.discard/);
  });

  test('that would act upon a terminal are never printed', async ({ scene }) => {
    await startNameServer(scene, ['\x1b]0;owned\x07.example']);
    const fandump = await listen(scene, []);
    for (let i = 0; i < 2; i++) {
      send(scene, '127.0.0.2');
      await pause(200);
    }
    const { stdout } = await fandump.interrupt();
    expect(stdout.toString('latin1')).toMatch(/^(IP \S+ > 127\.0\.0\.2\.discard: UDP, length 5\n){2}/);
    expect(stdout.toString('latin1')).not.toMatch(/[^\n -~]/);
  });

  test('that no server tells do not hold up the end', async ({ scene }) => {
    const server = await startNameServer(scene, []);
    const fandump = await listen(scene, []);
    send(scene, '127.0.0.2');
    await server.prints(/2\.0\.0\.127/);
    const before = Date.now();
    const { code, stdout } = await fandump.interrupt();
    expect(code).toBe(0);
    expect(Date.now() - before).toBeLessThan(patience);
    expect(stdout.toString()).toContain('> 127.0.0.2.discard');
  });

  test('are not asked for at -n', async ({ scene }) => {
    const server = await startNameServer(scene, ['mirror.example.org']);
    const fandump = await listen(scene, ['-n']);
    send(scene, '127.0.0.2');
    await fandump.prints(/127\.0\.0\.2\.9:/);
    await pause(200);
    await fandump.interrupt();
    expect(server.stdout.toString()).toBe('');
  });

  test('of foreign networks are not asked for at -f', async ({ scene }) => {
    scene.namespace.sh('ip addr add 192.0.2.1/32 dev lo');
    const server = await startNameServer(scene, ['mirror.example.org']);
    const fandump = await listen(scene, ['-f']);
    send(scene, '192.0.2.1');
    await fandump.prints(/> 192\.0\.2\.1\.discard/);
    await pause(200);
    await fandump.interrupt();
    expect(server.stdout.toString()).not.toContain('192');
  });
});

describe('names in a savefile', () => {
  test('of the tables are known from the first packet on, as tcpdump has them', async ({ scene }) => {
    const frames = ['127.0.0.1', '192.0.2.1'].map((destination) =>
      ethernet({}, ipv4({ source: '127.0.0.1', destination }, udp({ sourcePort: 9, destinationPort: 9999 }, payload))),
    );
    writePcap(scene.path('local.pcap'), frames);
    const args = ['-t', '-v', '-r', scene.path('local.pcap')];
    const ours = await scene.shell(withTables(scene), args).ended();
    const line = scene.namespace.commandLine('sh', ['-c', withTables(scene), 'sh', 'tcpdump', ...args]);
    const theirs = await scene.keep(Program.start(line)).ended();
    expect(ours.code).toBe(0);
    expect(ours.stdout.toString()).toContain('localhost.discard > 192.0.2.1.9999: ');
    expect(ours.stdout.toString()).toBe(theirs.stdout.toString());
  });
});
