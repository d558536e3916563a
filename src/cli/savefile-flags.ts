import type { Autostop, Compression, CompressionMethod, SavefileFormat, SavefilePlan } from '../plan/savefile';
import { bufferBytesForReading, defaultSavefile, noAutostop } from '../plan/savefile';
import { byDefault, byFlag, type Setting } from '../settings/setting';
import { quote } from '../source/quote';
import { size } from '../source/units';
import { choice, integer, ValueError, type ValueType } from '../source/value';
import type { Arguments } from './arguments';
import { commandWords } from './command-words';
import { parsed } from './flag-value';
import { type FlagName, flags, flagText } from './flags';
import { UsageError } from './usage-error';

type GivenFlags = Arguments['flags'];

/** tcpdump's unit of -C. */
const million = 1_000_000;
const mostMillions = 999_999_999;
const mostBytes = 1024 ** 5;
const seconds = integer(1, 100 * 366 * 86_400);
/** As many as tcpdump's digits allow for, and no name is longer for it. */
const files = integer(1, 1_000_000);
const jobs = integer(1, 64);
const bufferBytes = size(1024 ** 2, 64 * 1024 ** 3);
const onFull = choice(['stop', 'oldest', 'pause'] as const);

const methods = choice(['zstd', 'gzip', 'lz4', 'none'] as const);
/** Below 0 are zstd's fast levels (its manual calls them --fast=1 and so on). No method has a level 0. */
const levels: Record<Exclude<CompressionMethod, 'none'>, readonly [min: number, max: number]> = {
  zstd: [-50, 19],
  gzip: [1, 9],
  lz4: [1, 12],
};

/** What stands behind the colon of each condition of --autostop. */
const conditions: Record<string, { key: keyof Autostop; type: ValueType<number> }> = {
  duration: { key: 'seconds', type: seconds },
  filesize: { key: 'bytes', type: size(1, mostBytes) },
  packets: { key: 'packets', type: integer(1, 999_999_999_999_999) },
};

/** What the flags say about savefiles. @throws UsageError */
export function savefileOptions(given: GivenFlags): SavefilePlan {
  return {
    format: format(given),
    interfacePerVni: switched(given, 'interfacePerVni'),
    rotateBytes: fromFlag(given, 'rotateSize', defaultSavefile.rotateBytes, rotateBytes),
    rotateSeconds: fromFlag(given, 'rotateSeconds', defaultSavefile.rotateSeconds, seconds.parse),
    files: fromFlag(given, 'fileCount', defaultSavefile.files, files.parse),
    onClock: switched(given, 'rotateOnClock'),
    compression: fromFlag(given, 'compress', defaultSavefile.compression, compression),
    bufferBytes: fromFlag(given, 'bufferMax', bufferDefault(given), bufferBytes.parse),
    onFull: fromFlag(given, 'onFull', defaultSavefile.onFull, onFull.parse),
    syncSeconds: fromFlag(given, 'sync', defaultSavefile.syncSeconds, seconds.parse),
    uncached: switched(given, 'direct'),
    force: switched(given, 'force'),
    command: fromFlag(given, 'fileCommand', defaultSavefile.command, commandWords),
    commandJobs: fromFlag(given, 'commandJobs', defaultSavefile.commandJobs, jobs.parse),
  };
}

function bufferDefault(given: GivenFlags): Setting<number> {
  return given.has('read') ? byDefault(bufferBytesForReading()) : defaultSavefile.bufferBytes;
}

/** When the capture ends by itself: all conditions of all --autostop. @throws UsageError */
export function autostop(given: GivenFlags): Setting<Autostop> {
  const texts = given.get('autostop');
  if (texts === undefined) return byDefault(noAutostop);
  const result = { ...noAutostop };
  for (const condition of texts.flatMap((text) => text.split(/[,\s]+/))) {
    const [name, value = ''] = condition.split(/:(.*)/s);
    if (!Object.hasOwn(conditions, name)) {
      throw new UsageError(
        `--autostop: ${quote(condition)} is none of duration:SECONDS, filesize:SIZE and packets:COUNT`,
        'write it as --autostop duration:60,filesize:1G,packets:1000',
      );
    }
    const { key, type } = conditions[name];
    result[key] = parsed(`--autostop ${name}`, value, type.parse);
  }
  return byFlag(result, `--autostop ${texts.join(',')}`);
}

function switched(given: GivenFlags, name: FlagName): Setting<boolean> {
  return given.has(name) ? byFlag(true, flagText(flags[name])) : byDefault(false);
}

/** The last of several, as tcpdump takes it. */
function fromFlag<T>(given: GivenFlags, name: FlagName, fallback: Setting<T>, parse: (text: string) => T): Setting<T> {
  const text = given.get(name)?.at(-1);
  if (text === undefined) return fallback;
  const flag = flagText(flags[name]);
  return byFlag(parsed(flag, text, parse), `${flag} ${text}`);
}

function format(given: GivenFlags): Setting<SavefileFormat | 'by name'> {
  if (given.has('pcap') && given.has('pcapng')) {
    throw new UsageError('--pcap and --pcapng are two formats', 'drop one of them');
  }
  if (given.has('pcap')) return byFlag('pcap', '--pcap');
  return given.has('pcapng') ? byFlag('pcapng', '--pcapng') : defaultSavefile.format;
}

/** Bytes of a file: millions of them, or with k, M or G behind it powers of 1024. */
function rotateBytes(text: string): number {
  return /^\d+$/.test(text) ? integer(1, mostMillions).parse(text) * million : size(1, mostBytes).parse(text);
}

function compression(text: string): Compression {
  const [name, level] = text.split(/:(.*)/s);
  const method = methods.parse(name);
  if (level === undefined) return { method, level: 0 };
  if (method === 'none') throw new ValueError('none has no level', 'write --compress none');
  const [min, max] = levels[method];
  const value = /^-?[1-9]\d?$/.test(level) ? Number(level) : Number.NaN;
  if (value >= min && value <= max) return { method, level: value };
  throw new ValueError(
    `${method} has no level ${quote(level)}`,
    `write ${method}:${min} to ${method}:${max}${min < 0 ? ', but not 0' : ''}`,
  );
}
