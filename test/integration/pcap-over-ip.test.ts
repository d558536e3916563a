import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { closingLines } from '../support/closing-lines';
import { writePcap } from '../support/pcap-writer';
import { pause } from '../support/program';
import { sampleFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';

const port = 57012;

/** Why a test that needs the program cannot be made; '': it is there. */
function missing(program: string): string {
  return spawnSync(program, ['--version']).error === undefined ? '' : `${program} is not installed`;
}

const [noTshark, noCapinfos] = ['tshark', 'capinfos'].map(missing);

/** Waits until somebody listens on the port. */
async function listening(scene: Scene): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (scene.namespace.sh(`ss -Hltn 'sport = :${port}'`) !== '') return;
    await pause(10);
  }
  throw new Error(`nobody listens on port ${port}`);
}

function writeInput(scene: Scene): string {
  writePcap(scene.path('in.pcap'), sampleFrames);
  return scene.path('in.pcap');
}

describe('a savefile over TCP', () => {
  for (const address of ['127.0.0.1', '[::1]']) {
    test(`${address}: a reader gets the whole file from a sink that listens`, async ({ scene }) => {
      const server = scene.start(['-r', writeInput(scene), '-w', `tcp::${address}:${port}`]);
      await listening(scene);
      const reader = scene.start(['-i', `tcp+connect::${address}:${port}`, '-w', scene.path('out.pcap')]);
      const { code, stderr } = await reader.ended();
      expect(code).toBe(0);
      expect(closingLines(stderr).captured).toBe(sampleFrames.length);
      expect((await server.ended()).stderr).toMatch(/packets sent on\n1 reader connected/);
      expect(readFileSync(scene.path('out.pcap'))).toEqual(readFileSync(scene.path('in.pcap')));
    });
  }

  test('a source that listens gets the whole file from a sink that connects', async ({ scene }) => {
    const reader = scene.start(['-i', `tcp::0.0.0.0:${port}`, '-w', scene.path('out.pcap')]);
    await listening(scene);
    const sender = scene.start(['-r', writeInput(scene), '-w', `tcp+connect::127.0.0.1:${port}`]);
    expect((await sender.ended()).code).toBe(0);
    const { code, stderr } = await reader.ended();
    expect(code).toBe(0);
    expect(stderr).toMatch(/waiting for a connection to tcp::0\.0\.0\.0:57012/);
    expect(savedBytes(scene.path('out.pcap'))).toEqual(hexOf(sampleFrames));
  });

  test('readers of a capture get what comes after they have connected, in its sandbox and without a right', async ({
    scene,
  }) => {
    const server = scene.startUnprivileged(['-i', 'udp::127.0.0.1:7000:raw', '-w', `tcp::127.0.0.1:${port}`]);
    await server.says(/listening on/);
    scene.sendDatagrams('127.0.0.1', 7000, sampleFrames.slice(0, 2));
    const readers = [0, 1].map((number) =>
      scene.shell(`exec nc 127.0.0.1 ${port} < /dev/null > ${scene.path(`${number}.pcap`)}`),
    );
    await connected(scene, readers.length);
    scene.sendDatagrams('127.0.0.1', 7000, sampleFrames.slice(2, 6));
    const { code, stderr } = await server.interrupt();
    expect(code).toBe(0);
    expect(stderr).toContain('4 packets sent on\n2 packets not sent: nobody was connected\n2 readers connected');
    for (const [number, reader] of readers.entries()) {
      await reader.ended();
      expect(savedBytes(scene.path(`${number}.pcap`))).toEqual(hexOf(sampleFrames.slice(2, 6)));
    }
  });

  test('tcpdump reads it through nc', async ({ scene }) => {
    const server = scene.start(['-r', writeInput(scene), '-w', `tcp::127.0.0.1:${port}`]);
    await listening(scene);
    const script = `nc 127.0.0.1 ${port} < /dev/null | tcpdump -n -r - -Z "$(id -un)" 2>/dev/null | grep -c .`;
    const { stdout } = await scene.shell(script).ended();
    expect((await server.ended()).code).toBe(0);
    expect(Number(stdout.toString())).toBeGreaterThanOrEqual(sampleFrames.length);
  });

  test('tshark reads it by itself', async ({ scene, skip }) => {
    if (noTshark !== '') skip(noTshark);
    const server = scene.start(['-r', writeInput(scene), '-w', `tcp::127.0.0.1:${port}`]);
    await listening(scene);
    const tshark = scene.shell(`exec tshark -n -i TCP@127.0.0.1:${port} 2> /dev/null`);
    expect((await server.ended()).code).toBe(0);
    expect((await tshark.ended()).stdout.toString().trim().split('\n')).toHaveLength(sampleFrames.length);
  });

  test('tshark reads its pcapng by itself', async ({ scene, skip }) => {
    if (noTshark !== '') skip(noTshark);
    const server = scene.start(['-r', writeInput(scene), '--pcapng', '-w', `tcp::127.0.0.1:${port}`]);
    await listening(scene);
    const fields = '-T fields -e frame.interface_name -e frame.len';
    const tshark = scene.shell(`exec tshark -n -i TCP@127.0.0.1:${port} ${fields} 2> /dev/null`);
    expect((await server.ended()).code).toBe(0);
    const lines = (await tshark.ended()).stdout.toString().trim().split('\n');
    expect(lines.map((line) => Number(line.split('\t').at(-1)))).toEqual(sampleFrames.map(({ length }) => length));
  });

  test('pcapng has sources of several link types, and each reader their interfaces', async ({ scene, skip }) => {
    if (noTshark !== '') skip(noTshark);
    const sources = ['-i', 'udp::127.0.0.1:7000:raw', '-i', 'udp::127.0.0.1:7001:raw:dlt=raw'];
    const server = scene.start([...sources, '--pcapng', '-w', `tcp::127.0.0.1:${port}`]);
    await server.says(/listening on/);
    const readers = [];
    for (const number of [0, 1]) {
      const out = scene.path(`${number}.pcapng`);
      readers.push(scene.start(['-i', `tcp+connect::127.0.0.1:${port}`, '-w', out]));
      await connected(scene, number + 1);
      scene.sendDatagrams('127.0.0.1', 7000, sampleFrames.slice(0, 1));
      scene.sendDatagrams(
        '127.0.0.1',
        7001,
        sampleFrames.slice(0, 1).map((frame) => frame.subarray(14)),
      );
      await pause(300);
    }
    expect((await server.interrupt()).code).toBe(0);
    for (const [number, reader] of readers.entries()) {
      expect((await reader.ended()).code).toBe(0);
      const args = ['-r', scene.path(`${number}.pcapng`), '-T', 'fields', '-e', 'frame.encap_type'];
      const types = spawnSync('tshark', args).stdout.toString().trim().split('\n');
      expect(types).toEqual(number === 0 ? ['1', '7', '1', '7'] : ['1', '7']);
    }
  });

  test('pcapng ends with the counters of a live source', async ({ scene, skip }) => {
    if (noCapinfos !== '') skip(noCapinfos);
    const server = await scene.fandump(['-i', 'udp::127.0.0.1:7000:raw', '--pcapng', '-w', `tcp::127.0.0.1:${port}`]);
    const out = scene.path('stream.pcapng');
    const reader = scene.shell(`exec nc 127.0.0.1 ${port} < /dev/null > '${out}'`);
    await connected(scene, 1);
    scene.sendDatagrams('127.0.0.1', 7000, sampleFrames.slice(0, 2));
    expect((await server.interrupt()).code).toBe(0);
    await reader.ended();
    expect(spawnSync('capinfos', ['-I', out]).stdout.toString()).toContain('Number of stat entries = 1');
  });

  test('its own connections are not captured', async ({ scene }) => {
    const server = await scene.fandump(['-i', 'lo', '-w', `tcp::127.0.0.1:${port}`]);
    scene.shell(`exec nc 127.0.0.1 ${port} < /dev/null > /dev/null`);
    await connected(scene, 1);
    scene.sendDatagrams('127.0.0.1', 9, sampleFrames.slice(0, 3));
    const { captured } = closingLines((await server.interrupt()).stderr);
    // Each datagram to a closed port comes with an ICMP error, and loopback shows everything twice.
    expect(captured).toBeGreaterThanOrEqual(6);
    expect(captured).toBeLessThanOrEqual(12);
  });

  test('bad bytes are refused with their place', async ({ scene }) => {
    const bytes = readFileSync(writeInput(scene));
    bytes[24 + 11] = 0x7f;
    writeFileSync(scene.path('bad.pcap'), bytes);
    scene.shell(`exec nc -l -N 127.0.0.1 ${port} < ${scene.path('bad.pcap')}`);
    await listening(scene);
    const { code, stderr } = await scene.start(['-i', `tcp+connect::127.0.0.1:${port}`, '-n']).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/tcp\+connect::127\.0\.0\.1:57012: invalid packet capture length .* \(at byte 24\)/);
  });

  test('a port that is taken, or where nobody listens, is named', async ({ scene }) => {
    const file = writeInput(scene);
    const nobody = await scene.start(['-i', `tcp+connect::127.0.0.1:${port}`]).ended();
    expect(nobody.stderr).toMatch(/nobody listens there: Connection refused/);
    scene.start(['-r', file, '-w', `tcp::127.0.0.1:${port}`]);
    await listening(scene);
    const { code, stderr } = await scene.start(['-r', file, '-w', `tcp::127.0.0.1:${port}`]).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/port 57012 is taken: Address already in use/);
  });

  test('a sink that would feed its own source is refused', async ({ scene }) => {
    for (const [source, sink] of [
      [`tcp+connect::127.0.0.1:${port}`, `tcp::0.0.0.0:${port}`],
      [`tcp::[::]:${port}`, `tcp+connect::127.0.0.1:${port}`],
      [`tcp::0.0.0.0:${port}`, `tcp+connect::[::ffff:127.0.0.1]:${port}`],
    ]) {
      const { code, stderr } = await scene.start(['-i', source, '-w', sink]).ended();
      expect(code).toBe(1);
      expect(stderr).toMatch(/would feed the source/);
    }
  });
});

/** Waits until so many readers have their connection and the sink has taken it. */
async function connected(scene: Scene, readers: number): Promise<void> {
  const served = `ss -Htn state established 'sport = :${port}' | wc -l`;
  for (let tries = 0; tries < 500; tries++) {
    if (Number(scene.namespace.sh(served)) >= readers) break;
    await pause(10);
  }
  // In the kernel they are established before the sink has taken them.
  await pause(300);
}
