import { describe, expect } from 'vitest';
import { ethernet, geneve, ipv4, tcp, udp, vxlan } from '../../src/frames/frames';
import { closingLines } from '../support/closing-lines';
import { numberedFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { test } from '../support/scene';

const web = ethernet({}, ipv4({}, tcp({ destinationPort: 80, flags: 'S' })));
const dns = ethernet({}, ipv4({}, udp({ destinationPort: 53 }, 'a question')));
const refused = (stderr: string) =>
  Number(/^(\d+) datagrams? refused by filter in the kernel$/m.exec(stderr)?.[1] ?? 0);

describe('a filter on packets in tunnels', () => {
  test('is applied by the kernel, and what it refuses is counted and never dropped', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'udp::127.0.0.1:4789', '-w', scene.path('web.pcap'), 'tcp port 80']);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({}, dns), vxlan({}, web), vxlan({}, dns)]);
    const { stderr } = await fandump.interrupt();
    expect(savedBytes(scene.path('web.pcap'))).toEqual(hexOf([web]));
    expect(refused(stderr)).toBe(2);
    expect(closingLines(stderr)).toEqual({ captured: 1, receivedByFilter: 1, droppedByKernel: 0 });
  });

  test('lets invalid datagrams through, so that they are counted by cause', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'udp::127.0.0.1:4789', '--count', 'tcp port 80']);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({ flags: 0 }, dns), Uint8Array.of(8), vxlan({}, dns)]);
    const { stderr } = await fandump.interrupt();
    expect(stderr).toMatch(/^1 datagram invalid: VXLAN/m);
    expect(stderr).toMatch(/^1 datagram invalid: shorter/m);
    expect(refused(stderr)).toBe(1);
  });

  test('looks behind GENEVE options of any length', async ({ scene }) => {
    const options = [{ class: 0x0108, type: 1, data: new Uint8Array(20) }];
    const args = ['-i', 'udp::127.0.0.1:6081:geneve', '-w', scene.path('web.pcap'), 'tcp port 80'];
    const fandump = await scene.fandump(args);
    const payloads = [web, dns].flatMap((frame) => [geneve({}, frame), geneve({ options }, frame)]);
    scene.sendDatagrams('127.0.0.1', 6081, payloads);
    const { stderr } = await fandump.interrupt();
    expect(savedBytes(scene.path('web.pcap'))).toEqual(hexOf([web, web]));
    expect(refused(stderr)).toBe(2);
  });

  test('runs in userspace with gro=on, with the same result', async ({ scene }) => {
    const args = ['-i', 'udp::127.0.0.1:4789:gro=on', '-w', scene.path('web.pcap'), 'tcp port 80'];
    const fandump = await scene.fandump(args);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({}, dns), vxlan({}, web)]);
    const { stderr } = await fandump.interrupt();
    expect(savedBytes(scene.path('web.pcap'))).toEqual(hexOf([web]));
    expect(refused(stderr)).toBe(0);
    expect(stderr).toMatch(/^1 packet refused by filter after decapsulation$/m);
  });

  test('-d shows the program that the kernel runs, --explain says where it runs', async ({ scene }) => {
    const program = await scene.start(['-d', '-i', 'udp::127.0.0.1:4789', 'ip']).ended();
    expect(program.stdout.toString()).toContain('ldh      [28]');
    const inKernel = await scene.start(['--explain', '-i', 'udp::127.0.0.1:4789', 'ip']).ended();
    expect(inKernel.stdout.toString()).toContain('the filter runs in the kernel');
    const loop = await scene.start(['--explain', '-i', 'udp::127.0.0.1:4789', 'ip protochain 6']).ended();
    expect(loop.stdout.toString()).toContain('the filter runs in userspace: it has a loop');
  });
});

describe('losses', () => {
  test('received, dropped and refused add up where the filter and a small buffer both refuse', async ({ scene }) => {
    const source = 'udp::127.0.0.1:4789:raw:udp_recv_buffer_size=8192';
    const fandump = await scene.fandump(['-i', source, '--count', 'ip']);
    const other = ethernet({ type: 0x88b5 }, new Uint8Array(50));
    fandump.signal('SIGSTOP');
    const sent = scene.sendDatagrams('127.0.0.1', 4789, [...numberedFrames(500), ...Array(500).fill(other)]);
    fandump.signal('SIGCONT');
    const { stderr } = await fandump.interrupt();
    const counts = closingLines(stderr);
    expect(counts.droppedByKernel).toBeGreaterThan(300);
    expect(refused(stderr)).toBe(500);
    expect(counts.captured + counts.droppedByKernel + refused(stderr)).toBe(sent);
    expect(stderr).toMatch(/messages found a receive buffer full.*; sysctl -w net.core.rmem_max=/);
  });

  test('--stats says rates and losses while packets come', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'udp::127.0.0.1:4789:raw', '--count', '--stats', '50ms']);
    scene.sendDatagrams('127.0.0.1', 4789, numberedFrames(10));
    await fandump.says(/^fandump: 0\.\d+ s: [1-9]\d* packets\/s, \d+ bytes\/s, 0 dropped/m);
    await fandump.interrupt();
  });

  test('--stats-json says them as objects, by worker', async ({ scene }) => {
    const args = ['-i', 'udp::127.0.0.1:4789:raw', '--count', '--workers', '2', '--stats', '50ms', '--stats-json'];
    const fandump = await scene.fandump(args);
    scene.sendDatagrams('127.0.0.1', 4789, numberedFrames(10));
    await fandump.says(/^\{.*"received":10,.*\}$/m);
    const { stderr } = await fandump.interrupt();
    const reports = [...stderr.matchAll(/^\{.*\}$/gm)].map(([line]) => JSON.parse(line));
    expect(reports[0].workers).toHaveLength(2);
    expect(reports.reduce((sum, { total }) => sum + total.received, 0)).toBe(10);
    expect(reports[0].total.dropped).toBe(0);
    expect(reports[0].host.receive_buffer_full).toBe(0);
  });
});
