import { statSync, writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { closingLines } from '../support/closing-lines';
import { fandumpCommand, runFandump, testEnvironment } from '../support/fandump';
import { Program, pause } from '../support/program';
import { numberedFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';
import { runTcpdump, settled } from '../support/tcpdump';

/** Bytes of a savefile in which the middle of a load is. */
const manyBytes = 1_000_000;

describe('signals', () => {
  const frames = numberedFrames(300);

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    test(`${signal} ends the capture after everything that the kernel had is written`, async ({ scene }) => {
      scene.namespace.addVeth('va', 'vb');
      const fandump = await scene.fandump(['-i', 'vb', '-w', scene.path('all.pcap')]);
      scene.sendFrames('va', frames);
      fandump.signal(signal);
      const { code, stderr } = await fandump.ended();
      expect(code).toBe(0);
      expect(savedBytes(scene.path('all.pcap'))).toEqual(hexOf(frames));
      expect(closingLines(stderr).captured).toBe(frames.length);
    });
  }

  test('SIGINT leaves nothing in the buffer of a UDP socket', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'udp::127.0.0.1:4789:raw', '-w', scene.path('all.pcap')]);
    scene.sendDatagrams('127.0.0.1', 4789, frames);
    await fandump.interrupt();
    expect(savedBytes(scene.path('all.pcap'))).toEqual(hexOf(frames));
  });

  test('SIGUSR1 prints the counters and the capture goes on', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-w', scene.path('all.pcap')]);
    scene.sendFrames('va', frames);
    await settled(scene.path('all.pcap'));
    fandump.signal('SIGUSR1');
    await fandump.says(/300 packets captured, 300 packets received by filter, 0 packets dropped by kernel/);
    scene.sendFrames('va', frames);
    expect(closingLines((await fandump.interrupt()).stderr).captured).toBe(2 * frames.length);
  });

  test('SIGUSR2 leaves the capture and its file as they are', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-w', scene.path('all.pcap')]);
    for (let round = 0; round < 2; round++) {
      scene.sendFrames('va', frames);
      fandump.signal('SIGUSR2');
    }
    expect((await fandump.interrupt()).code).toBe(0);
    expect(savedBytes(scene.path('all.pcap'))).toEqual(hexOf([...frames, ...frames]));
  });

  test('after SIGKILL the file can be read to its last packet', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-U', '-w', scene.path('rest.pcap')]);
    scene.sendFrames('va', frames);
    await settled(scene.path('rest.pcap'));
    fandump.signal('SIGKILL');
    await fandump.ended();
    expect(savedBytes(scene.path('rest.pcap'))).toEqual(hexOf(frames));
    expect(runTcpdump(['--count', '-r', scene.path('rest.pcap')]).stdout).toBe('300 packets\n');
  });

  // The kernel ends a write(2) between two pages when the signal comes, so the last packet may be torn.
  test('after SIGKILL in the middle of a load --repair leaves the beginning in whole packets', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const file = scene.path('rest.pcap');
    const fandump = await scene.fandump(['-i', 'vb', '-w', file]);
    const many = numberedFrames(20_000, 200);
    const sender = scene.startSender('va', many, { rate: 50_000 });
    while (statSync(file).size < manyBytes) await pause(10);
    fandump.signal('SIGKILL');
    await Promise.all([fandump.ended(), sender.ended()]);
    expect((await runFandump(['--repair', file])).code).toBe(0);
    const written = savedBytes(file);
    expect(written.length).toBeGreaterThan(0);
    expect(written).toEqual(hexOf(many.slice(0, written.length)));
  });
});

describe('SIGUSR1 while Node starts', () => {
  /** fandump behind a script that Node runs before it. */
  function startBehind(scene: Scene, script: string, args: string[]): Program {
    const before = scene.path('before.cjs');
    writeFileSync(before, script);
    const { command, args: words } = fandumpCommand(args);
    const line = scene.namespace.commandLine(command, ['--require', before, ...words]);
    return scene.keep(Program.start(line, { env: testEnvironment }));
  }

  const listeners = (scene: Scene) => scene.namespace.sh('cat /proc/net/tcp').match(/^.* 0A .*$/gm) ?? [];
  const send = "process.kill(process.pid, 'SIGUSR1');";

  test('leaves no debugger open, neither under --wait nor in a capture', async ({ scene }) => {
    const waiting = startBehind(scene, send, ['-i', 'vb', '--wait', '--no-sandbox', '-w', '/dev/null']);
    await waiting.says(/waiting for vb/);
    expect(listeners(scene)).toEqual([]);
    scene.namespace.addVeth('va', 'vb');
    await waiting.says(/listening on/);
    expect(listeners(scene)).toEqual([]);
    expect((await waiting.interrupt()).code).toBe(0);
  });

  test('opens none from the first line of the program on', async ({ scene }) => {
    // The program reads its bundle right after that line.
    const script = `const fs = require('node:fs');
      const read = fs.readFileSync;
      fs.readFileSync = (file, ...more) => {
        if (String(file).endsWith('cli.cjs')) ${send}
        return read(file, ...more);
      };`;
    const waiting = startBehind(scene, script, ['-i', 'vb', '--wait']);
    await waiting.says(/waiting for vb/);
    const { code, stderr } = await waiting.interrupt();
    expect(code).toBe(0);
    expect(stderr).toBe('fandump: waiting for vb, which does not exist\n');
  });
});
