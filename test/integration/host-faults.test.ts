import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { closingLines } from '../support/closing-lines';
import { pause } from '../support/program';
import { numberedFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { test } from '../support/scene';

const before = numberedFrames(5);
const after = numberedFrames(7, 100);

/** Largest virtual size so far, in KiB (proc(5)). */
function peakVirtualSize(pid: number): number {
  return Number(/^VmPeak:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]);
}

describe('an interface', () => {
  test('that is renamed is followed under its new name', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-w', scene.path('both.pcap')]);
    scene.sendFrames('va', before);
    scene.namespace.sh('ip link set vb down && ip link set vb name vc && ip link set vc up');
    await fandump.says(/vb.*up again under the name vc/);
    scene.sendFrames('va', after);
    expect((await fandump.interrupt()).code).toBe(0);
    expect(savedBytes(scene.path('both.pcap'))).toEqual(hexOf([...before, ...after]));
  });

  test('that is deleted and made again is gone on with under --wait', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '--wait', '-w', scene.path('both.pcap')]);
    scene.sendFrames('va', before);
    scene.namespace.sh('ip link delete vb');
    await fandump.says(/vb was deleted, waiting/);
    scene.namespace.addVeth('va', 'vb');
    await fandump.says(/vb is back/);
    scene.sendFrames('va', after);
    const { code, stderr } = await fandump.interrupt();
    expect(code).toBe(0);
    expect(closingLines(stderr).captured).toBe(before.length + after.length);
    expect(savedBytes(scene.path('both.pcap'))).toEqual(hexOf([...before, ...after]));
  });

  test('that never comes back ends with SIGINT, exit code 0 and the file intact', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '--wait', '-w', scene.path('before.pcap')]);
    scene.sendFrames('va', before);
    scene.namespace.sh('ip link delete vb');
    await fandump.says(/vb was deleted, waiting/);
    expect((await fandump.interrupt()).code).toBe(0);
    expect(savedBytes(scene.path('before.pcap'))).toEqual(hexOf(before));
  });

  test('that is made, and then brought up, is waited for at the start under --wait', async ({ scene }) => {
    const fandump = scene.start(['-i', 'vb', '--wait', '-w', scene.path('late.pcap')]);
    await fandump.says(/waiting for vb, which does not exist/);
    scene.namespace.sh('ip link add va type veth peer name vb');
    await fandump.says(/waiting for vb, which is down/);
    scene.namespace.quietUp('va');
    scene.namespace.quietUp('vb');
    await fandump.says(/listening on/);
    scene.sendFrames('va', after);
    expect((await fandump.interrupt()).code).toBe(0);
    expect(savedBytes(scene.path('late.pcap'))).toEqual(hexOf(after));
  });

  test('that never comes: SIGINT ends the wait with exit code 0', async ({ scene }) => {
    const fandump = scene.start(['-i', 'vb', '--wait']);
    await fandump.says(/waiting for vb/);
    expect((await fandump.interrupt()).code).toBe(0);
  });

  test('in a fanout group cannot be waited for, and the message says why', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const { code, stderr } = await scene.start(['-i', 'vb:fanout_id=7', '--wait']).ended();
    expect(code).toBe(2);
    expect(stderr).toMatch(/--wait.*vb.*fanout group/);
  });
});

describe('an address', () => {
  test('that is removed under a udp source is missed aloud, and listened on again once it is back', async ({
    scene,
  }) => {
    scene.namespace.sh('ip address add 192.0.2.9/32 dev lo');
    const fandump = await scene.fandump(['-i', 'udp::192.0.2.9:4789:raw', '-w', scene.path('both.pcap')]);
    scene.sendDatagrams('192.0.2.9', 4789, before);
    scene.namespace.sh('ip address delete 192.0.2.9/32 dev lo');
    await fandump.says(/udp::192\.0\.2\.9:4789: the address is no longer one of this host's/);
    scene.namespace.sh('ip address add 192.0.2.9/32 dev lo');
    await fandump.says(/the address is on this host again/);
    scene.sendDatagrams('192.0.2.9', 4789, after);
    expect((await fandump.interrupt()).code).toBe(0);
    expect(savedBytes(scene.path('both.pcap'))).toEqual(hexOf([...before, ...after]));
  });
});

describe('a lack', () => {
  test('of memory for the ring: refused with a smaller ring to ask for, none is taken silently', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const small = await scene.fandump(['-i', 'vb:buffer_size=1M', '--count']);
    const limit = peakVirtualSize(small.pid) + 64 * 1024;
    await small.interrupt();
    const refused = scene.shell(`ulimit -v ${limit}; exec "$@"`, ['-i', 'vb:buffer_size=256M', '--count']);
    const { code, stderr } = await refused.ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/ring of vb: the kernel has no memory for 268435456 bytes/);
    expect(stderr).toMatch(/af_packet::vb:buffer_size=67108864/);
    expect(stderr).not.toMatch(/listening on/);
  });

  const doings = ['printed', 'written'] as const;

  test.for(doings)('of descriptors, when packets are %s: one line, and how to have more', async (doing, { scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const running = await scene.fandump(['-i', 'vb', '--count']);
    const used = Number(scene.namespace.sh(`ls /proc/${running.pid}/fd | wc -l`));
    await running.interrupt();
    let refused = 0;
    for (let limit = used + 2; limit > 0; limit--) {
      const args = ['-ni', 'vb', '-c', '1'];
      if (doing === 'written') args.push('--force', '-w', scene.path('none.pcap'));
      const fandump = scene.shell(`ulimit -n ${limit}; exec "$@"`, args);
      await Promise.race([fandump.ended(), fandump.says(/listening on/)]).catch(() => {});
      if (fandump.stderr.includes('listening on')) {
        await fandump.kill();
        continue;
      }
      const { code, stderr } = await fandump.ended();
      // Below this Node itself does not start.
      if (code === undefined || /node:/.test(stderr)) break;
      refused++;
      expect(code, stderr).toBe(1);
      expect(stderr).toMatch(/^fandump: [^\n]*[Tt]oo many open files; [^\n]+\n$/);
    }
    expect(refused).toBeGreaterThan(0);
  });
});

describe('a reader of the savefile', () => {
  const frames = numberedFrames(3000, 1000);

  test('that stops for a while loses nothing that was not counted', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const options = ['-i', 'vb:buffer_size=256k:block_size=64k', '-U', '-w', '-'];
    const command = `sh -c 'echo pid $$ >&2; exec "$@"' sh "$@"`;
    const pipe = scene.shell(`${command} | (sleep 2; cat > ${scene.path('read.pcap')})`, options);
    await pipe.says(/listening on/);
    const sent = scene.sendFrames('va', frames);
    process.kill(Number(/^pid (\d+)$/m.exec(pipe.stderr)?.[1]), 'SIGINT');
    const { stderr } = await pipe.ended();
    const counts = closingLines(stderr);
    expect(counts.captured + counts.droppedByKernel).toBe(sent);
    expect(savedBytes(scene.path('read.pcap'))).toHaveLength(counts.captured);
  });
});

describe('signals in the middle of a load', () => {
  const frames = numberedFrames(20_000, 200);

  test('SIGSTOP and SIGCONT: what was captured and what was dropped add up', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb:buffer_size=1M', '-w', scene.path('some.pcap')]);
    const sender = scene.startSender('va', frames, { rate: 20_000 });
    for (let round = 0; round < 4; round++) {
      fandump.signal('SIGSTOP');
      await pause(100);
      fandump.signal('SIGCONT');
      await pause(50);
    }
    await sender.ended();
    const { code, stderr } = await fandump.interrupt();
    const counts = closingLines(stderr);
    expect(code).toBe(0);
    expect(counts.captured + counts.droppedByKernel).toBe(frames.length);
    expect(savedBytes(scene.path('some.pcap'))).toHaveLength(counts.captured);
  });

  test('thousands of SIGUSR1, SIGWINCH and SIGPIPE change nothing', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-w', scene.path('all.pcap')]);
    const sender = scene.startSender('va', frames, { rate: 20_000 });
    while (sender.isRunning) {
      for (let i = 0; i < 50; i++) {
        for (const signal of ['SIGUSR1', 'SIGWINCH', 'SIGPIPE', 'SIGCONT'] as const) fandump.signal(signal);
      }
      await pause(10);
    }
    const { code, stderr } = await fandump.interrupt();
    expect(code).toBe(0);
    expect(closingLines(stderr).captured).toBe(frames.length);
    expect(savedBytes(scene.path('all.pcap'))).toHaveLength(frames.length);
  });

  test('a burst of everything that ends it ends it once, with the file intact', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-w', scene.path('all.pcap')]);
    scene.sendFrames('va', frames);
    for (let i = 0; i < 100; i++) {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) fandump.signal(signal);
    }
    const { code, stderr } = await fandump.ended();
    expect(code).toBe(0);
    expect(savedBytes(scene.path('all.pcap'))).toHaveLength(closingLines(stderr).captured);
  });
});
