/** How a capture's packets are kept in files: what was asked for, what does not go together, and the addon's terms. */
import { availableParallelism } from 'node:os';
import { version } from '../../package.json';
import type { NativeKeeper, NativeSave } from '../engine/native';
import type { NativeUser } from '../engine/native-rights';
import { byDefault, type Setting } from '../settings/setting';
import { conflict, emptyName } from './error';
import type { Output } from './plan';

export type SavefileFormat = 'pcap' | 'pcapng';
export type CompressionMethod = 'none' | 'zstd' | 'gzip' | 'lz4';
/** `level` below 0: zstd's fast ones; 0: the usual one. */
export interface Compression {
  method: CompressionMethod;
  level: number;
}
export type OnFull = 'stop' | 'oldest' | 'pause';

/** What holds for every file of `-w`. */
export interface SavefilePlan {
  /** By default as the file's name says. */
  format: Setting<SavefileFormat | 'by name'>;
  interfacePerVni: Setting<boolean>;
  /** A file that holds more bytes is followed by another; 0: any size. */
  rotateBytes: Setting<number>;
  /** A file is followed by another after so many seconds; 0: any time. */
  rotateSeconds: Setting<number>;
  /** How many files there are: tcpdump's -W; 0: any number. */
  files: Setting<number>;
  /** Files begin at whole multiples of rotateSeconds since midnight. */
  onClock: Setting<boolean>;
  /** By default as the file's name says. */
  compression: Setting<Compression | 'by name'>;
  /** Bytes of memory for what waits for the disk. */
  bufferBytes: Setting<number>;
  onFull: Setting<OnFull>;
  /** Seconds after which what was written has reached the disk; 0: when the system likes. */
  syncSeconds: Setting<number>;
  /** Past the page cache. */
  uncached: Setting<boolean>;
  force: Setting<boolean>;
  /** A program and its arguments, run for each complete file; empty: none. */
  command: Setting<string[]>;
  /** How many of them run at the same time. */
  commandJobs: Setting<number>;
}

/** When a capture ends by itself; 0: not by this. */
export interface Autostop {
  seconds: number;
  /** Of all savefiles together, before compression. */
  bytes: number;
  packets: number;
}

/** Who writes, in the section header of pcapng. */
export const writer = `fandump ${version}`;

const mebibyte = 1024 ** 2;
const defaultBufferBytes = 64 * mebibyte;

export const noAutostop: Autostop = { seconds: 0, bytes: 0, packets: 0 };

export const defaultSavefile: SavefilePlan = {
  format: byDefault('by name'),
  interfacePerVni: byDefault(false),
  rotateBytes: byDefault(0),
  rotateSeconds: byDefault(0),
  files: byDefault(0),
  onClock: byDefault(false),
  compression: byDefault('by name'),
  bufferBytes: byDefault(defaultBufferBytes),
  onFull: byDefault('stop'),
  syncSeconds: byDefault(0),
  uncached: byDefault(false),
  force: byDefault(false),
  command: byDefault([]),
  commandJobs: byDefault(1),
};

const mostCompressors = 4;

/** Threads that compress: one processor is left to receiving. */
function compressors(): number {
  return Math.min(mostCompressors, Math.max(1, availableParallelism() - 1));
}

/**
 * The default of bufferBytes for packets from files: these wait, and what lies in memory meanwhile is no longer in the
 * processor's cache when it is written.
 */
export function bufferBytesForReading(): number {
  return 2 * mebibyte * (1 + compressors());
}

const compressionSuffix = /\.(gz|zst|lz4)$/i;
const methodsBySuffix: Record<string, CompressionMethod> = { gz: 'gzip', zst: 'zstd', lz4: 'lz4' };

/** pcapng where the name ends so, whatever compression's name is behind it. */
export function formatOf({ format }: SavefilePlan, path: string): SavefileFormat {
  if (format.value !== 'by name') return format.value;
  return /\.(pcapng|ntar)$/i.test(path.replace(compressionSuffix, '')) ? 'pcapng' : 'pcap';
}

/** How a file of this name is compressed. */
export function compressionOf({ compression }: SavefilePlan, path: string): Compression {
  if (compression.value !== 'by name') return compression.value;
  const [, suffix] = compressionSuffix.exec(path) ?? [];
  return { method: suffix === undefined ? 'none' : methodsBySuffix[suffix.toLowerCase()], level: 0 };
}

/** The format of a stream, which has no name. */
export function isPcapngStream(savefile: SavefilePlan): boolean {
  return formatOf(savefile, '') === 'pcapng';
}

/** Whether packets go to others as a savefile over TCP. */
export function isStream({ forward }: Output): boolean {
  return forward?.backend === 'tcp' || forward?.backend === 'tcp+connect';
}

/** Whether one file follows another. */
export function rotates({ rotateBytes, rotateSeconds }: SavefilePlan): boolean {
  return rotateBytes.value > 0 || rotateSeconds.value > 0;
}

/** Whether files are made, renamed or deleted, or programs run, after the capture has begun. */
export function touchesFilesLater({ save, savefile }: Output): boolean {
  if (save === undefined) return false;
  return rotates(savefile) || savefile.command.value.length > 0;
}

/** Who makes files, while the capture runs, in place of a process that gives up its rights. */
export interface FileRights {
  /** Whom files belong to that did not exist before; undefined: whoever makes them. */
  owner?: NativeUser;
  /** Whom commands run as; undefined: whoever this process is. */
  user?: NativeUser;
  /** Root stays root, with all it may. */
  keepsRights: boolean;
}

function toNativeKeeper(output: Output, rights: FileRights | undefined): NativeKeeper | undefined {
  if (rights === undefined || !touchesFilesLater(output)) return undefined;
  const { command, commandJobs } = output.savefile;
  const { user, keepsRights } = rights;
  return { command: command.value, jobs: commandJobs.value, user, keepsRights };
}

/** Refuses what does not go together. @throws PlanError */
export function checkSavefile(output: Output): void {
  const { save, savefile, flushEachBatch, invalid } = output;
  const { interfacePerVni, files, onClock, onFull, uncached, command, commandJobs } = savefile;
  if (save?.value === '') emptyName('-w');
  if (invalid?.value === '') emptyName('--invalid');
  if (save === undefined) {
    const { force, format, interfacePerVni, ...others } = savefile;
    const about: Setting<unknown>[] = Object.values(others);
    if (invalid === undefined) about.push(force);
    if (!isStream(output)) about.push(format, interfacePerVni);
    const given = about.find(({ origin }) => origin !== 'default');
    if (given !== undefined) conflict(`${given.text} is about savefiles, and none is written`, 'add -w FILE');
  }
  if (interfacePerVni.value && formatOf(savefile, save?.value ?? '') === 'pcap') {
    conflict('--interface-per-vni needs pcapng: a pcap file has no interfaces', 'add --pcapng');
  }
  if (save === undefined) return;
  if (rotates(savefile)) {
    if (save.value === '-') conflict('-C and -G write several files, and standard output is one', 'write to -w FILE');
  } else {
    if (files.value > 0) conflict(`${files.text} is about the files of -C or -G`, 'add -C SIZE or -G SECONDS');
    if (onFull.value === 'oldest') {
      conflict('--on-full oldest deletes the oldest file, and there is only one', 'add -C SIZE or -G SECONDS');
    }
  }
  if (commandJobs.origin !== 'default' && command.value.length === 0) {
    conflict(`${commandJobs.text} is about the commands of -z, and none is given`, 'add -z COMMAND');
  }
  if (command.value.length > 0 && save.value === '-') {
    conflict('-z runs a command for each complete file, and standard output is none', 'write to -w FILE');
  }
  if (uncached.value) {
    if (save.value === '-')
      conflict('--direct is for files on a disk, and standard output is none', 'write to -w FILE');
    if (flushEachBatch.value) {
      conflict(
        '-U writes each batch as it comes, and --direct whole blocks',
        'drop one of them; --sync 1 bounds a loss',
      );
    }
  }
  if (onClock.value && savefile.rotateSeconds.value === 0) {
    conflict('--rotate-on-clock is about the files of -G', 'add -G SECONDS');
  }
}

/** The savefile in the addon's terms; without `rights` this process makes its files itself, and keeps what that takes. */
export function toNativeSave(
  path: string,
  output: Output,
  mostBytes: number,
  rights: FileRights | undefined,
): NativeSave {
  const { nanoseconds, flushEachBatch, savefile } = output;
  return {
    path,
    perWorker: path.includes(workerMark),
    pcapng: formatOf(savefile, path) === 'pcapng',
    nanoseconds: nanoseconds.value,
    interfacePerVni: savefile.interfacePerVni.value,
    flushEachBatch: flushEachBatch.value,
    application: writer,
    rotation: {
      bytes: savefile.rotateBytes.value,
      seconds: savefile.rotateSeconds.value,
      onClock: savefile.onClock.value,
      files: savefile.files.value,
    },
    compression: {
      ...compressionOf(savefile, path),
      threads: compressors(),
    },
    bufferBytes: savefile.bufferBytes.value,
    mostBytes,
    onFull: savefile.onFull.value,
    syncSeconds: savefile.syncSeconds.value,
    uncached: savefile.uncached.value,
    force: savefile.force.value,
    owner: rights?.owner,
    keeper: toNativeKeeper(output, rights),
  };
}

/** The file of datagrams that no packet can be taken out of: one file, whatever holds for those of `-w`. */
export function toNativeInvalid(path: string, output: Output, rights: FileRights | undefined): NativeSave {
  const savefile = { ...defaultSavefile, force: output.savefile.force };
  return { ...toNativeSave(path, { ...output, savefile }, 0, rights), perWorker: false };
}

/** In the name of a savefile: one for each worker. */
const workerMark = '%w';
