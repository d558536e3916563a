import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { LinkType, writePcap } from '../support/pcap-writer';
import { numberedFrames, sampleFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { test } from '../support/scene';
import { runTcpdump } from '../support/tcpdump';

const reportsExitCode = '{ "$@"; echo "exit code $?" >&2; }';

/** Lines that fandump itself wrote about a failure: everything but what a clean capture says too. */
function complaints(stderr: string): string[] {
  const usual = /listening on|^exit code|packets? (captured|received|dropped|left behind)|^\s*$/;
  return stderr.split('\n').filter((line) => !usual.test(line));
}

describe('-w - into another program', () => {
  test('tcpdump reads it as it is captured', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const count = String(sampleFrames.length);
    const pipe = scene.shell('"$@" | tcpdump -nn -t -r -', ['-i', 'vb', '-c', count, '-w', '-']);
    await pipe.says(/listening on/);
    scene.sendFrames('va', sampleFrames);
    const printed = (await pipe.ended()).stdout.toString('latin1');
    expect(printed).toBe(runTcpdump(['-nn', '-t', '-r', scene.path('sent-frames.pcap')]).stdout);
  });

  test('tshark reads it as it is captured', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const pipe = scene.shell('"$@" | tshark -r - -T fields -e frame.len', ['-i', 'vb', '-c', '5', '-w', '-']);
    await pipe.says(/listening on/);
    const frames = [64, 65, 66, 67, 68].map((length) => numberedFrames(1, length)[0]);
    scene.sendFrames('va', frames);
    expect((await pipe.ended()).stdout.toString()).toBe('64\n65\n66\n67\n68\n');
  });

  test('a reader that goes away ends it quietly with exit code 1', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const pipe = scene.shell(`${reportsExitCode} | head -c 24 > /dev/null`, ['-i', 'vb', '-U', '-w', '-']);
    await pipe.says(/listening on/);
    scene.sendFrames('va', numberedFrames(10), { rate: 100 });
    const { stderr } = await pipe.ended();
    expect(stderr).toMatch(/^exit code 1$/m);
    expect(complaints(stderr)).toEqual([]);
  });
});

describe('a named pipe', () => {
  test('whose reader goes away is named, and what was captured is counted', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const pipe = scene.path('pipe');
    scene.namespace.sh(`mkfifo '${pipe}'`);
    scene.shell(`head -c 24 '${pipe}' > /dev/null`);
    const fandump = await scene.fandump(['-i', 'vb', '-U', '-w', pipe]);
    scene.sendFrames('va', numberedFrames(10), { rate: 100 });
    const { code, stderr } = await fandump.ended();
    expect(code).toBe(1);
    expect(complaints(stderr)).toHaveLength(1);
    expect(complaints(stderr)[0]).toMatch(/pipe: its reader has gone/);
    expect(stderr).toMatch(/packets? received by filter/);
  });
});

describe('a savefile', () => {
  test('in pcap of packets of two link types is refused', async ({ scene }) => {
    const inputs = [LinkType.ethernet, LinkType.raw].flatMap((linkType) => {
      const path = scene.path(`${linkType}.pcap`);
      writePcap(path, numberedFrames(3), linkType);
      return ['-r', path];
    });
    const mixed = scene.path('mixed.pcapng');
    expect((await scene.start([...inputs, '-w', mixed]).ended()).code).toBe(0);
    const { code, stderr } = await scene.start(['-r', mixed, '-w', scene.path('one.pcap')]).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/one\.pcap: a pcap file has one link type, here EN10MB, and the next packet has RAW/);
  });

  test('a full disk: one line, exit code 1, and the file is whole up to its last packet', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const file = `${scene.namespace.mountTmpfs(256 * 1024)}/full.pcap`;
    const fandump = await scene.fandump(['-i', 'vb', '-w', file]);
    const frames = numberedFrames(1000, 1000);
    scene.sendFrames('va', frames, { rate: 20_000 });
    const { code, stderr } = await fandump.ended();
    expect(code).toBe(1);
    expect(complaints(stderr).length).toBeLessThanOrEqual(2);
    expect(complaints(stderr)[0]).toMatch(/full\.pcap.*(space|full)/i);
    const written = savedBytes(file);
    expect(written.length).toBeGreaterThan(200);
    expect(written).toEqual(hexOf(frames.slice(0, written.length)));
  });

  test('/dev/full: one line that names it, exit code 1', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = scene.start(['-i', 'vb', '-U', '-w', '/dev/full']);
    await fandump.says(/./);
    scene.sendFrames('va', numberedFrames(10));
    const { code, stderr } = await fandump.ended();
    expect(code).toBe(1);
    expect(complaints(stderr)[0]).toMatch(/\/dev\/full/);
  });

  test('a folder that does not exist: nothing is captured, exit code 1', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const { code, stderr } = await scene.start(['-i', 'vb', '-w', scene.path('none/x.pcap')]).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/none\/x\.pcap/);
  });

  test('-U has each packet in the file at once', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    await scene.fandump(['-i', 'vb', '-U', '-w', scene.path('live.pcap')]);
    const frames = numberedFrames(3);
    scene.sendFrames('va', frames);
    await expect.poll(() => readFileSync(scene.path('live.pcap')).length, { timeout: 1000 }).toBe(24 + 3 * (16 + 64));
    expect(savedBytes(scene.path('live.pcap'))).toEqual(hexOf(frames));
  });

  test('--print shows the packets beside -w', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const args = ['-i', 'vb', '-nn', '-t', '--print', '-w', scene.path('both.pcap')];
    const fandump = await scene.fandump(args);
    scene.sendFrames('va', sampleFrames);
    const { stdout } = await fandump.interrupt();
    expect(savedBytes(scene.path('both.pcap'))).toEqual(hexOf(sampleFrames));
    const expected = runTcpdump(['-nn', '-t', '-r', scene.path('sent-frames.pcap')]).stdout;
    expect(stdout.toString('latin1')).toBe(expected);
  });
});
