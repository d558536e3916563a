import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testEnvironment } from '../support/fandump';
import { writePcap } from '../support/pcap-writer';
import { type Outcome, Program } from '../support/program';
import { sampleFrames } from '../support/sample-frames';
import { projectRoot } from '../support/tool-path';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fandump-test-'));
  const bundles = ['cli.cjs', 'cli.cache', 'rare-printers.cjs', 'json.cjs'].map((name) => `dist/${name}`);
  for (const path of ['bin/fandump.js', ...bundles, 'package.json']) {
    cpSync(join(projectRoot, path), join(folder, path));
  }
  symlinkSync(join(projectRoot, 'build'), join(folder, 'build'));
  writePcap(join(folder, 'in.pcap'), sampleFrames);
});
afterEach(() => rmSync(folder, { recursive: true }));

function runInstalled(args: string[]): Promise<Outcome> {
  const line = { command: process.execPath, args: [join(folder, 'bin/fandump.js'), ...args] };
  return Program.start(line, { env: testEnvironment }).ended();
}

describe('an installation', () => {
  test.each([
    ['cli', []],
    ['rare-printers', []],
    ['json', ['--json']],
  ])('without the bundle %s ends with one line that names it', async (name, args) => {
    const bundle = join(folder, `dist/${name}.cjs`);
    rmSync(bundle);
    const { code, stdout, stderr } = await runInstalled([...args, '-r', join(folder, 'in.pcap')]);
    expect({ code, stdout: stdout.toString(), stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: `fandump: this installation is not whole: ${bundle} cannot be opened (ENOENT); npm run build\n`,
    });
  });

  test.each([
    ['text', 'json', []],
    ['JSON', 'rare-printers', ['--json']],
  ])('prints %s without the bundle %s', async (_, name, args) => {
    rmSync(join(folder, `dist/${name}.cjs`));
    const { code, stdout } = await runInstalled([...args, '-nn', '-r', join(folder, 'in.pcap')]);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(0);
  });

  test('without what V8 has compiled prints the same', async () => {
    const args = ['-nn', '-r', join(folder, 'in.pcap')];
    const { stdout } = await runInstalled(args);
    rmSync(join(folder, 'dist/cli.cache'));
    expect((await runInstalled(args)).stdout).toEqual(stdout);
    expect(stdout.length).toBeGreaterThan(0);
  });

  test('whose cache is of another bundle prints the same', async () => {
    const args = ['-nn', '-r', join(folder, 'in.pcap')];
    const { stdout } = await runInstalled(args);
    cpSync(join(projectRoot, 'dist/rare-printers.cache'), join(folder, 'dist/cli.cache'));
    expect((await runInstalled(args)).stdout).toEqual(stdout);
  });
});
