import { type HexMode, type PacketType, type PrintOptions, packetTypes, type TimeMode } from '../print/options';
import { quote } from '../source/quote';
import type { Arguments } from './arguments';
import type { FlagName } from './flags';
import { UsageError } from './usage-error';

/** By the number of times that -t was given. */
const timeModes: readonly TimeMode[] = ['default', 'none', 'unix', 'delta', 'date', 'sinceFirst'];
const mostVerbose = 3;

/** What the printer is asked for. @throws UsageError for more than five -t, and for an unknown -T */
export function printOptions(given: Arguments['flags'], nanoseconds: boolean): PrintOptions {
  const times = (name: FlagName): number => given.get(name)?.length ?? 0;
  const time = timeModes[times('time')];
  if (time === undefined) {
    throw new UsageError('only -t, -tt, -ttt, -tttt, and -ttttt are supported', 'drop a t');
  }
  const linkLevel = given.has('linkLevel');
  const verbose = Math.min(times('verbose'), mostVerbose);
  return {
    numeric: times('numeric'),
    shortNames: given.has('shortNames'),
    localNames: localNames(given),
    linkLevel,
    time,
    nanoseconds,
    verbose,
    quiet: times('quiet'),
    absoluteSequence: given.has('absoluteSequence'),
    number: given.has('number'),
    hex: hexMode(times('hexAscii'), times('hex'), times('ascii')),
    noChecksum: given.has('noChecksum'),
    asDot: given.has('asDot'),
    opaqueHandles: given.has('opaqueHandles'),
    mesh: given.has('mesh'),
    signatureSecret: given.get('signatureSecret')?.at(-1),
    packetType: packetType(given),
    trustKernel: false,
    metadata: linkLevel || verbose > 0,
    workers: 1,
  };
}

function packetType(given: Arguments['flags']): PacketType | undefined {
  const text = given.get('packetType')?.at(-1);
  if (text === undefined) return undefined;
  const found = packetTypes.find((type) => type === text.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`-T ${quote(text)}: unknown packet type`, `one of ${packetTypes.join(', ')}`);
}

function localNames(given: Arguments['flags']): boolean {
  if (!given.has('localNames')) return false;
  if (given.has('read'))
    throw new UsageError('-f can not be used with -r', 'a file has no network of its own: drop -f');
  return true;
}

/** -X goes before -x, and -x before -A, as in tcpdump. */
function hexMode(hexAscii: number, hex: number, ascii: number): HexMode {
  if (hexAscii > 0) return hexAscii > 1 ? 'XX' : 'X';
  if (hex > 0) return hex > 1 ? 'xx' : 'x';
  if (ascii > 0) return ascii > 1 ? 'AA' : 'A';
  return 'none';
}
