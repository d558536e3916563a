import { describe, expect } from 'vitest';
import { ethernet, ipv4, tcp, udp, vxlan } from '../../src/frames/frames';
import { fandumpCommand, testEnvironment } from '../support/fandump';
import { writePcap } from '../support/pcap-writer';
import { Program } from '../support/program';
import { type Scene, test } from '../support/scene';

const web = ethernet({}, ipv4({ source: '10.0.0.1' }, tcp({ destinationPort: 80 })));
const dns = ethernet({}, ipv4({ source: '10.0.0.9' }, udp({ destinationPort: 53 }, 'a question')));
const arp = ethernet({ type: 0x0806 }, new Uint8Array(28));

/** Rows of a table without its first line, columns with one blank between them. */
const table = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().replace(/\s+/g, ' '));

describe('--count-by', () => {
  test('counts a file by protocol and source, most packets first', async ({ scene }) => {
    const file = scene.path('in.pcap');
    writePcap(file, [web, dns, web, dns, web, arp]);
    const { code, stdout, stderr } = await scene.start(['-r', file, '--count-by', 'proto,src']).ended();
    expect(code).toBe(0);
    expect(stdout.toString().split('\n')[0].trim().split(/\s+/)).toEqual(['packets', 'bytes', 'proto', 'src']);
    expect(table(stdout.toString())).toEqual([
      `3 ${3 * web.length} tcp 10.0.0.1`,
      `2 ${2 * dns.length} udp 10.0.0.9`,
      `1 ${arp.length} arp -`,
      `6 ${3 * web.length + 2 * dns.length + arp.length} all`,
    ]);
    expect(stderr).toMatch(/^reading from file /);
  });

  test('shows as many rows as --top says, and what the others are together', async ({ scene }) => {
    const file = scene.path('in.pcap');
    writePcap(file, [web, dns, dns, arp]);
    const { stdout } = await scene.start(['-r', file, '--count-by', 'port', '--top', '1']).ended();
    expect(table(stdout.toString())).toEqual([
      `2 ${2 * dns.length} 53/udp`,
      `2 ${web.length + arp.length} (2 more)`,
      `4 ${2 * dns.length + web.length + arp.length} all`,
    ]);
  });

  test('counts what several workers receive from tunnels, with what the filter keeps', async ({ scene }) => {
    const args = ['-i', 'udp::127.0.0.1:4789:workers=2', '--count-by', 'vni,tunnel', 'not vni 9'];
    const fandump = await scene.fandump(args);
    const payloads = [42, 7, 42, 9, 42, 7].map((vni) => vxlan({ vni }, dns));
    scene.sendDatagrams('127.0.0.1', 4789, payloads, { sourcePorts: 16 });
    const { stdout, stderr } = await fandump.interrupt();
    expect(table(stdout.toString())).toEqual([
      `3 ${3 * dns.length} 42 vxlan 42 127.0.0.1 > 127.0.0.1`,
      `2 ${2 * dns.length} 7 vxlan 7 127.0.0.1 > 127.0.0.1`,
      `5 ${5 * dns.length} all`,
    ]);
    expect(stderr).toMatch(/^5 packets captured$/m);
  });

  test('says it while packets come in a pipe after each --stats, as objects with --json', async ({ scene }) => {
    const args = ['-i', 'udp::127.0.0.1:4789', '--count-by', 'vni', '--stats', '50ms', '--json'];
    const fandump = await scene.fandump(args);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({ vni: 42 }, dns)]);
    await fandump.prints(/"final":false,"rows":\[\{"vni":42,"packets":1/);
    const { stdout } = await fandump.interrupt();
    const objects = stdout
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(objects.at(-1)).toEqual({
      by: ['vni'],
      final: true,
      rows: [{ vni: 42, packets: 1, bytes: dns.length }],
      others: { keys: 0, packets: 0, bytes: 0 },
      packets: 1,
      bytes: dns.length,
      exact: true,
    });
  });

  test('prints a table after each --stats, with an empty line between', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'udp::127.0.0.1:4789', '--count-by', 'vni', '--stats', '50ms']);
    await fandump.prints(/^packets {2}bytes {2}vni\n {6}0 {6}0 {2}all\n\npackets/);
    await fandump.interrupt();
  });

  test('is shown by --explain with where it comes from', async ({ scene }) => {
    const args = ['--explain', '-i', 'udp::127.0.0.1:4789', '--count-by', 'vni,flow'];
    const { stdout } = await scene.start(args).ended();
    expect(stdout.toString()).toMatch(/^ {2}counts packets by +vni,flow +flag --count-by vni,flow$/m);
    expect(stdout.toString()).toMatch(/^ {2}rows of the table +20 +default$/m);
  });

  function onTerminal(scene: Scene, TERM: string): Program {
    const args = ['-i', 'udp::127.0.0.1:4789', '--count-by', 'vni,flow', '--stats', '100ms', '-c', '2'];
    const { command, args: words } = fandumpCommand(args, scene.namespace);
    const line = `stty cols 40 rows 10; exec ${[command, ...words].join(' ')}`;
    const terminal = { command: 'script', args: ['-qfec', line, '/dev/null'] };
    return scene.keep(Program.start(terminal, { env: { ...testEnvironment, TERM } }));
  }

  test('is drawn anew on a terminal, and messages stand above it', async ({ scene }) => {
    const fandump = onTerminal(scene, 'xterm');
    await fandump.prints(/listening on/);
    await fandump.prints(/all\r\n/);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({ vni: 42 }, dns)]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the terminal's commands are what is looked for
    await fandump.prints(/\x1b\[2A\r\x1b\[J/);
    await fandump.prints(/ {6}1 +\d+ {2}42 +udp 10\.0\.0\..*\.\.\r\n/);
    scene.sendDatagrams('127.0.0.1', 4789, [vxlan({ vni: 42 }, dns)]);
    const { stdout } = await fandump.ended();
    const lines = stdout.toString().split('\r\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
    const rows = lines.filter((line) => line.includes('udp 10')).map((line) => line.replace(/^.*\x1b\[J/, ''));
    for (const row of rows.slice(0, -1)) expect(row.length).toBeLessThanOrEqual(40);
    expect(rows.at(-1)).toMatch(/^ {6}2 +\d+ {2}42 +udp 10\S+ - 192\S+$/);
  });

  for (const name of ['dumb', '']) {
    test(`is written as into a pipe on a terminal that TERM calls '${name}'`, async ({ scene }) => {
      const fandump = onTerminal(scene, name);
      await fandump.prints(/all\r\n\r\n.*all\r\n/s);
      scene.sendDatagrams('127.0.0.1', 4789, [vxlan({ vni: 42 }, dns), vxlan({ vni: 42 }, dns)]);
      expect((await fandump.ended()).stdout.includes('\x1b')).toBe(false);
    });
  }
});
