import { describe, expect } from 'vitest';
import { ethernet } from '../../src/frames/frames';
import { closingLines } from '../support/closing-lines';
import { writePcap } from '../support/pcap-writer';
import { pause } from '../support/program';
import { sampleFrames } from '../support/sample-frames';
import { hexOf, readSavefile, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';

/** A file with the sample frames, and a capture at the far end of the link that `va` is one end of. */
async function wire(scene: Scene) {
  writePcap(scene.path('in.pcap'), sampleFrames);
  const peer = await scene.peer();
  scene.namespace.addVethTo('va', peer, 'vb');
  return scene.fandump(['-i', 'vb', '-w', scene.path('out.pcap')], peer);
}

describe('-w af_packet::', () => {
  for (const options of ['', ':bypass', ':rate=100000']) {
    test(`${options}: every byte arrives at the other end of the link, in order`, async ({ scene }) => {
      const receiver = await wire(scene);
      const { code, stderr } = await scene
        .start(['-r', scene.path('in.pcap'), '-w', `af_packet::va${options}`])
        .ended();
      expect(stderr).toContain(`${sampleFrames.length} packets sent on`);
      expect(code).toBe(0);
      await receiver.interrupt();
      expect(savedBytes(scene.path('out.pcap'))).toEqual(hexOf(sampleFrames));
    });
  }

  test('a capture is sent on while it runs, and not captured again at the other end of the same host', async ({
    scene,
  }) => {
    scene.namespace.addVeth('va', 'vb');
    const loop = await scene.fandump(['-i', 'vb', '-w', 'af_packet::va']);
    scene.sendFrames('va', sampleFrames.slice(0, 5));
    const { stderr } = await loop.interrupt();
    expect(closingLines(stderr).captured).toBe(5);
    expect(stderr).toContain('5 packets sent on');
  });

  test('the interface that is captured is refused, unless only what comes in is', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const { code, stderr } = await scene.start(['-i', 'va', '-w', 'af_packet::va']).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/would feed the source va.*-Q in/);
    const reflector = await scene.fandump(['-i', 'va', '-Q', 'in', '-w', 'af_packet::va']);
    scene.sendFrames('vb', sampleFrames.slice(0, 3));
    expect((await reflector.interrupt()).stderr).toContain('3 packets sent on');
  });

  test('what is longer than the MTU is counted, and the rest sent', async ({ scene }) => {
    await wire(scene);
    const long = ethernet({}, new Uint8Array(1501));
    writePcap(scene.path('in.pcap'), [sampleFrames[0], long, sampleFrames[1]]);
    const { code, stderr } = await scene.start(['-r', scene.path('in.pcap'), '-w', 'af_packet::va']).ended();
    expect(code).toBe(0);
    expect(stderr).toContain('2 packets sent on');
    expect(stderr).toContain('1 packet not sent: longer than the MTU of the interface');
  });

  test('Ethernet frames are not sent on an interface without link header', async ({ scene }) => {
    writePcap(scene.path('in.pcap'), sampleFrames);
    scene.namespace.sh('ip tuntap add mode tun name tu0 && ip link set tu0 up');
    const { code, stderr } = await scene.start(['-r', scene.path('in.pcap'), '-w', 'af_packet::tu0']).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/takes IP packets without a link header, and the packets of .* have link type EN10MB/);
  });

  test('an interface that is down or missing is refused', async ({ scene }) => {
    writePcap(scene.path('in.pcap'), sampleFrames);
    scene.namespace.sh('ip link add name va type veth peer name vb');
    const start = (name: string) => scene.start(['-r', scene.path('in.pcap'), '-w', `af_packet::${name}`]).ended();
    expect((await start('va')).stderr).toMatch(/the interface is down; ip link set va up/);
    expect((await start('vx')).stderr).toMatch(/vx: no such interface/);
  });
});

/** Milliseconds between the first two packets of in.pcap as they arrive at `vb`, sent on from `va`. */
async function replayedGap(scene: Scene, flags: string[]): Promise<number> {
  const receiver = await scene.fandump(['-i', 'vb', '--force', '-w', scene.path('out.pcap')]);
  const { code } = await scene.start(['-r', scene.path('in.pcap'), '-w', 'af_packet::va', ...flags]).ended();
  expect(code).toBe(0);
  await receiver.interrupt();
  const [first, second] = readSavefile(scene.path('out.pcap')).packets.map(
    ({ seconds, fraction }) => seconds * 1000 + fraction / 1000,
  );
  return second - first;
}

describe('the time of a file', () => {
  // Packets of the test's files are a second apart.
  for (const [flags, least] of [
    [['--replay'], 1000],
    [['--speed', '4'], 250],
  ] as const) {
    test(`${flags.join(' ')} keeps the gaps between packets`, async ({ scene }) => {
      scene.namespace.addVeth('va', 'vb');
      writePcap(scene.path('in.pcap'), sampleFrames.slice(0, 2));
      const most = least + 500;
      let gap = Number.POSITIVE_INFINITY;
      // A packet is never early; on a busy machine it may be late, but not each time.
      for (let tries = 0; tries < 5 && gap >= most; tries++) {
        gap = await replayedGap(scene, [...flags]);
        expect(gap).toBeGreaterThan(least - 1);
      }
      expect(gap).toBeLessThan(most);
    });
  }

  test('--loop sends the file on so many times, through tunnels as well', async ({ scene }) => {
    writePcap(scene.path('in.pcap'), sampleFrames);
    scene.namespace.addVeth('va', 'vb');
    for (const sink of ['af_packet::va', 'udp::127.0.0.1:4789']) {
      const { code, stderr } = await scene.start(['-r', scene.path('in.pcap'), '-w', sink, '--loop', '7']).ended();
      expect(code).toBe(0);
      expect(stderr).toContain(`${7 * sampleFrames.length} packets sent on`);
    }
  });

  test('--loop 0 goes on until it is interrupted', async ({ scene }) => {
    writePcap(scene.path('in.pcap'), sampleFrames);
    scene.namespace.addVeth('va', 'vb');
    const sender = scene.start(['-r', scene.path('in.pcap'), '-w', 'af_packet::va:rate=5000', '--loop', '0']);
    await sender.says(/reading from/);
    const { code, stderr } = await sender.interrupt();
    expect(code).toBe(0);
    expect(stderr).toMatch(/packets sent on/);
  });

  test('a replay is ended by an interrupt, and what was not sent is counted', async ({ scene }) => {
    writePcap(scene.path('in.pcap'), sampleFrames.slice(0, 2));
    scene.namespace.addVeth('va', 'vb');
    const sender = scene.start(['-r', scene.path('in.pcap'), '-w', 'af_packet::va', '--speed', '0.01']);
    await sender.says(/reading from/);
    // Its worker has begun by then.
    await pause(300);
    const { stderr } = await sender.interrupt();
    expect(stderr).toContain('1 packet sent on');
    expect(stderr).toContain('1 packet not sent: stopped before they were due');
  });
});
