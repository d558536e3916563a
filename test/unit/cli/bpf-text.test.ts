import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { disassemble, formatDecimal, formatInitializer } from '../../../src/cli/bpf-text';
import type { BpfInstruction } from '../../../src/engine/native';

/** What `tcpdump -ddd` prints, read back. */
function parseDecimal(text: string): BpfInstruction[] {
  const [, ...rows] = text.trim().split('\n');
  return rows.map((row) => {
    const [code, jt, jf, k] = row.split(' ').map(Number);
    return { code, jt, jf, k };
  });
}

const ip = parseDecimal('4\n40 0 0 12\n21 0 1 2048\n6 0 0 262144\n6 0 0 0\n');

describe('a filter program', () => {
  test('is shown by -d with a line for each instruction and the targets of its jumps', () => {
    expect(disassemble(ip)).toBe(
      '(000) ldh      [12]\n' +
        '(001) jeq      #0x800           jt 2\tjf 3\n' +
        '(002) ret      #262144\n' +
        '(003) ret      #0\n',
    );
  });

  test('is shown by -dd as the initializer of an array', () => {
    expect(formatInitializer(ip)).toBe(
      '{ 0x28, 0, 0, 0x0000000c },\n{ 0x15, 0, 1, 0x00000800 },\n{ 0x6, 0, 0, 0x00040000 },\n{ 0x6, 0, 0, 0x00000000 },\n',
    );
  });

  test('is shown by -ddd as its length and four numbers for each instruction', () => {
    expect(formatDecimal(ip)).toBe('4\n40 0 0 12\n21 0 1 2048\n6 0 0 262144\n6 0 0 0\n');
  });

  test.each([
    [{ code: 0x28, k: 0xfffff000 }, 'ldh      [proto]'],
    [{ code: 0x30, k: 0xfffff02c }, 'ldb      [vlan_tci]'],
    [{ code: 0x30, k: 0xfffff030 }, 'ldb      [vlanp]'],
    [{ code: 0x28, k: 0xfffff03c }, 'ldh      [vlan_tpid]'],
    [{ code: 0x20, k: 0xfffff040 }, 'ld       [-4032]'],
    [{ code: 0x80, k: 0 }, 'ld       #pktlen'],
    [{ code: 0xb1, k: 14 }, 'ldxb     4*([14]&0xf)'],
    [{ code: 0x40, k: 16 }, 'ld       [x + 16]'],
    [{ code: 0x61, k: 3 }, 'ldx      M[3]'],
    [{ code: 0x02, k: 5 }, 'st       M[5]'],
    [{ code: 0x54, k: 15 }, 'and      #0xf'],
    [{ code: 0x74, k: 2 }, 'rsh      #2'],
    [{ code: 0x84, k: 0 }, 'neg      '],
    [{ code: 0x0c, k: 0 }, 'add      x'],
    [{ code: 0x05, k: 4 }, 'ja       5'],
    [{ code: 0x16, k: 0 }, 'ret      '],
    [{ code: 0x07, k: 0 }, 'tax      '],
    [{ code: 0x87, k: 0 }, 'txa      '],
    [{ code: 0x08, k: 0 }, 'unimp    0x8'],
  ])('%o is shown as %s', (instruction, text) => {
    expect(disassemble([{ jt: 0, jf: 0, ...instruction }])).toBe(`(000) ${text}\n`);
  });
});

const expressions = [
  '',
  'ip',
  'tcp',
  'udp port 53 or icmp',
  'len > 100',
  'greater 1000 and less 1400',
  'not broadcast',
  'ether host 00:11:22:33:44:55',
  'ether multicast',
  'vlan',
  'vlan 5 and ip',
  'vlan and vlan 7 and host 10.0.0.1',
  'mpls 100',
  'pppoes and tcp',
  'geneve 7',
  'arp or rarp',
  'net 192.168.0.0/16',
  'src portrange 1024-65535',
  'host 2001:db8::1',
  'net 2001:db8::/33',
  'ip6 protochain 6',
  'ip[0] & 0xf > 5',
  'ip[2:2] - ((ip[0]&0xf)<<2) != 0',
  'not ip[8] * 2 / 3 % 5 = ip[9] ^ 7',
  'tcp[tcpflags] & (tcp-syn|tcp-fin) != 0',
  'tcp[4:4] >= 0x80000000',
  'icmp6[0] = 135',
  'proto \\sctp',
  'llc',
  'iso and is-is',
  'ether[0] | ether[1] >> 1 = 3',
  'ether[len - 4] = 1',
];
const hasTcpdump = spawnSync('tcpdump', ['--version']).error === undefined;

describe.skipIf(!hasTcpdump)('beside tcpdump', () => {
  const tcpdump = (form: string, expression: string) =>
    spawnSync('tcpdump', ['-y', 'EN10MB', form, expression], { encoding: 'utf8' }).stdout;

  test.each(expressions)('"%s" has the same three forms', (expression) => {
    const decimal = tcpdump('-ddd', expression);
    const program = parseDecimal(decimal);
    expect(program.length).toBeGreaterThan(0);
    expect(formatDecimal(program)).toBe(decimal);
    expect(disassemble(program)).toBe(tcpdump('-d', expression));
    expect(formatInitializer(program)).toBe(tcpdump('-dd', expression));
  });
});
