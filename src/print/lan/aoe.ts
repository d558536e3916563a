/** ATA over Ethernet (AoEr11, http://brantleycoilecompany.com/AoEr11.pdf). */

import type { PrintContext } from '../context';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { aoeArgument } from './aoe-argument';

const headerLength = 10;
const version1 = 1;
const errorFlag = 0x04;
const flags: readonly FlagName[] = [
  [0x08, 'Response'],
  [errorFlag, 'Error'],
  [0x02, 'MBZ-1'],
  [0x01, 'MBZ-0'],
];
const errorNames = names(() => ({
  1: 'Unrecognized command code',
  2: 'Bad argument parameter',
  3: 'Device unavailable',
  4: 'Config string present',
  5: 'Unsupported version',
  6: 'Target is reserved',
}));

export function printAoe(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'aoe';
  out.text('AoE length ');
  out.decimal(length);
  if (length < 1) {
    context.invalid();
    return;
  }
  const version = view.u8(at) >>> 4;
  out.text(', Ver ');
  out.decimal(version);
  if (version === version1) header(context, at, length);
}

function header(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < headerLength) {
    context.invalid();
    view.need(at, length);
    return;
  }
  const set = view.u8(at) & 0x0f;
  out.text(', Flags: [');
  flagNames(out, flags, set);
  out.char(0x5d);
  if (context.verbose === 0) return;
  if ((set & errorFlag) !== 0) {
    const error = view.u8(at + 1);
    out.text('\n\tError: ');
    nameOr(out, errorNames, error, 'Invalid (', ')');
  }
  const major = view.u16(at + 2);
  out.text('\n\tMajor: 0x');
  out.hex16(major);
  const minor = view.u8(at + 4);
  out.text(', Minor: 0x');
  out.hex8(minor);
  aoeArgument(context, at + 5, length - 5);
}
