import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { runFandump, testEnvironment } from '../support/fandump';
import { writePcap } from '../support/pcap-writer';
import { Program } from '../support/program';
import { numberedFrames, sampleFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';
import { runTcpdump } from '../support/tcpdump';
import { projectRoot } from '../support/tool-path';

/** A savefile with every kind of sample frame. */
function sampleFile(scene: Scene): string {
  const path = scene.path('sample.pcap');
  writePcap(path, sampleFrames);
  return path;
}

async function expectSameOutput(args: string[]): Promise<void> {
  const { stdout, code, stderr } = await runFandump(args);
  expect(stderr).not.toMatch(/error|fandump:/);
  expect(stdout.toString('latin1')).toBe(runTcpdump(args).stdout);
  expect(code).toBe(0);
}

describe('printing a savefile is identical to tcpdump', () => {
  const forms = [
    '-nn',
    '-nn -t',
    '-nn -tt',
    '-nn -ttt',
    '-nn -tttt',
    '-nn -ttttt',
    '-nn -e',
    '-nne -t',
    '-nn -q',
    '-nn -S',
    '-nn -#',
    '-nn --nano',
    '-nn -x',
    '-nn -xx',
    '-nn -X',
    '-nn -XX',
    '-nn -A',
    '-nn -K',
    '-nn -c 4',
  ];
  for (const form of forms) {
    test(`with ${form}`, async ({ scene }) => {
      await expectSameOutput([...form.split(' '), '-r', sampleFile(scene)]);
    });
  }

  test('with a filter', async ({ scene }) => {
    await expectSameOutput(['-nn', '-r', sampleFile(scene), 'tcp', 'or', 'arp']);
  });

  test('with combined short flags', async ({ scene }) => {
    await expectSameOutput(['-nnetr', sampleFile(scene)]);
  });

  test('from standard input', async ({ scene }) => {
    const input = readFileSync(sampleFile(scene));
    const { stdout } = await runFandump(['-nn', '-r', '-'], { input });
    expect(stdout.toString('latin1')).toBe(runTcpdump(['-nn', '-r', sampleFile(scene)]).stdout);
  });

  test('when printed live', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-nn', '-t', '-l', '-i', 'vb', '-c', String(sampleFrames.length)]);
    scene.sendFrames('va', sampleFrames);
    const { stdout } = await fandump.ended();
    expect(stdout.toString('latin1')).toBe(runTcpdump(['-nn', '-t', '-r', scene.path('sent-frames.pcap')]).stdout);
  });
});

describe('from savefile to savefile', () => {
  test('-r in -w out copies exactly', async ({ scene }) => {
    const out = scene.path('copy.pcap');
    expect((await runFandump(['-r', sampleFile(scene), '-w', out])).code).toBe(0);
    expect(readFileSync(out).equals(readFileSync(sampleFile(scene)))).toBe(true);
  });

  test('a filter copies what tcpdump copies', async ({ scene }) => {
    const args = ['-r', sampleFile(scene), '-w'];
    await runFandump([...args, scene.path('ours.pcap'), 'udp', 'port', '9', 'or', 'vlan']);
    runTcpdump([...args, scene.path('theirs.pcap'), 'udp', 'port', '9', 'or', 'vlan']);
    expect(readFileSync(scene.path('ours.pcap')).equals(readFileSync(scene.path('theirs.pcap')))).toBe(true);
  });

  test('-c copies the first packets that match', async ({ scene }) => {
    writePcap(scene.path('many.pcap'), numberedFrames(10_000));
    await runFandump(['-r', scene.path('many.pcap'), '-c', '7000', '-w', scene.path('some.pcap')]);
    expect(savedBytes(scene.path('some.pcap'))).toEqual(hexOf(numberedFrames(7000)));
  });
});

describe('--count', () => {
  for (const filter of [[], ['tcp'], ['ip6']]) {
    test(`counts ${filter[0] ?? 'all'} as tcpdump does`, async ({ scene }) => {
      await expectSameOutput(['--count', '-r', sampleFile(scene), ...filter]);
    });
  }

  test('of a live capture prints the sum at the end', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['--count', '-i', 'vb']);
    scene.sendFrames('va', numberedFrames(42));
    expect((await fandump.interrupt()).stdout.toString()).toBe('42 packets\n');
  });
});

describe('filter programs', () => {
  for (const flag of ['-d', '-dd', '-ddd']) {
    for (const filter of ['tcp port 443', 'ip6 and udp', 'vlan 13 and host 192.0.2.1']) {
      test(`${flag} '${filter}' prints what tcpdump prints`, async ({ scene }) => {
        await expectSameOutput([flag, '-r', sampleFile(scene), filter]);
      });
    }
  }

  test('-F reads the expression from a file', async ({ scene }) => {
    const expression = scene.path('expression');
    writeFileSync(expression, 'tcp port 443\n');
    const { stdout } = await runFandump(['-nn', '-r', sampleFile(scene), '-F', expression]);
    const expected = runTcpdump(['-nn', '-r', sampleFile(scene), 'tcp', 'port', '443']).stdout;
    expect(stdout.toString('latin1')).toBe(expected);
  });

  test("a bad expression gives libpcap's message and exit code 2, and opens nothing", async ({ scene }) => {
    const out = scene.path('never.pcap');
    const { code, stderr } = await runFandump(['-r', sampleFile(scene), '-w', out, 'tcp prot 80']);
    const words = runTcpdump(['-r', sampleFile(scene), 'tcp prot 80'])
      .stderr.split('tcpdump: ')
      .at(-1)
      ?.trim();
    expect(code).toBe(2);
    expect(words).toBeTruthy();
    expect(stderr).toContain(words);
    expect(existsSync(out)).toBe(false);
  });
});

describe('a program that uses the library', () => {
  test('and turns away from a savefile behind the first packet ends by itself', async ({ scene }) => {
    const path = scene.path('numbered.pcap');
    writePcap(path, numberedFrames(20_000));
    const script = `
      const { readSavefile } = require(process.argv[1]);
      readSavefile(process.argv[2]).next().then(({ value }) => console.log(value.len));
    `;
    const args = ['-e', script, join(projectRoot, 'dist/index.cjs'), path];
    const { code, stderr, stdout } = await Program.start(
      { command: process.execPath, args },
      { env: testEnvironment },
    ).ended();
    expect(stderr).toBe('');
    expect(stdout.toString()).toBe('64\n');
    expect(code).toBe(0);
  });
});
