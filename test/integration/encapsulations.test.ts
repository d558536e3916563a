import { describe, expect } from 'vitest';
import {
  concat,
  erm,
  erspan,
  ethernet,
  geneve,
  gre,
  gue,
  ipv4,
  ipv6,
  type Payload,
  tcp,
  toBytes,
  tzsp,
  udp,
  vxlan,
  vxlanGpe,
} from '../../src/frames/frames';
import type { PacketJson } from '../../src/json/schema';
import { hexOf, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';

const frame = ethernet({}, ipv4({ source: '198.51.100.7' }, tcp({ flags: 'S' })));
const packet4 = ipv4({ source: '198.51.100.4' }, udp({}, 'four'));
const packet6 = ipv6({}, udp({}, 'six'));

/** The packets that come out of the datagrams, as JSON, and standard error. */
async function decapsulate(scene: Scene, options: string, payloads: Uint8Array[], port = 4789) {
  const args = ['--json', '-xx', '-i', `udp::127.0.0.1:${port}:${options}`];
  const fandump = await scene.fandump(args);
  scene.sendDatagrams('127.0.0.1', port, payloads);
  const { stdout, stderr } = await fandump.interrupt();
  const lines = stdout.toString('latin1').split('\n').filter(Boolean);
  return { packets: lines.map((line): PacketJson => JSON.parse(line)), stderr };
}

const bytesOf = (packets: PacketJson[]) => packets.map(({ bytes }) => bytes);
const hexOfAll = (payloads: Payload[]) => hexOf(payloads.map((payload) => toBytes(payload)));

/** A tunnel's datagram inside another tunnel. */
const carried = (port: number, payload: Uint8Array) => ipv4({}, udp({ destinationPort: port }, payload));

describe('what is inside a tunnel', () => {
  test('VXLAN-GPE says whether it is Ethernet, IPv4 or IPv6', async ({ scene }) => {
    const payloads = [frame, packet4, packet6].map((inner) => vxlanGpe({ vni: 42 }, inner));
    const { packets } = await decapsulate(scene, 'vxlan-gpe', payloads, 4790);
    expect(bytesOf(packets)).toEqual(hexOfAll([frame, packet4, packet6]));
    expect(packets[1].tunnel).toMatchObject({ encapsulation: 'vxlan-gpe', vni: 42 });
  });

  test("the kernel's VXLAN-GPE device sends IP without Ethernet", async ({ scene }) => {
    const peer = await scene.peer();
    scene.namespace.addVethTo('outer', peer, 'outer');
    scene.namespace.sh('ip addr add 192.0.2.1/24 dev outer');
    peer.sh('ip addr add 192.0.2.2/24 dev outer');
    scene.namespace.sh('ip link add name gpe type vxlan dstport 4790 gpe external');
    scene.namespace.sh('ip link set gpe up && ip addr add 10.5.0.1/24 dev gpe');
    scene.namespace.sh('ip route add 10.6.0.0/24 encap ip id 42 dst 192.0.2.2 dev gpe');
    const fandump = await scene.fandump(['--json', '-i', 'udp::192.0.2.2:4790:vxlan-gpe', 'dst', '10.6.0.9'], peer);
    scene.sendDatagrams('10.6.0.9', 7, [Uint8Array.of(1, 2, 3)]);
    const { stdout } = await fandump.interrupt();
    const packet: PacketJson = JSON.parse(stdout.toString().split('\n')[0]);
    expect(packet.tunnel).toMatchObject({ encapsulation: 'vxlan-gpe', source: '192.0.2.1', vni: 42 });
    expect(packet).toMatchObject({ link_type: 101, 'id.resp_h': '10.6.0.9', 'id.resp_p': 7 });
  });

  test('GUE carries IP behind a header of any length, GRE, or IP alone', async ({ scene }) => {
    const extensions = new Uint8Array(12);
    const payloads = [
      gue({}, packet4),
      gue({ extensions }, packet6),
      gue({ protocol: 47 }, toBytes(gre({ key: 7 }, frame))),
      toBytes(packet4),
      toBytes(packet6),
    ];
    const { packets } = await decapsulate(scene, 'gue', payloads, 6080);
    expect(bytesOf(packets)).toEqual(hexOfAll([packet4, packet6, frame, packet4, packet6]));
    expect(packets[0].tunnel?.encapsulation).toBe('gue');
  });

  test("a VXLAN header's group policy is kept", async ({ scene }) => {
    const { packets } = await decapsulate(scene, 'vxlan', [vxlan({ vni: 1, flags: 0x88, policy: 77 }, frame)]);
    expect(packets[0].tunnel).toMatchObject({ vni: 1, policy: 77 });
  });

  test('GENEVE packets with control or critical bit are shown, and marked', async ({ scene }) => {
    const options = [{ class: 0x0102, type: 0x80 }];
    const payloads = [geneve({ flags: 0x80 }, frame), geneve({ flags: 0x40, options }, packet6)];
    const { packets } = await decapsulate(scene, 'geneve', payloads, 6081);
    expect(bytesOf(packets)).toEqual(hexOfAll([frame, packet6]));
    expect(packets.map(({ tunnel }) => [tunnel?.control, tunnel?.critical])).toEqual([
      [true, undefined],
      [undefined, true],
    ]);
  });

  test("Amazon's gateway load balancer sends IP with three options, which strict knows", async ({ scene }) => {
    const option = (type: number, length: number) => ({ class: 0x0108, type, data: new Uint8Array(length).fill(type) });
    const options = [option(1, 8), option(2, 8), option(3, 4)];
    const { packets } = await decapsulate(scene, 'geneve:strict', [geneve({ options }, packet4)], 6081);
    expect(bytesOf(packets)).toEqual(hexOfAll([packet4]));
    expect(packets[0].tunnel?.geneve_options?.map(({ type }) => type)).toEqual([1, 2, 3]);
  });
});

describe('tunnels in tunnels', () => {
  test('vxlan+vxlan takes both off and keeps both VNIs', async ({ scene }) => {
    const payload = vxlan({ vni: 7 }, ethernet({}, carried(8472, vxlan({ vni: 9 }, frame))));
    const { packets, stderr } = await decapsulate(scene, 'vxlan+vxlan', [payload, vxlan({}, frame)]);
    expect(bytesOf(packets)).toEqual(hexOfAll([frame]));
    expect(packets[0].tunnel).toMatchObject({ encapsulation: 'vxlan+vxlan', vni: 7, inner_vni: 9 });
    expect(stderr).toMatch(/^1 datagram invalid: no such tunnel inside the tunnel/m);
  });

  test('six are taken off each other, and the line names them', async ({ scene }) => {
    const kinds = 'geneve+vxlan-gpe+gue+vxlan+erm+tzsp';
    const layers = [
      (inner: Payload) => geneve({ vni: 1 }, inner),
      (inner: Payload) => vxlanGpe({ vni: 2 }, inner),
      (inner: Payload) => gue({}, inner),
      (inner: Payload) => vxlan({ vni: 3 }, inner),
      (inner: Payload) => erm({}, inner),
      (inner: Payload) => tzsp(inner),
    ];
    const ports = [4790, 6080, 4789, 7932, 37008];
    const isIp = [true, true, true, false, false];
    let payload = layers[5](frame);
    for (let i = 4; i >= 0; i--) {
      const carrier = carried(ports[i], payload);
      payload = layers[i](isIp[i] ? carrier : ethernet({}, carrier));
    }
    const fandump = await scene.fandump(['-nn', '-e', '-t', '-i', `udp::127.0.0.1:6081:${kinds}`]);
    scene.sendDatagrams('127.0.0.1', 6081, [payload], { sourcePort: 40000 });
    const { stdout } = await fandump.interrupt();
    expect(stdout.toString()).toContain('198.51.100.7');
    expect(stdout.toString()).toContain(
      'geneve vni 1 vxlan-gpe gue vxlan vni 3 erm tzsp 127.0.0.1.40000 > 127.0.0.1.6081',
    );
  });

  test('ERSPAN inside VXLAN is found behind GRE, and inner_port names other ports', async ({ scene }) => {
    const mirrored = ethernet({}, ipv4({}, erspan(2, frame)));
    const one = await decapsulate(scene, 'vxlan+erspan', [vxlan({}, mirrored)]);
    expect(bytesOf(one.packets)).toEqual(hexOfAll([frame]));
    const two = await decapsulate(
      scene,
      'vxlan+geneve:inner_port=9999',
      [vxlan({}, ethernet({}, carried(9999, geneve({}, packet6))))],
      4790,
    );
    expect(bytesOf(two.packets)).toEqual(hexOfAll([packet6]));
  });

  test('a filter for what is innermost runs in userspace, with the same result', async ({ scene }) => {
    const payloads = [frame, ethernet({}, packet4)].map((inner) =>
      vxlan({}, ethernet({}, carried(4789, vxlan({}, inner)))),
    );
    const args = ['-i', 'udp::127.0.0.1:4789:vxlan+vxlan', '-w', scene.path('inner.pcap'), 'tcp'];
    const explained = (await scene.start(['--explain', ...args]).ended()).stdout.toString();
    expect(explained).toContain('the filter runs in userspace: the packet inside lies in several tunnels');
    const fandump = await scene.fandump(args);
    scene.sendDatagrams('127.0.0.1', 4789, payloads);
    await fandump.interrupt();
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([frame]));
  });
});

describe('auto', () => {
  test('goes by the port that datagrams arrive at, and by their header on others', async ({ scene }) => {
    const datagrams: [port: number, payload: Uint8Array, kind: string][] = [
      [4789, vxlan({ vni: 1 }, frame), 'vxlan'],
      [8472, vxlan({ vni: 2 }, frame), 'vxlan'],
      [4790, vxlanGpe({ vni: 3 }, packet4), 'vxlan-gpe'],
      [6081, geneve({ vni: 4 }, packet6), 'geneve'],
      [6080, gue({}, packet4), 'gue'],
      [7932, erm({}, frame), 'erm'],
      [37008, tzsp(frame), 'tzsp'],
      [4754, toBytes(erspan(2, frame)), 'erspan'],
      [9999, vxlan({ vni: 5 }, frame), 'vxlan'],
      [9999, geneve({ vni: 6 }, frame), 'geneve'],
      [9999, toBytes(packet4), 'gue'],
    ];
    const ports = [...new Set(datagrams.map(([port]) => port))];
    const fandump = await scene.fandump(['--json', '-i', `udp::127.0.0.1:${ports.join(',')}:auto`]);
    for (const [port, payload] of datagrams) {
      scene.sendDatagrams('127.0.0.1', port, [payload]);
      // One after the other, so that they come out in this order.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    scene.sendDatagrams('127.0.0.1', 9999, [new TextEncoder().encode('nothing that is known')]);
    const { stdout, stderr } = await fandump.interrupt();
    const packets = stdout.toString().split('\n').filter(Boolean);
    const seen = packets.map((line): PacketJson => JSON.parse(line)).map(({ tunnel }) => tunnel);
    expect(seen.map((tunnel) => [tunnel?.destination_port, tunnel?.encapsulation])).toEqual(
      datagrams.map(([port, , kind]) => [port, kind]),
    );
    expect(stderr).toMatch(/^1 datagram invalid: no tunnel that is recognized/m);
  });
});

describe('raw bytes behind a header of known length', () => {
  test('64 KiB jumbo datagrams come whole where there is room, and cut and counted elsewhere', async ({ scene }) => {
    const big = concat(frame, new Uint8Array(65000).fill(7));
    const wide = await scene.fandump([
      '-i',
      'udp::127.0.0.1:4789:vxlan:recvmmsg_buffer_size=64k',
      '-w',
      scene.path('wide.pcap'),
    ]);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({}, big)]);
    await wide.interrupt();
    expect(savedBytes(scene.path('wide.pcap'))).toEqual(hexOf([big]));
    const narrow = await scene.fandump(['-i', 'udp::127.0.0.1:4789', '-w', scene.path('narrow.pcap')]);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({}, big)]);
    const { stderr } = await narrow.interrupt();
    expect(savedBytes(scene.path('narrow.pcap'))).toEqual(hexOf([big.slice(0, 9248 - 8)]));
    expect(stderr).toMatch(/^1 packet cut: longer than the receive buffer$/m);
  });
});
