import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { erspan, ethernet, geneve, gue, ipv4, ipv6, tcp, toBytes, udp, vxlan, vxlanGpe } from '../../src/frames/frames';
import { LinkType } from '../support/pcap-writer';
import { hexOf, readSavefile, savedBytes } from '../support/savefile';
import { test } from '../support/scene';

const frame = ethernet({}, ipv4({}, tcp({ flags: 'S' })));
const nsh = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0);

/** Each cause of refusal: the source's options, a datagram, and the words of the closing line. */
const causes: [options: string, datagram: Uint8Array, words: string][] = [
  ['vxlan', Uint8Array.of(8, 0, 0), 'shorter than the encapsulation'],
  ['vxlan', vxlan({ flags: 0xf7 }, frame), 'VXLAN without its I flag'],
  ['geneve', geneve({ version: 1 }, frame), 'GENEVE version is not 0'],
  ['geneve', geneve({ protocol: 0x1234 }, frame), 'GENEVE carries neither Ethernet nor IP'],
  ['geneve+vxlan', geneve({}, frame), 'no VXLAN inside GENEVE'],
  ['tzsp', Uint8Array.of(1, 0, 0, 18, 1, 2, 3), 'nothing to take out behind its tunnel header'],
  ['erspan', toBytes(erspan(2, frame)).fill(0x40, 0, 1), 'nothing to take out behind its tunnel header'],
  ['geneve:strict', geneve({ flags: 0x80 }, frame), 'a control message'],
  [
    'geneve:strict',
    geneve({ flags: 0x40, options: [{ class: 0x0102, type: 0x80 }] }, frame),
    'GENEVE with a critical option that is not known',
  ],
  ['geneve:strict', Uint8Array.of(1, 0, 0x65, 0x58, 0, 0, 0, 0, 1, 2, 3, 4), 'GENEVE options do not fill their room'],
  ['vxlan-gpe', vxlanGpe({ flags: 0x1c }, frame), 'VXLAN-GPE version is not 0'],
  ['vxlan-gpe', vxlanGpe({ next: 4 }, nsh), 'VXLAN-GPE carries neither Ethernet nor IP'],
  ['vxlan-gpe:strict', vxlanGpe({ flags: 0x0d }, frame), 'a control message'],
  ['gue', gue({ first: 0x20, protocol: 1 }, nsh), 'a control message'],
  ['gue', gue({ flags: 0x0800 }, nsh), 'GUE variant or flags are not known'],
  ['gue', gue({ protocol: 6 }, nsh), 'GUE carries neither IP nor GRE'],
  ['vxlan+vxlan', vxlan({}, frame), 'no such tunnel inside the tunnel'],
  ['auto', Uint8Array.of(1, 2, 3), 'shorter than the encapsulation'],
];

describe('a datagram that no packet can be taken out of', () => {
  test.for(causes)('with %s: %o is counted by cause, with its sender, and kept whole', async (row, { scene }) => {
    const [options, datagram, words] = row;
    const kept = scene.path('invalid.pcap');
    const fandump = await scene.fandump(['-i', `udp::127.0.0.1:4789:${options}`, '--invalid', kept, '--count']);
    scene.sendDatagrams('127.0.0.1', 4789, [datagram, datagram], { sourcePort: 40001 });
    const { stderr, stdout, code } = await fandump.interrupt();
    expect(code).toBe(0);
    expect(stdout.toString()).toBe('0 packets\n');
    const lines = stderr.split('\n').filter((line) => line.includes('invalid'));
    expect(lines[0]).toMatch(new RegExp(`^2 (datagrams|packets) invalid: ${words}, the last from 127.0.0.1:40001$`));
    expect(lines[1]).toBe('2 invalid datagrams kept in the file of --invalid');
    expect(readSavefile(kept).linkType).toBe(LinkType.raw);
    const payloads = savedBytes(kept).map((packet) => packet.slice(2 * 28));
    expect(payloads).toEqual(hexOf([datagram, datagram]));
  });

  test('keeps its addresses and ports over IPv4 and IPv6, in what tshark reads', async ({ scene }) => {
    const kept = scene.path('invalid.pcapng');
    const fandump = await scene.fandump(['-i', 'udp::[::]:4789', '--invalid', kept, '--count']);
    const datagram = vxlan({ flags: 0 }, new Uint8Array(0));
    scene.sendDatagrams('127.0.0.1', 4789, [datagram], { sourcePort: 40001 });
    scene.sendDatagrams('::1', 4789, [datagram], { sourcePort: 40002 });
    await fandump.interrupt();
    const columns = ['ip.src', 'ipv6.src', 'udp.srcport', 'udp.dstport', 'udp.checksum.status', 'frame.comment'];
    const fields = columns.flatMap((column) => ['-e', column]);
    const checks = ['-o', 'udp.check_checksum:TRUE', '-o', 'ip.check_checksum:TRUE'];
    const text = execFileSync('tshark', ['-n', '-r', kept, ...checks, '-T', 'fields', ...fields], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const comment = 'refused: VXLAN without its I flag';
    expect(text.trim().split('\n')).toEqual([
      `127.0.0.1\t\t40001\t4789\t3\t${comment}`,
      `\t::1\t40002\t4789\t1\t${comment}`,
    ]);
  });

  test('of several workers goes into one file, and valid ones go their way', async ({ scene }) => {
    const kept = scene.path('invalid.pcap');
    const args = ['-i', 'udp::127.0.0.1:4789:workers=3', '--invalid', kept, '-w', scene.path('inner.pcap')];
    const fandump = await scene.fandump(args);
    const payloads = Array.from({ length: 300 }, (_, i) => vxlan({ vni: i, flags: i % 3 === 0 ? 0 : 8 }, frame));
    scene.sendDatagrams('127.0.0.1', 4789, payloads, { sourcePorts: 30 });
    const { stderr } = await fandump.interrupt();
    expect(savedBytes(kept).length).toBe(100);
    expect(savedBytes(scene.path('inner.pcap')).length).toBe(200);
    expect(stderr).toMatch(/^100 datagrams invalid: VXLAN without its I flag, the last from 127\.0\.0\.1:\d+$/m);
  });

  test('is in the file soon, while the capture goes on', async ({ scene }) => {
    const kept = scene.path('invalid.pcap');
    const fandump = await scene.fandump(['-i', 'udp::127.0.0.1:4789', '--invalid', kept, '--count']);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({ flags: 0 }, frame)]);
    await expect.poll(() => statSync(kept).size, { timeout: 5000 }).toBeGreaterThan(frame.length);
    await fandump.interrupt();
  });

  test('is named in the live statistics', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'udp::127.0.0.1:4789', '--count', '--stats', '50ms']);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({ flags: 0 }, frame)], { sourcePort: 40001 });
    await fandump.says(/1 invalid \(the last from 127\.0\.0\.1:40001\)/);
    await fandump.interrupt();
  });
});

describe('--invalid', () => {
  test('leaves a file that exists alone, unless --force', async ({ scene }) => {
    const kept = scene.path('invalid.pcap');
    const args = ['-i', 'udp::127.0.0.1:4789', '--invalid', kept, '--count'];
    await (await scene.fandump(args)).interrupt();
    const before = readFileSync(kept);
    const refused = await scene.start(args).ended();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(kept);
    expect(readFileSync(kept)).toEqual(before);
    expect((await (await scene.fandump([...args, '--force'])).interrupt()).code).toBe(0);
  });

  test('on a full disk gives up with one line, and the capture goes on', async ({ scene }) => {
    const args = ['-i', 'udp::127.0.0.1:4789', '--invalid', '/dev/full', '--force', '-w', scene.path('inner.pcap')];
    const fandump = await scene.fandump(args);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({ flags: 0 }, frame)]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({ flags: 0 }, frame), vxlan({}, frame)]);
    const { stderr, code } = await fandump.interrupt();
    expect(code).toBe(0);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([frame]));
    expect(stderr.match(/invalid datagrams are no longer kept/g)).toHaveLength(1);
  });

  test.for([
    [['-i', 'lo'], '--invalid keeps datagrams of udp sources, and there is none'],
    [['-i', 'udp::127.0.0.1:4789', '-w', '/tmp/../x.pcap'], 'both to write'],
  ] as [string[], string][])('%o is refused', async ([words, reason], { scene }) => {
    const { code, stderr } = await scene.start([...words, '--invalid', '/x.pcap']).ended();
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  });
});

describe('a source over both families', () => {
  test('shows what came over each, unmapped', async ({ scene }) => {
    const fandump = await scene.fandump(['--json', '-i', 'udp::[::]:4789:vxlan']);
    const inner = ethernet({}, ipv6({}, udp({}, 'inside')));
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({}, inner)]);
    scene.sendDatagrams('::1', 4789, [vxlan({}, inner)]);
    const { stdout } = await fandump.interrupt();
    const tunnels = stdout.toString().split('\n').filter(Boolean);
    expect(tunnels.map((line) => JSON.parse(line).tunnel.source)).toEqual(['127.0.0.1', '::1']);
  });
});
