import { describe, expect } from 'vitest';
import { concat, ethernet, geneve, ipv4, ipv6, tcp, toBytes, udp, vxlan } from '../../src/frames/frames';
import { closingLines } from '../support/closing-lines';
import { LinkType } from '../support/pcap-writer';
import { sampleFrames } from '../support/sample-frames';
import { hexOf, readSavefile, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';

const inner = [
  ethernet({}, ipv4({}, tcp({ flags: 'S' }))),
  ethernet({}, ipv4({}, udp({}, 'inside a tunnel'))),
  ethernet({}, ipv6({}, udp({}, 'inside a tunnel'))),
];

/** Listens on a UDP source, sends payloads to it and returns how it ended. */
async function receive(scene: Scene, options: string, payloads: Uint8Array[], to = '127.0.0.1', args: string[] = []) {
  const listen = options.startsWith('[') || /^\d+\./.test(options) ? options : `127.0.0.1:4789:${options}`;
  const fandump = await scene.fandump(['-i', `udp::${listen}`, '-w', scene.path('inner.pcap'), ...args]);
  scene.sendDatagrams(to, 4789, payloads);
  return fandump.interrupt();
}

describe('VXLAN', () => {
  test("frames through the kernel's vxlan device arrive as they were sent", async ({ scene }) => {
    const peer = await scene.peer();
    scene.namespace.addVethTo('outer', peer, 'outer');
    scene.namespace.sh('ip addr add 192.0.2.1/24 dev outer');
    peer.sh('ip addr add 192.0.2.2/24 dev outer');
    const tunnel = 'id 42 local 192.0.2.1 remote 192.0.2.2 dstport 4789';
    scene.namespace.sh(`ip link add name vx0 type vxlan ${tunnel}`);
    scene.namespace.quietUp('vx0');
    const fandump = await scene.fandump(['-i', 'udp::192.0.2.2:4789', '-w', scene.path('inner.pcap')], peer);
    scene.sendFrames('vx0', sampleFrames, { rate: 2000 });
    const { code, stderr } = await fandump.interrupt();
    expect(code).toBe(0);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(sampleFrames));
    expect(readSavefile(scene.path('inner.pcap')).linkType).toBe(LinkType.ethernet);
    expect(closingLines(stderr).captured).toBe(sampleFrames.length);
  });

  test('it is the default, and the filter holds for the inner packet', async ({ scene }) => {
    const payloads = inner.map((frame) => vxlan({ vni: 7 }, frame));
    const { stderr } = await receive(scene, '127.0.0.1:4789', payloads, '127.0.0.1', ['tcp', 'port', '443']);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner.slice(0, 1)));
    expect(closingLines(stderr).captured).toBe(1);
  });

  test('-s cuts the inner packet', async ({ scene }) => {
    await receive(scene, 'vxlan', [vxlan({}, inner[1])], '127.0.0.1', ['-s', '20']);
    const { packets } = readSavefile(scene.path('inner.pcap'));
    expect(packets).toMatchObject([{ bytes: hexOf(inner)[1].slice(0, 2 * 20), len: inner[1].length }]);
  });

  test('it is taken without any privilege', async ({ scene }) => {
    const args = ['-i', 'udp::127.0.0.1:4789', '-w', scene.path('inner.pcap')];
    const fandump = scene.startUnprivileged(args);
    await fandump.says(/listening on/);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({}, inner[0])]);
    expect((await fandump.interrupt()).code).toBe(0);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner.slice(0, 1)));
  });
});

describe('GENEVE', () => {
  const options = [{ class: 0x0108, type: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) }];

  test('options of any length are stepped over', async ({ scene }) => {
    const payloads = [geneve({ vni: 9 }, inner[0]), geneve({ vni: 9, options }, inner[1])];
    await receive(scene, 'geneve', payloads);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner.slice(0, 2)));
  });

  test('with dlt=raw the inner packets are IP without a link header', async ({ scene }) => {
    const packets = [ipv4({}, udp({}, 'four')), ipv6({}, udp({}, 'six'))];
    await receive(
      scene,
      'geneve:dlt=raw',
      packets.map((packet) => geneve({ options }, packet)),
    );
    expect(readSavefile(scene.path('inner.pcap')).linkType).toBe(LinkType.raw);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(packets.map((packet) => toBytes(packet))));
  });

  test('geneve+vxlan takes the frame out of both', async ({ scene }) => {
    const carrier = (frame: Uint8Array) => ipv4({}, udp({ destinationPort: 4789 }, vxlan({ vni: 5 }, frame)));
    const payloads = inner.map((frame) => geneve({ vni: 9, options }, carrier(frame)));
    await receive(scene, 'geneve+vxlan', payloads);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner));
  });
});

describe('packets without a tunnel header', () => {
  test('raw takes the whole payload', async ({ scene }) => {
    await receive(scene, 'raw', inner);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner));
  });

  test('skip=N drops that many bytes first', async ({ scene }) => {
    await receive(
      scene,
      'skip=20',
      inner.map((frame) => concat(new Uint8Array(20), frame)),
    );
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner));
  });

  test('upper-case option words are accepted', async ({ scene }) => {
    await receive(scene, 'RAW:DLT=EN10MB', inner);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner));
  });
});

describe('addresses', () => {
  test('an IPv6 address in brackets listens on IPv6', async ({ scene }) => {
    await receive(scene, '[::1]:4789:raw', inner, '::1');
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner));
  });

  test('[::] takes IPv4 too', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'udp::[::]:4789:raw', '-w', scene.path('inner.pcap')]);
    scene.sendDatagrams('::1', 4789, inner);
    scene.sendDatagrams('127.0.0.1', 4789, inner);
    await fandump.interrupt();
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([...inner, ...inner]));
  });

  test('a port in use is refused with the way to share it', async ({ scene }) => {
    await scene.fandump(['-i', 'udp::127.0.0.1:4789', '--count']);
    const second = await scene.start(['-i', 'udp::127.0.0.1:4789', '--count']).ended();
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/4789/);
    expect(second.stderr).toMatch(/reuseport/);
  });
});

describe('invalid datagrams', () => {
  test('are counted by cause and never written', async ({ scene }) => {
    const tooShort = Uint8Array.of(8, 0, 0);
    const withoutVni = vxlan({ flags: 0 }, inner[0]);
    const payloads = [tooShort, withoutVni, withoutVni, vxlan({}, inner[0])];
    const { stderr } = await receive(scene, 'vxlan', payloads);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner.slice(0, 1)));
    expect(closingLines(stderr).captured).toBe(1);
    expect(stderr).toMatch(/^1 .*short/m);
    expect(stderr).toMatch(/^2 .*VXLAN/im);
  });

  test('GENEVE of another version or with an unknown protocol is counted', async ({ scene }) => {
    const payloads = [geneve({ version: 1 }, inner[0]), geneve({ protocol: 0x1234 }, inner[0]), geneve({}, inner[0])];
    const { stderr } = await receive(scene, 'geneve', payloads);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner.slice(0, 1)));
    expect(stderr).toMatch(/^1 .*version/im);
    expect(stderr).toMatch(/^1 .*GENEVE carries/im);
  });
});
