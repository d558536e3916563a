/** The commands of ATA over Ethernet and their arguments (AoEr11 3). */
import { macLength } from '../../decode/ethernet';
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';
import { count, nameOrHex8 } from '../text/phrase';

type ArgumentPrinter = (context: PrintContext, at: number, length: number) => void;

const Command = { issue: 0, query: 1, macMask: 2, reserve: 3 } as const;
const commandNames = names(() => ({
  [Command.issue]: 'Issue ATA Command',
  [Command.query]: 'Query Config Information',
  [Command.macMask]: 'MAC Mask List',
  [Command.reserve]: 'Reserve/Release',
}));
const printers = new Map<number, ArgumentPrinter>([
  [Command.issue, issue],
  [Command.query, query],
  [Command.macMask, macMask],
  [Command.reserve, reserve],
]);

const issueLength = 12;
const queryLength = 8;
const macMaskLength = 4;
const reserveLength = 2;
const directiveLength = 8;
const longestConfig = 1024;

const ataFlags: readonly FlagName[] = [
  [0x80, 'MBZ-7'],
  [0x40, 'Ext48'],
  [0x20, 'MBZ-5'],
  [0x10, 'Device'],
  [0x08, 'MBZ-3'],
  [0x04, 'MBZ-2'],
  [0x02, 'Async'],
  [0x01, 'Write'],
];
const configNames = names(() => ({
  0: 'read config string',
  1: 'test config string',
  2: 'test config string prefix',
  3: 'set config string',
  4: 'force set config string',
}));
const maskNames = names(() => ({ 0: 'Read Mac Mask List', 1: 'Edit Mac Mask List' }));
const maskErrorNames = names(() => ({ 1: 'Unspecified Error', 2: 'Bad DCmd directive', 3: 'Mask list full' }));
const directiveNames = names(() => ({
  0: 'No Directive',
  1: 'Add mac address to mask list',
  2: 'Delete mac address from mask list',
}));
const reserveNames = names(() => ({ 0: 'Read reserve list', 1: 'Set reserve list', 2: 'Force set reserve list' }));

/** From the command on: its code, the tag, its argument. */
export function aoeArgument(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const command = view.u8(at);
  out.text(', Command: ');
  nameOrHex8(context.out, commandNames, command);
  const tag = view.u32(at + 1);
  out.text(', Tag: 0x');
  out.hex32(tag);
  printers.get(command)?.(context, at + 5, length - 5);
}

function issue(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < issueLength) {
    context.invalidRest(at, length);
    return;
  }
  const set = view.u8(at);
  out.text('\n\tAFlags: [');
  flagNames(out, ataFlags, set);
  out.char(0x5d);
  count(context.out, ', Err/Feature: ', view.u8(at + 1));
  count(context.out, ', Sector Count: ', view.u8(at + 2));
  count(context.out, ', Cmd/Status: ', view.u8(at + 3));
  count(context.out, '\n\tlba0: ', view.u8(at + 4));
  count(context.out, ', lba1: ', view.u8(at + 5));
  count(context.out, ', lba2: ', view.u8(at + 6));
  count(context.out, ', lba3: ', view.u8(at + 7));
  count(context.out, ', lba4: ', view.u8(at + 8));
  count(context.out, ', lba5: ', view.u8(at + 9));
  view.need(at, issueLength);
  if (length === issueLength) return;
  count(context.out, '\n\tData: ', length - issueLength);
  out.text(' bytes');
}

function query(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < queryLength) {
    context.invalidRest(at, length);
    return;
  }
  count(context.out, '\n\tBuffer Count: ', view.u16(at));
  count(context.out, ', Firmware Version: ', view.u16(at + 2));
  count(context.out, ', Sector Count: ', view.u8(at + 4));
  const command = view.u8(at + 5);
  count(context.out, ', AoE: ', command >>> 4);
  out.text(', CCmd: ');
  // tcpdump writes no number for those that are unknown.
  out.text(configNames.get(command & 0x0f) ?? 'Unknown (0x02x)');
  const size = view.u16(at + 6);
  const left = length - queryLength;
  if (size > longestConfig || size > left) {
    context.invalidRest(at + queryLength, left);
    return;
  }
  if (size === 0) return;
  count(context.out, '\n\tConfig String (length ', size);
  out.text('): ');
  out.reserve(4 * size);
  for (let i = 0; i < size; i++) out.caret(view.u8(at + queryLength + i));
}

function macMask(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < macMaskLength) {
    context.invalidRest(at, length);
    return;
  }
  const command = view.u8(at + 1);
  out.text('\n\tMCmd: ');
  nameOrHex8(context.out, maskNames, command);
  const error = view.u8(at + 2);
  out.text(', MError: ');
  nameOrHex8(context.out, maskErrorNames, error);
  const entries = view.u8(at + 3);
  count(context.out, ', Dir Count: ', entries);
  const left = length - macMaskLength;
  if (entries * directiveLength > left) {
    context.invalidRest(at + macMaskLength, left);
    return;
  }
  for (let i = 0; i < entries; i++) {
    const from = at + macMaskLength + i * directiveLength;
    const directive = view.u8(from + 1);
    out.text('\n\t DCmd: ');
    nameOrHex8(context.out, directiveNames, directive);
    view.need(from + 2, macLength);
    out.text(', Ethernet Address: ');
    namedMac(context, from + 2);
  }
}

function reserve(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const left = length - reserveLength;
  if (left < 0 || left % macLength !== 0) {
    context.invalidRest(at, length);
    return;
  }
  const command = view.u8(at);
  out.text('\n\tRCmd: ');
  nameOrHex8(context.out, reserveNames, command);
  const entries = view.u8(at + 1);
  count(context.out, ', NMacs: ', entries);
  if (entries * macLength !== left) {
    context.invalidRest(at + reserveLength, left);
    return;
  }
  for (let i = 0; i < entries; i++) {
    const from = at + reserveLength + i * macLength;
    view.need(from, macLength);
    count(context.out, '\n\tEthernet Address ', i);
    out.text(': ');
    namedMac(context, from);
  }
}
