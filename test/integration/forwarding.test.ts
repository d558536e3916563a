import { describe, expect } from 'vitest';
import { closingLines } from '../support/closing-lines';
import { writePcap } from '../support/pcap-writer';
import { pause } from '../support/program';
import { sampleFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';

/** Sorted, since packets of different flows may overtake each other. */
const anyOrder = (packets: string[]) => [...packets].sort();

/** Reads the sample frames from a file and sends them on. */
async function forward(scene: Scene, sink: string) {
  writePcap(scene.path('in.pcap'), sampleFrames);
  return scene.start(['-r', scene.path('in.pcap'), '-w', sink]).ended();
}

describe('-w udp::', () => {
  for (const tunnel of ['vxlan', 'geneve', 'raw', 'skip=12']) {
    test(`${tunnel}: a udp source gets every byte back`, async ({ scene }) => {
      const receiver = await scene.fandump(['-i', `udp::127.0.0.1:4789:${tunnel}`, '-w', scene.path('out.pcap')]);
      const { code, stderr } = await forward(scene, `udp::127.0.0.1:4789:${tunnel}`);
      expect(code).toBe(0);
      expect(stderr).toContain(`${sampleFrames.length} packets sent on`);
      expect(closingLines((await receiver.interrupt()).stderr).captured).toBe(sampleFrames.length);
      expect(anyOrder(savedBytes(scene.path('out.pcap')))).toEqual(anyOrder(hexOf(sampleFrames)));
    });
  }

  test("the kernel's own vxlan device takes them", async ({ scene }) => {
    const peer = await scene.peer();
    scene.namespace.addVethTo('outer', peer, 'outer');
    scene.namespace.sh('ip addr add 192.0.2.1/24 dev outer');
    peer.sh('ip addr add 192.0.2.2/24 dev outer');
    peer.sh('ip link add name vx0 type vxlan id 42 local 192.0.2.2 remote 192.0.2.1 dstport 4789');
    peer.quietUp('vx0');
    const receiver = await scene.fandump(['-i', 'vx0', '-Q', 'in', '-w', scene.path('out.pcap')], peer);
    expect((await forward(scene, 'udp::192.0.2.2:4789:vxlan:vni=42')).code).toBe(0);
    await receiver.interrupt();
    expect(anyOrder(savedBytes(scene.path('out.pcap')))).toEqual(anyOrder(hexOf(sampleFrames)));
  });

  test('one stops early at a steady rate, and says what was not sent', async ({ scene }) => {
    writePcap(scene.path('in.pcap'), sampleFrames);
    const sender = scene.start(['-r', scene.path('in.pcap'), '-w', 'udp::127.0.0.1:4789:rate=1']);
    await sender.says(/reading from/);
    // Its worker has begun by then.
    await pause(300);
    const { stderr } = await sender.interrupt();
    expect(stderr).toMatch(/packets not sent: stopped before they were due/);
  });

  test('its own datagrams on the captured interface are not captured', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'lo', '-w', 'udp::127.0.0.1:4789:vxlan']);
    scene.sendDatagrams('127.0.0.1', 9, sampleFrames.slice(0, 3));
    const { stderr } = await fandump.interrupt();
    // Each datagram to a closed port comes with an ICMP error, and loopback shows everything twice.
    const { captured } = closingLines(stderr);
    expect(captured).toBeGreaterThanOrEqual(6);
    expect(captured).toBeLessThanOrEqual(12);
    expect(stderr).toContain(`${captured} packets sent on`);
  });

  test('a source that would hear the sink is refused', async ({ scene }) => {
    for (const source of ['127.0.0.1', '0.0.0.0', '[::]', '[::ffff:0.0.0.0]']) {
      for (const sink of ['127.0.0.1', '[::ffff:127.0.0.1]']) {
        const { code, stderr } = await scene.start(['-i', `udp::${source}:4789`, '-w', `udp::${sink}:4789`]).ended();
        expect(code).toBe(1);
        expect(stderr).toMatch(/would feed the source/);
      }
    }
  });

  for (const [device, sink] of [
    ['vxlan id 7 dstport 4789', 'vxlan:vni=7'],
    ['vxlan external dstport 4789', 'vxlan'],
  ]) {
    test(`a device of the kernel that would take in what the sink sends is refused: ${device}`, async ({ scene }) => {
      scene.namespace.sh(`ip link add name tunnel0 type ${device}`);
      const { code, stderr } = await scene.start(['-i', 'tunnel0', '-w', `udp::127.0.0.1:4789:${sink}`]).ended();
      expect(code).toBe(1);
      expect(stderr).toMatch(/would feed the source tunnel0.*-Q out/);
    });
  }

  for (const [what, options, sink] of [
    ['of another VNI', [], '127.0.0.1:4789:vxlan:vni=8'],
    ['on another port', [], '127.0.0.1:4790:vxlan:vni=7'],
    ['of another kind', [], '127.0.0.1:4789:geneve:vni=7'],
    ['of which only what goes out is captured', ['-Q', 'out'], '127.0.0.1:4789:vxlan:vni=7'],
  ] as const) {
    test(`a device of the kernel ${what} is no loop`, async ({ scene }) => {
      scene.namespace.sh('ip link add name vx0 type vxlan id 7 dstport 4789');
      scene.namespace.quietUp('vx0');
      const fandump = await scene.fandump(['-i', 'vx0', ...options, '-w', `udp::${sink}`]);
      expect((await fandump.interrupt()).code).toBe(0);
    });
  }

  test('a source on every address is refused where the sink sends to a multicast group', async ({ scene }) => {
    scene.namespace.sh('ip route add 239.0.0.0/8 dev lo');
    const { code, stderr } = await scene.start(['-i', 'udp::0.0.0.0:4789', '-w', 'udp::239.0.0.7:4789']).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/would feed the source/);
  });

  test('IP packets without a link header do not go into VXLAN', async ({ scene }) => {
    const { code, stderr } = await scene
      .start(['-i', 'udp::127.0.0.1:6081:geneve:dlt=raw', '-w', 'udp::127.0.0.1:4789:vxlan'])
      .ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/VXLAN carries Ethernet frames only/);
  });
});
