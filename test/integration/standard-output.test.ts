import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { closingLines } from '../support/closing-lines';
import { writePcap } from '../support/pcap-writer';
import { type Outcome, type Program, pause } from '../support/program';
import { numberedFrames } from '../support/sample-frames';
import { type Scene, test } from '../support/scene';

const frames = numberedFrames(5000, 200);
/** Puts fandump's process number on standard error, and fandump in the shell's place. */
const announced = `echo pid $$ >&2; exec "$@"`;

/** fandump before a pipe that somebody holds open and nobody reads. */
async function unread(scene: Scene, args: string[]): Promise<{ fandump: Program; pid: number }> {
  const pipe = scene.path('pipe');
  const fandump = scene.shell(`mkfifo ${pipe}; exec 7<>${pipe}; ${announced} >${pipe}`, args);
  await fandump.says(/listening on|reading from/);
  return { fandump, pid: pidOf(fandump) };
}

function pidOf({ stderr }: Program): number {
  return Number(/^pid (\d+)$/m.exec(stderr)?.[1]);
}

describe('a reader of lines who stops reading', () => {
  for (const mode of [['-X'], ['--json']]) {
    test(`leaves a live capture with ${mode} to SIGINT, which ends it within two seconds`, async ({ scene }) => {
      scene.namespace.addVeth('va', 'vb');
      const { fandump, pid } = await unread(scene, ['-nn', ...mode, '-i', 'vb']);
      scene.sendFrames('va', frames);
      await pause(300);
      const start = Date.now();
      process.kill(pid, 'SIGINT');
      const { code, stderr } = await fandump.ended();
      expect(code).toBe(0);
      expect(Date.now() - start).toBeLessThan(2500);
      expect(stderr).toMatch(/nobody reads standard output any more/);
      expect(closingLines(stderr).captured).toBe(frames.length);
    });
  }

  test('leaves reading a file to SIGTERM, and a second signal ends it at once', async ({ scene }) => {
    const file = scene.path('long.pcap');
    writePcap(file, frames);
    const { fandump, pid } = await unread(scene, ['-nn', '-X', '-r', file]);
    await pause(300);
    process.kill(pid, 'SIGTERM');
    await pause(400);
    process.kill(pid, 'SIGTERM');
    expect((await fandump.ended()).code).toBe(1);
  });

  test('does not hold up SIGUSR1', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const { fandump, pid } = await unread(scene, ['-nn', '-X', '-i', 'vb']);
    scene.sendFrames('va', frames);
    await pause(300);
    process.kill(pid, 'SIGUSR1');
    await fandump.says(/packets captured, \d+ packets received by filter/);
  });

  test('and goes on finds every byte', async ({ scene }) => {
    const file = scene.path('long.pcap');
    writePcap(file, frames);
    const args = ['-nn', '-X', '-r', file];
    const whole = (await scene.start(args).ended()).stdout;
    const late = await scene.shell(`"$@" | (sleep 1; cat)`, args).ended();
    expect(late.stdout.equals(whole)).toBe(true);
  });
});

describe('what cannot be written', () => {
  for (const args of [['-D'], ['-L', '-i', 'lo'], ['-d', '-i', 'lo', 'tcp'], ['--explain', '-i', 'lo'], ['--help']]) {
    test(`of ${args.join(' ')} is one line on standard error and exit code 1`, async ({ scene }) => {
      expectNoSpace(await scene.shell('exec "$@" >/dev/full', args).ended());
    });
  }

  for (const counting of [['--count'], ['--count-by', 'src']]) {
    test(`of ${counting[0]} is one line on standard error and exit code 1`, async ({ scene }) => {
      const file = scene.path('some.pcap');
      writePcap(file, frames.slice(0, 3));
      expectNoSpace(await scene.shell('exec "$@" >/dev/full', ['-r', file, ...counting]).ended());
    });
  }

  test('since its reader has gone is no failure', async ({ scene }) => {
    const { stderr } = await scene.shell('{ "$@"; echo code $? >&2; } | true', ['--help']).ended();
    expect(stderr).toBe('code 0\n');
  });
});

function expectNoSpace({ code, stderr }: Outcome): void {
  expect(code).toBe(1);
  expect(stderr.match(/^fandump: .*$/gm)).toEqual(['fandump: writing to standard output: no space left on the device']);
}

describe('a terminal', () => {
  test('that is closed ends the capture, and Node finds nothing to complain of', async ({ scene }) => {
    const errors = scene.path('errors');
    const inside = scene.path('inside.sh');
    writeFileSync(errors, '');
    const terminal = scene.shell(
      `printf 'echo pid $$; exec %s 2>${errors}' "$*" >${inside}; exec script -qfec 'exec sh ${inside}' /dev/null`,
      ['-i', 'lo', '-w', scene.path('all.pcap')],
    );
    await terminal.prints(/pid \d+/);
    while (!/listening on/.test(readFileSync(errors, 'utf8'))) await pause(20);
    const pid = Number(/pid (\d+)/.exec(terminal.stdout.toString())?.[1]);
    await terminal.kill();
    while (isAlive(pid)) await pause(20);
    expect(readFileSync(errors, 'utf8')).toMatch(/packets? dropped by kernel\n$/);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
