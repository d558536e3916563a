import type { Autostop, CompressionMethod, OnFull, SavefileFormat, SavefilePlan } from '../plan/savefile';
import { defaultSavefile, noAutostop } from '../plan/savefile';
import { byDefault, byFlag, type Setting } from '../plan/setting';
import { quote } from '../source/quote';
import type { Arguments } from './arguments';
import { commandWords } from './command-words';
import { type FlagName, flags, flagText } from './flags';
import { UsageError } from './usage-error';

type GivenFlags = Arguments['flags'];

const suffixes: Record<string, number> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
/** tcpdump's unit of -C. */
const million = 1_000_000;
const mostSeconds = 100 * 366 * 86_400;
/** As many as tcpdump's digits allow for, and no name is longer for it. */
const mostFiles = 1_000_000;
const mostJobs = 64;
const leastBuffer = 1024 ** 2;
const mostBuffer = 64 * 1024 ** 3;

const levels: Record<Exclude<CompressionMethod, 'none'>, readonly [min: number, max: number]> = {
  zstd: [1, 19],
  gzip: [1, 9],
  lz4: [1, 12],
};

/** What the flags say about savefiles. @throws UsageError */
export function savefileOptions(given: GivenFlags): SavefilePlan {
  return {
    format: format(given),
    interfacePerVni: switched(given, 'interfacePerVni'),
    rotateBytes: fromFlag(given, 'rotateSize', defaultSavefile.rotateBytes, (text) => size(text, million)),
    rotateSeconds: fromFlag(given, 'rotateSeconds', defaultSavefile.rotateSeconds, (text) => count(text, mostSeconds)),
    files: fromFlag(given, 'fileCount', defaultSavefile.files, (text) => count(text, mostFiles)),
    onClock: switched(given, 'rotateOnClock'),
    compression: fromFlag(given, 'compress', defaultSavefile.compression, compression),
    bufferBytes: fromFlag(given, 'bufferMax', defaultSavefile.bufferBytes, bufferSize),
    onFull: fromFlag(given, 'onFull', defaultSavefile.onFull, onFull),
    syncSeconds: fromFlag(given, 'sync', defaultSavefile.syncSeconds, (text) => count(text, mostSeconds)),
    uncached: switched(given, 'direct'),
    force: switched(given, 'force'),
    command: fromFlag(given, 'fileCommand', defaultSavefile.command, commandWords),
    commandJobs: fromFlag(given, 'commandJobs', defaultSavefile.commandJobs, (text) => count(text, mostJobs)),
  };
}

/** When the capture ends by itself: all conditions of all --autostop. @throws UsageError */
export function autostop(given: GivenFlags): Setting<Autostop> {
  const texts = given.get('autostop');
  if (texts === undefined) return byDefault(noAutostop);
  const result = { ...noAutostop };
  for (const condition of texts.flatMap((text) => text.split(','))) {
    const [, name, value = ''] = /^(duration|filesize|packets):(.*)$/.exec(condition) ?? [];
    const amount = name === 'filesize' ? size(value, 1) : count(value, Number.MAX_SAFE_INTEGER);
    if (name === undefined || amount === undefined) {
      throw new UsageError(
        `invalid condition ${quote(condition)} of --autostop`,
        'write it as --autostop duration:60,filesize:1G,packets:1000',
      );
    }
    result[name === 'duration' ? 'seconds' : name === 'filesize' ? 'bytes' : 'packets'] = amount;
  }
  return byFlag(result, `--autostop ${texts.join(',')}`);
}

function switched(given: GivenFlags, name: FlagName): Setting<boolean> {
  return given.has(name) ? byFlag(true, flagText(flags[name])) : byDefault(false);
}

/** The last of several, as tcpdump takes it; `parse` returns undefined for what cannot be understood. */
function fromFlag<T>(
  given: GivenFlags,
  name: FlagName,
  fallback: Setting<T>,
  parse: (text: string) => T | undefined,
): Setting<T> {
  const text = given.get(name)?.at(-1);
  if (text === undefined) return fallback;
  const value = parse(text);
  if (value !== undefined) return byFlag(value, `${flagText(flags[name])} ${text}`);
  const { argument, help } = flags[name] as { argument?: string; help: string };
  throw new UsageError(`invalid ${argument} ${quote(text)} of ${flagText(flags[name])}`, help);
}

function format(given: GivenFlags): Setting<SavefileFormat | 'by name'> {
  if (given.has('pcap') && given.has('pcapng')) {
    throw new UsageError('--pcap and --pcapng are two formats', 'drop one of them');
  }
  if (given.has('pcap')) return byFlag('pcap', '--pcap');
  return given.has('pcapng') ? byFlag('pcapng', '--pcapng') : defaultSavefile.format;
}

/** A whole number from 1 to `most`. */
function count(text: string, most: number): number | undefined {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : undefined;
}

/** Bytes: with k, M or G behind it in powers of 1024, else in `unit`. */
function size(text: string, unit: number): number | undefined {
  const match = /^(\d{1,9})([kmg])?$/i.exec(text);
  if (match === null) return undefined;
  const bytes = Number(match[1]) * (match[2] === undefined ? unit : suffixes[match[2].toLowerCase()]);
  return bytes >= 1 ? bytes : undefined;
}

function bufferSize(text: string): number | undefined {
  const bytes = size(text, 1);
  return bytes === undefined || bytes < leastBuffer || bytes > mostBuffer ? undefined : bytes;
}

function compression(text: string): SavefilePlan['compression']['value'] | undefined {
  const match = /^(zstd|gzip|lz4)(?::(\d{1,2}))?$/.exec(text);
  if (match === null) return undefined;
  const method = match[1] as keyof typeof levels;
  if (match[2] === undefined) return { method, level: 0 };
  const level = Number(match[2]);
  const [min, max] = levels[method];
  return level < min || level > max ? undefined : { method, level };
}

function onFull(text: string): OnFull | undefined {
  return (['stop', 'oldest', 'pause'] as const).find((word) => word === text);
}
