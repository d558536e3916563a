// Classic BPF programs as text, in the three forms of tcpdump's -d. Codes: linux/bpf_common.h; ancillary loads:
// linux/filter.h.
import type { BpfInstruction } from '../engine/native';

const conditionalColumn = 16;
const nameColumn = 8;

/** -d: one line per instruction with its number, name and operand. */
export function disassemble(program: readonly BpfInstruction[]): string {
  return program.map((instruction, index) => `${formatInstruction(instruction, index)}\n`).join('');
}

/** -dd: the initializer of a C array. */
export function formatInitializer(program: readonly BpfInstruction[]): string {
  return program
    .map(({ code, jt, jf, k }) => `{ 0x${code.toString(16)}, ${jt}, ${jf}, 0x${hex(k).padStart(8, '0')} },\n`)
    .join('');
}

/** -ddd: the number of instructions, then the four numbers of each. */
export function formatDecimal(program: readonly BpfInstruction[]): string {
  return `${program.length}\n${program.map(({ code, jt, jf, k }) => `${code} ${jt} ${jf} ${k >>> 0}\n`).join('')}`;
}

function formatInstruction({ code, jt, jf, k }: BpfInstruction, index: number): string {
  const mnemonic = mnemonics.get(code);
  const name = mnemonic?.name ?? 'unimp';
  const operand = mnemonic === undefined ? `0x${hex(code)}` : mnemonic.operand(k, index + 1);
  const start = `(${String(index).padStart(3, '0')}) ${name.padEnd(nameColumn)} `;
  if ((code & classMask) !== jmp || (code & operationMask) === jumpAlways) return start + operand;
  return `${start}${operand.padEnd(conditionalColumn)} jt ${index + 1 + jt}\tjf ${index + 1 + jf}`;
}

interface Mnemonic {
  name: string;
  /** The operand's text; `next` is the number of the instruction that follows. */
  operand(k: number, next: number): string;
}

const classMask = 0x07;
const operationMask = 0xf0;
const ld = 0x00;
const ldx = 0x01;
const st = 0x02;
const stx = 0x03;
const alu = 0x04;
const jmp = 0x05;
const ret = 0x06;
const misc = 0x07;
const jumpAlways = 0x00;

/** Width of a load, and how it finds its place. */
const widths: [code: number, suffix: string][] = [
  [0x00, ''],
  [0x08, 'h'],
  [0x10, 'b'],
];
const oneByte = 0x10;
const modeAbsolute = 0x20;
const modeIndirect = 0x40;
const modeMemory = 0x60;
const modeLength = 0x80;
const modeHeaderLength = 0xa0;

/** The operand is X, or for ret the accumulator. */
const fromX = 0x08;
const fromA = 0x10;
const transferXToA = 0x80;

const none = () => '';
const constant = (k: number) => `#${k | 0}`;
const hexConstant = (k: number) => `#0x${hex(k)}`;
const memory = (k: number) => `M[${k | 0}]`;
const register = () => 'x';

/** Names in the order of their operation codes, 0x10 apart; hex where the constant is a mask and not a quantity. */
const aluOperations: [name: string, operand: (k: number) => string][] = [
  ['add', constant],
  ['sub', constant],
  ['mul', constant],
  ['div', constant],
  ['or', hexConstant],
  ['and', hexConstant],
  ['lsh', constant],
  ['rsh', constant],
  ['neg', none],
  ['mod', constant],
  ['xor', hexConstant],
];
const operationStep = 0x10;
const jumpNames = ['jeq', 'jgt', 'jge', 'jset'];

const mnemonics = buildMnemonics();

function buildMnemonics(): Map<number, Mnemonic> {
  const table = new Map<number, Mnemonic>();
  const add = (code: number, name: string, operand: Mnemonic['operand']) => table.set(code, { name, operand });
  for (const [width, suffix] of widths) {
    add(ld | width | modeAbsolute, `ld${suffix}`, (k) => `[${ancillaryName(k) ?? String(k | 0)}]`);
    add(ld | width | modeIndirect, `ld${suffix}`, (k) => `[x + ${k | 0}]`);
  }
  for (const [kind, name] of [[ld, 'ld'] as const, [ldx, 'ldx'] as const]) {
    add(kind, name, hexConstant);
    add(kind | modeMemory, name, memory);
  }
  add(ld | modeLength, 'ld', () => '#pktlen');
  add(ldx | oneByte | modeHeaderLength, 'ldxb', (k) => `4*([${k | 0}]&0xf)`);
  add(st, 'st', memory);
  add(stx, 'stx', memory);
  for (const [index, [name, operand]] of aluOperations.entries()) {
    const code = alu | (index * operationStep);
    add(code, name, operand);
    if (operand !== none) add(code | fromX, name, register);
  }
  add(jmp, 'ja', (k, next) => String((next + k) | 0));
  for (const [index, name] of jumpNames.entries()) {
    const code = jmp | ((index + 1) * operationStep);
    add(code, name, hexConstant);
    add(code | fromX, name, register);
  }
  add(ret, 'ret', constant);
  add(ret | fromA, 'ret', none);
  add(misc, 'tax', none);
  add(misc | transferXToA, 'txa', none);
  return table;
}

/** SKF_AD_OFF: loads from here on read what the kernel knows of a packet besides its bytes, four apart. */
const ancillaryBase = 0xfffff000;
const ancillaryStep = 4;
const ancillaryNames = [
  'proto',
  'type',
  'ifidx',
  'nla',
  'nlan',
  'mark',
  'queue',
  'hatype',
  'rxhash',
  'cpu',
  'xor_x',
  'vlan_tci',
  'vlanp',
  'poff',
  'random',
  'vlan_tpid',
];

function ancillaryName(k: number): string | undefined {
  return ancillaryNames[((k >>> 0) - ancillaryBase) / ancillaryStep];
}

function hex(value: number): string {
  return (value >>> 0).toString(16);
}
