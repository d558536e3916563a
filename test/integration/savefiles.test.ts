import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { runFandump } from '../support/fandump';
import { writePcap } from '../support/pcap-writer';
import { numberedFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';
import { runTcpdump } from '../support/tcpdump';

/** Fields of tshark for each packet, a line each. */
function tshark(file: string, ...fields: string[]): string[] {
  const args = ['-r', file, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
  return execFileSync('tshark', args, { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trimEnd()
    .split('\n');
}

function input(scene: Scene, packets: number, length = 200): string {
  const file = scene.path('input.pcap');
  writePcap(file, numberedFrames(packets, length));
  return file;
}

/** Names of the scene's folder that begin so, in order. */
function namesLike(scene: Scene, start: string): string[] {
  return readdirSync(scene.folder)
    .filter((name) => name.startsWith(start))
    .sort();
}

describe('pcapng', () => {
  test('is read by tcpdump, tshark and capinfos, with interface, filter and direction', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const file = scene.path('live.pcapng');
    const fandump = await scene.fandump(['-i', 'vb', '-c', '5', '-w', file, 'ether', 'proto', '0x88b5', 'or', 'ip']);
    scene.sendFrames('va', numberedFrames(5));
    expect((await fandump.ended()).code).toBe(0);
    const rows = tshark(file, 'frame.interface_name', 'frame.packet_flags_direction');
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row).toMatch(/^vb\t(1|0x0*1)$/);
    expect(runTcpdump(['--count', '-r', file]).stdout).toBe('5 packets\n');
    const facts = execFileSync('capinfos', ['-M', file]).toString();
    expect(facts).toMatch(/Capture oper-sys: +Linux/);
    expect(facts).toMatch(/Capture application: fandump/);
    expect(facts).toMatch(/nanoseconds \(9\)/);
    expect(facts).toMatch(/Filter string = ether proto 0x88b5 or ip/);
    expect(facts).toMatch(/Number of stat entries = 1/);
  });

  test('has sources of several link types in one file', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const file = scene.path('mixed.pcapng');
    const sources = ['-i', 'vb', '-i', 'udp::127.0.0.1:4789:raw:dlt=raw'];
    const fandump = await scene.fandump([...sources, '-w', file]);
    scene.sendFrames('va', numberedFrames(3));
    scene.sendDatagrams(
      '127.0.0.1',
      4789,
      numberedFrames(2).map((frame) => frame.subarray(14)),
    );
    await fandump.interrupt();
    const rows = tshark(file, 'frame.encap_type', 'frame.interface_id');
    expect(rows.filter((row) => row === '1\t0')).toHaveLength(3);
    expect(rows.filter((row) => row === '7\t1')).toHaveLength(2);
  });

  test('has the tunnel of a packet in its comment', async ({ scene }) => {
    const file = scene.path('tunnel.pcapng');
    const fandump = await scene.fandump(['-i', 'udp::127.0.0.1:4789', '-c', '1', '-w', file]);
    const vxlan = Buffer.concat([Buffer.from([8, 0, 0, 0, 0, 0, 42, 0]), numberedFrames(1)[0]]);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan]);
    await fandump.ended();
    expect(tshark(file, 'frame.comment')[0]).toMatch(/^encap=vxlan vni=42 outer=127\.0\.0\.1:\d+>127\.0\.0\.1:4789$/);
  });
});

describe('rotation', () => {
  test.for([
    { names: 'all', argv: ['-C', '1'] },
    { names: 'ring', argv: ['-C', '1', '-W', '3'] },
    { names: 'many', argv: ['-C', '1', '-W', '100'] },
  ])('$argv gives the files that tcpdump gives', async ({ argv }, { scene }) => {
    const file = input(scene, 4000, 1000);
    expect((await runFandump(['-r', file, '-w', scene.path('ours'), ...argv])).code).toBe(0);
    runTcpdump(['-r', file, '-w', scene.path('theirs'), '-Z', 'root', ...argv]);
    const theirs = namesLike(scene, 'theirs');
    expect(theirs.length).toBeGreaterThan(2);
    expect(namesLike(scene, 'ours')).toEqual(theirs.map((name) => name.replace('theirs', 'ours')));
    for (const name of theirs) {
      const ours = scene.path(name.replace('theirs', 'ours'));
      expect(readFileSync(ours).equals(readFileSync(scene.path(name)))).toBe(true);
    }
  });

  test('-G loses and doubles nothing while packets come', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const frames = numberedFrames(3000);
    const fandump = await scene.fandump(['-i', 'vb', '-G', '1', '-c', '3000', '-w', scene.path('g-%H%M%S')]);
    scene.sendFrames('va', frames, { rate: 1000 });
    expect((await fandump.ended()).code).toBe(0);
    const names = namesLike(scene, 'g-');
    expect(names.length).toBeGreaterThan(2);
    expect(names.flatMap((name) => savedBytes(scene.path(name)))).toEqual(hexOf(frames));
  });

  test('-G with -W ends after so many files', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = scene.start(['-i', 'vb', '-G', '1', '-W', '2', '-w', scene.path('g-%H%M%S')]);
    const { code } = await fandump.ended();
    expect(code).toBe(0);
    expect(namesLike(scene, 'g-')).toHaveLength(2);
  });

  test('-z runs for each complete file, without a shell, so many at a time', async ({ scene }) => {
    const file = input(scene, 4000, 1000);
    const out = scene.path('$(x) y');
    // Whoever runs this test may write there; nobody may not.
    const argv = ['-r', file, '-Z', 'root', '-w', out, '-C', '1', '-z', 'cp {} {}.done', '--command-jobs', '2'];
    const { code, stderr } = await runFandump(argv);
    expect(stderr).not.toMatch(/fandump: -z/);
    expect(code).toBe(0);
    const names = namesLike(scene, '$(x) y').filter((name) => !name.endsWith('.done'));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      expect(readFileSync(scene.path(`${name}.done`)).equals(readFileSync(scene.path(name)))).toBe(true);
    }
  });

  test('a command of -z that fails is told of, and the capture goes on', async ({ scene }) => {
    const argv = ['-r', input(scene, 10), '-w', scene.path('out'), '-z', 'false'];
    const { code, stderr } = await runFandump(argv);
    expect(code).toBe(0);
    expect(stderr).toMatch(/-z false .*out: ended with exit code 1/);
  });
});

describe('--on-full oldest', () => {
  test('keeps the newest packets of a file, and tells how many files are no more', async ({ scene }) => {
    const frames = numberedFrames(6000, 1000);
    const file = scene.path('input.pcap');
    writePcap(file, frames);
    const disk = scene.path('disk');
    const fill = 'mkdir "$0" && mount -t tmpfs -o size=2m none "$0" && "$@"; cp -r "$0" "$0-after"';
    const args = ['-r', file, '-w', join(disk, 'o.pcap'), '-C', '300k', '--on-full', 'oldest'];
    const { stderr } = await scene.shell(`unshare --mount sh -c '${fill}' '${disk}' "$@"`, args).ended();
    const kept = readdirSync(`${disk}-after`).map((name) => Number(name.slice('o.pcap'.length)));
    const saved = kept.sort((a, b) => a - b).flatMap((number) => savedBytes(join(`${disk}-after`, `o.pcap${number}`)));
    const numbersOf = (packets: string[]) => packets.map((bytes) => bytes.slice(-8));
    expect(saved).not.toHaveLength(0);
    expect(numbersOf(saved)).toEqual(numbersOf(hexOf(frames)).slice(-saved.length));
    const made = Number(kept.at(-1)) + 1;
    expect(stderr).toContain(`\n${made - kept.length} files deleted to make room: the disk was full\n`);
  });
});

describe('--autostop', () => {
  test('ends after a time', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'lo', '-w', scene.path('x'), '--autostop', 'duration:1']);
    expect((await fandump.ended()).code).toBe(0);
  });

  test('ends after so many bytes, and what is counted is written', async ({ scene }) => {
    const argv = ['-r', input(scene, 20_000, 1000), '-w', scene.path('x'), '--autostop', 'filesize:1M'];
    expect((await runFandump(argv)).code).toBe(0);
    const { size } = statSync(scene.path('x'));
    expect(size).toBeGreaterThanOrEqual(1024 ** 2);
    expect(size).toBeLessThan(2 * 1024 ** 2);
  });
});

describe('--compress', () => {
  test.for([
    { method: 'zstd', program: 'zstd' },
    { method: 'gzip', program: 'gzip' },
    { method: 'lz4', program: 'lz4' },
  ])('$method is read by its program and by -r', async ({ method, program }, { scene, skip }) => {
    const file = input(scene, 3000, 1000);
    const out = scene.path('out');
    expect((await runFandump(['-r', file, '-w', out, '--compress', method])).code).toBe(0);
    expect(statSync(out).size).toBeLessThan(statSync(file).size);
    expect((await runFandump(['-r', out, '--count'])).stdout.toString()).toBe('3000 packets\n');
    await runFandump(['-r', out, '-w', scene.path('again')]);
    expect(readFileSync(scene.path('again')).equals(readFileSync(file))).toBe(true);
    expect(tshark(out, 'frame.number')).toHaveLength(3000);
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore' });
    } catch {
      skip(`${program} is not installed`);
    }
    const plain = execFileSync(program, ['-dc'], { input: readFileSync(out), maxBuffer: 2 ** 26 });
    expect(plain.equals(readFileSync(file))).toBe(true);
  });
});

describe('a file whose name ends in .gz', () => {
  test('is compressed', async ({ scene }) => {
    const file = input(scene, 3000, 1000);
    const out = scene.path('out.pcap.gz');
    expect((await runFandump(['-r', file, '-w', out])).code).toBe(0);
    expect(gunzipSync(readFileSync(out)).equals(readFileSync(file))).toBe(true);
  });
});

describe('--direct', () => {
  test.for([
    { how: 'alone', argv: [] },
    { how: 'with -C and --sync', argv: ['-C', '1', '--sync', '1'] },
    { how: 'in pcapng', argv: ['--pcapng'] },
  ])('$how gives the same files', async ({ argv }, { scene }) => {
    const file = input(scene, 4000, 1000);
    for (const [name, direct] of [
      ['cached', []],
      ['direct', ['--direct']],
    ] as const) {
      const { code, stderr } = await runFandump(['-r', file, '-w', scene.path(name), ...argv, ...direct]);
      expect(code).toBe(0);
      expect(stderr).not.toMatch(/--direct/);
    }
    const cached = namesLike(scene, 'cached');
    expect(cached.length).toBeGreaterThan(0);
    for (const name of cached) {
      const direct = scene.path(name.replace('cached', 'direct'));
      expect(readFileSync(direct).equals(readFileSync(scene.path(name)))).toBe(true);
    }
  });

  test('in memory is told of in one line, and goes without', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const file = `${scene.namespace.mountTmpfs(1024 ** 2)}/x.pcap`;
    const fandump = await scene.fandump(['-i', 'vb', '-c', '10', '-w', file, '--direct']);
    scene.sendFrames('va', numberedFrames(10));
    const { code, stderr } = await fandump.ended();
    expect(code).toBe(0);
    expect(stderr.match(/nothing can be written past the page cache/g)).toHaveLength(1);
    expect(savedBytes(file)).toHaveLength(10);
  });
});

describe('several files', () => {
  test('are read as one in the order of time', async ({ scene }) => {
    const frames = numberedFrames(3000);
    writePcap(scene.path('all.pcap'), frames);
    for (const [name, filter] of [
      ['even', 'ether[63] & 1 = 0'],
      ['odd', 'ether[63] & 1 = 1'],
    ]) {
      await runFandump(['-r', scene.path('all.pcap'), '-w', scene.path(name), filter]);
    }
    const argv = ['-r', scene.path('odd'), '-r', scene.path('even'), '-w', scene.path('merged')];
    expect((await runFandump(argv)).code).toBe(0);
    expect(savedBytes(scene.path('merged')).sort()).toEqual(hexOf(frames).sort());
    const times = runTcpdump(['-nn', '-tt', '-r', scene.path('merged')])
      .stdout.split('\n')
      .map((line) => line.split(' ')[0]);
    expect(times.slice(0, -1)).toEqual(times.slice(0, -1).sort());
  });
});

describe('files that are there already', () => {
  test('are written over only with --force', async ({ scene }) => {
    const file = input(scene, 10);
    writeFileSync(scene.path('x'), 'mine');
    const { code, stderr } = await runFandump(['-r', file, '-w', scene.path('x')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/x: exists already, and is not written over.*--force/s);
    expect(readFileSync(scene.path('x'), 'utf8')).toBe('mine');
    expect((await runFandump(['-r', file, '-w', scene.path('x'), '--force'])).code).toBe(0);
    expect(savedBytes(scene.path('x'))).toHaveLength(10);
  });
});

describe('a fandump that is killed', () => {
  for (const direct of [[], ['--direct']]) {
    test(`${['leaves', ...direct].join(' ')} files that are whole up to the last write`, async ({ scene }) => {
      scene.namespace.addVeth('va', 'vb');
      const fandump = await scene.fandump(['-i', 'vb', '-w', scene.path('x'), '-C', '1', '--sync', '1', ...direct]);
      scene.sendFrames('va', numberedFrames(3000, 1000));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await fandump.kill();
      const names = namesLike(scene, 'x');
      expect(names.some((name) => name.endsWith('.part'))).toBe(true);
      for (const name of names) execFileSync('capinfos', [scene.path(name)], { stdio: 'ignore' });
      const saved = names.flatMap((name) => savedBytes(scene.path(name)));
      expect(saved).toHaveLength(3000);
    });
  }

  test('in the middle of a packet: --repair takes the rest of it away', async ({ scene }) => {
    const file = input(scene, 10);
    truncateSync(file, statSync(file).size - 7);
    const { code, stdout } = await runFandump(['--repair', file]);
    expect(code).toBe(0);
    expect(stdout.toString()).toMatch(/input\.pcap: 209 bytes of a torn record removed, 9 packets kept/);
    expect(savedBytes(file)).toHaveLength(9);
    expect((await runFandump(['--repair', file])).stdout.toString()).toMatch(/whole, 9 packets/);
  });

  test('of several that are read: each is told of, and the packets of all are there', async ({ scene }) => {
    const [whole, ...torn] = ['whole', 'first', 'second'].map((name) => scene.path(name));
    for (const file of [whole, ...torn]) writePcap(file, numberedFrames(file === whole ? 20_000 : 10));
    for (const file of torn) truncateSync(file, statSync(file).size - 7);
    const out = scene.path('out');
    const { code, stderr } = await runFandump([...torn, whole].flatMap((file) => ['-r', file]).concat('-w', out));
    expect(code).toBe(1);
    for (const file of torn) expect(stderr).toContain(`; fandump --repair '${file}'`);
    expect(savedBytes(out)).toHaveLength(20_018);
  });

  test('says how a torn file is mended', async ({ scene }) => {
    for (const name of ['x.pcap', 'x.pcapng']) {
      const file = scene.path(name);
      expect((await runFandump(['-r', input(scene, 10), '-w', file])).code).toBe(0);
      truncateSync(file, statSync(file).size - (name === 'x.pcap' ? 7 : 150));
      const { code, stderr } = await runFandump(['-r', file, '--count']);
      expect(code).toBe(1);
      expect(stderr).toContain(`; fandump --repair '${file}'`);
    }
  });

  // The file afterwards is read by the programs of its compression, and by tshark.
  for (const [kind, compress, check] of [
    ['gzip', 'gzip -c', 'gzip -t'],
    ['zstd', 'zstd -q -c', 'zstd -q -t'],
    ['zstd of a pipe', 'zstd -q -c <', 'zstd -q -t'],
    ['lz4', 'lz4 -q -B5 -c', 'lz4 -q -t'],
    ['fandump --compress gzip', undefined, 'gzip -t'],
    ['fandump --compress zstd', undefined, 'zstd -q -t'],
    ['fandump --compress lz4', undefined, 'lz4 -q -t'],
  ] as const) {
    test(`${kind}: --repair keeps every packet that can be read`, async ({ scene }) => {
      const file = scene.path('torn');
      const source = input(scene, 4000, 900);
      if (compress === undefined) {
        await runFandump(['-r', source, '-w', file, '--compress', kind.split(' ').at(-1) as string]);
      } else {
        execFileSync('sh', ['-c', `${compress} "$1" > "$2"`, 'sh', source, file]);
      }
      truncateSync(file, Math.floor(statSync(file).size * 0.7));
      const before = await runFandump(['-r', file, '--count']);
      const packets = Number(/^(\d+) packets?$/m.exec(before.stdout.toString())?.[1]);
      expect(packets).toBeGreaterThan(1000);
      const repaired = await runFandump(['--repair', file]);
      expect(repaired.stdout.toString()).toBe(`${file}: its torn end removed, ${packets} packets kept\n`);
      expect((await runFandump(['-r', file, '--count'])).stdout.toString()).toContain(`${packets} packets`);
      execFileSync('sh', ['-c', `${check} < "$1"`, 'sh', file]);
      expect(tshark(file, 'frame.number')).toHaveLength(packets);
    });
  }

  test('--repair mends several files, and says which it could not', async ({ scene }) => {
    const file = input(scene, 10);
    truncateSync(file, statSync(file).size - 7);
    const { code, stdout, stderr } = await runFandump(['--repair', scene.path('none'), file]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^fandump: .*none: No such file or directory; ls '.*'\n$/);
    expect(stdout.toString()).toMatch(/9 packets kept\n$/);
  });

  test('--repair leaves alone what is no savefile', async ({ scene }) => {
    writeFileSync(scene.path('x'), 'no savefile at all');
    expect((await runFandump(['--repair', scene.path('x')])).code).toBe(1);
    expect(readFileSync(scene.path('x'), 'utf8')).toBe('no savefile at all');
    expect(existsSync(scene.path('y'))).toBe(false);
  });
});
