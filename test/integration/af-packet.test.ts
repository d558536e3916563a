import { describe, expect } from 'vitest';
import { ethernet, ipv4, tcp, toBytes, udp, vlan } from '../../src/frames/frames';
import { closingLines } from '../support/closing-lines';
import { LinkType, writePcap } from '../support/pcap-writer';
import { Program } from '../support/program';
import { numberedFrames, sampleFrames, taggedFrames } from '../support/sample-frames';
import { hexOf, readSavefile, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';
import { toolPath } from '../support/tool-path';

/** Captures what is sent from va to vb with both programs at once. */
async function captureBoth(scene: Scene, frames: Uint8Array[], options: string[], filter: string[] = []) {
  scene.namespace.addVeth('va', 'vb');
  const tcpdump = await scene.tcpdump('tcpdump.pcap', ['-i', 'vb', ...options, ...filter]);
  const fandump = await scene.fandump(['-i', 'vb', ...options, '-w', scene.path('fandump.pcap'), ...filter]);
  scene.sendFrames('va', frames);
  await tcpdump.finish();
  return fandump.interrupt();
}

describe('frames on an Ethernet device', () => {
  test('what fandump wrote is what was sent and what tcpdump wrote', async ({ scene }) => {
    const frames = [...sampleFrames, ...numberedFrames(20, 1514)];
    const { code, stderr } = await captureBoth(scene, frames, []);
    expect(code).toBe(0);
    expect(savedBytes(scene.path('fandump.pcap'))).toEqual(hexOf(frames));
    expect(savedBytes(scene.path('tcpdump.pcap'))).toEqual(hexOf(frames));
    const expected = { captured: frames.length, receivedByFilter: frames.length, droppedByKernel: 0 };
    expect(closingLines(stderr)).toEqual(expected);
  });

  test('--nano writes the nanosecond magic and times finer than a microsecond', async ({ scene }) => {
    await captureBoth(scene, numberedFrames(50), ['--nano']);
    const file = readSavefile(scene.path('fandump.pcap'));
    expect(file.nanoseconds).toBe(true);
    expect(file.packets.some((packet) => packet.fraction % 1000 !== 0)).toBe(true);
    expect(file.packets.map((packet) => packet.bytes)).toEqual(savedBytes(scene.path('tcpdump.pcap')));
  });

  test('times are of this minute and never go back', async ({ scene }) => {
    await captureBoth(scene, numberedFrames(50), []);
    const { packets } = readSavefile(scene.path('fandump.pcap'));
    const times = packets.map((packet) => packet.seconds + packet.fraction / 1e6);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.abs(times[0] - Date.now() / 1000)).toBeLessThan(60);
  });

  test('a snaplen cuts the bytes and keeps the length on the wire', async ({ scene }) => {
    const frames = [...numberedFrames(5, 1514), ...taggedFrames];
    await captureBoth(scene, frames, ['-s', '60']);
    const file = readSavefile(scene.path('fandump.pcap'));
    expect(file.snaplen).toBe(60);
    expect(file.packets.map((packet) => packet.len)).toEqual(frames.map((frame) => frame.length));
    expect(file.packets.map((packet) => packet.bytes)).toEqual(hexOf(frames.map((frame) => frame.subarray(0, 60))));
  });

  test('the kernel refuses what the filter does not want', async ({ scene }) => {
    const { stderr } = await captureBoth(scene, [...numberedFrames(500), ...sampleFrames], [], ['tcp', 'port', '443']);
    const written = savedBytes(scene.path('fandump.pcap'));
    expect(written).toEqual(savedBytes(scene.path('tcpdump.pcap')));
    expect(written.length).toBe(8);
    expect(closingLines(stderr)).toEqual({ captured: 8, receivedByFilter: 8, droppedByKernel: 0 });
  });

  test('-c ends the capture after that many packets', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-c', '5', '-w', scene.path('five.pcap')]);
    const frames = numberedFrames(10);
    scene.sendFrames('va', frames);
    expect((await fandump.ended()).code).toBe(0);
    expect(savedBytes(scene.path('five.pcap'))).toEqual(hexOf(frames.slice(0, 5)));
  });
});

describe('VLAN tags', () => {
  test('tags that the kernel took off are put back with their TPID, the outer one of QinQ too', async ({ scene }) => {
    await captureBoth(scene, taggedFrames, []);
    expect(savedBytes(scene.path('fandump.pcap'))).toEqual(hexOf(taggedFrames));
  });

  test('the filter "vlan 13" holds for tags that the kernel took off', async ({ scene }) => {
    const other = ethernet({}, vlan({ id: 14 }, ipv4({}, udp({}, 'in vlan 14'))));
    await captureBoth(scene, [...numberedFrames(3), ...taggedFrames, other], [], ['vlan', '13']);
    const written = savedBytes(scene.path('fandump.pcap'));
    expect(written).toEqual(savedBytes(scene.path('tcpdump.pcap')));
    expect(written).toContain(hexOf(taggedFrames)[0]);
    expect(written).not.toContain(hexOf([other])[0]);
  });

  test('"vlan 13 and udp port 9" looks behind the tag', async ({ scene }) => {
    const tcpInside = ethernet({}, vlan({ id: 13 }, ipv4({}, tcp({}))));
    await captureBoth(scene, [...taggedFrames.slice(0, 1), tcpInside], [], ['vlan', '13', 'and', 'udp', 'port', '9']);
    expect(savedBytes(scene.path('fandump.pcap'))).toEqual(hexOf(taggedFrames.slice(0, 1)));
  });
});

describe('direction', () => {
  const outgoing = numberedFrames(4);
  const incoming = numberedFrames(7, 100);

  for (const [direction, expected] of [
    ['out', outgoing],
    ['in', incoming],
    ['inout', [...outgoing, ...incoming]],
  ] as const) {
    test(`-Q ${direction} keeps the packets of that direction`, async ({ scene }) => {
      scene.namespace.addVeth('va', 'vb');
      const fandump = await scene.fandump(['-i', 'va', '-Q', direction, '-w', scene.path('out.pcap')]);
      scene.sendFrames('va', outgoing);
      scene.sendFrames('vb', incoming);
      await fandump.interrupt();
      expect(savedBytes(scene.path('out.pcap'))).toEqual(hexOf([...expected]));
    });
  }

  test('ignore_outgoing leaves only what came in', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'af_packet::va:ignore_outgoing', '-w', scene.path('out.pcap')]);
    scene.sendFrames('va', outgoing);
    scene.sendFrames('vb', incoming);
    await fandump.interrupt();
    expect(savedBytes(scene.path('out.pcap'))).toEqual(hexOf(incoming));
  });

  test('a packet over loopback is seen once', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'lo', '-w', scene.path('lo.pcap'), 'udp', 'dst', 'port', '9']);
    scene.sendDatagrams('127.0.0.1', 9, [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]);
    await fandump.interrupt();
    const lastBytes = savedBytes(scene.path('lo.pcap')).map((bytes) => bytes.slice(-2));
    expect(lastBytes).toEqual(['01', '02', '03']);
  });
});

describe('other devices', () => {
  test('a tun device gives raw IP packets with the link type RAW', async ({ scene, skip }) => {
    const packets = [toBytes(ipv4({}, udp({}, 'through tun'))), toBytes(ipv4({}, tcp({ flags: 'S' })))];
    writePcap(scene.path('tun-input.pcap'), packets, LinkType.raw);
    const args = ['--name', 'tun7', '--file', scene.path('tun-input.pcap')];
    const tun = scene.keep(Program.start(scene.namespace.commandLine(toolPath('send-tun'), args)));
    await tun.prints(/ready/).catch((error: Error) => skip(`no tun device: ${error.message}`));
    scene.namespace.quietUp('tun7');
    const fandump = await scene.fandump(['-i', 'tun7', '-w', scene.path('tun.pcap')]);
    tun.write('\n');
    await tun.prints(/sent=2/);
    await fandump.interrupt();
    expect(readSavefile(scene.path('tun.pcap')).linkType).toBe(LinkType.raw);
    expect(savedBytes(scene.path('tun.pcap'))).toEqual(hexOf(packets));
  });

  test('without a hardware address are listed, named by their number, waited for, and have their link type', async ({
    scene,
    skip,
  }) => {
    const { status, stderr } = scene.namespace.run('ip', ['tuntap', 'add', 'tun0', 'mode', 'tun']);
    if (status !== 0) skip(`no tun device: ${stderr}`);
    scene.namespace.sh('ip link set tun0 up');
    const lines = async (...args: string[]) => (await scene.start(args).ended()).stdout.toString();
    const listed = await lines('-D');
    expect(listed).toMatch(/^\d\.tun0 \[Up/m);
    const number = /^(\d)\.tun0/m.exec(listed)?.[1] ?? '';
    for (const name of ['tun0', number]) expect(await lines('-L', '-i', name)).toMatch(/^ {2}RAW \(Raw IP\)$/m);
    expect(await lines('-d', '-i', 'tun0', 'tcp')).toMatch(/^\(000\) ldb\s+\[0\]$/m);
    expect(await lines('--doctor', 'tun0')).not.toMatch(/no such interface/);
    const waiting = scene.start(['-i', 'tun0', '--wait', '--count']);
    await waiting.says(/listening on tun0, link-type RAW/);
    expect((await waiting.interrupt()).stderr).not.toMatch(/waiting for/);
  });
});
