import { randomBytes } from 'node:crypto';
import { closeSync, constants, fdatasyncSync, openSync, statfsSync, writeSync } from 'node:fs';

/** open(2): a file without a name, gone when it is closed. Node has no constant for it; x86, ARM, POWER and RISC-V share it. */
const unnamedFile = 0o20000000 | constants.O_DIRECTORY;

const chunkBytes = 1024 * 1024;
/** Enough that one seek does not decide, little enough not to disturb whoever else writes there. */
const maxChunks = 32;
const maxMilliseconds = 500;
/** What must stay free: the measurement takes at most this part of the free space. */
const freeShare = 8;
const nanosecondsPerSecond = 1e9;

/**
 * Bytes per second that a folder's file system takes, flushed to its device, measured with at most 32 MiB in a file
 * that never has a name (O_TMPFILE). undefined where the file system has no such files, or too little room.
 */
export function measureWriteSpeed(folder: string): number | undefined {
  let file: number;
  try {
    file = openSync(folder, unnamedFile | constants.O_RDWR, 0o600);
  } catch {
    return undefined;
  }
  try {
    const { bsize, bavail } = statfsSync(folder);
    const chunks = Math.min(maxChunks, Math.floor((bsize * bavail) / freeShare / chunkBytes));
    return chunks === 0 ? undefined : timeWriting(file, chunks);
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** A file system that compresses or finds equal blocks would be praised for nothing. */
export function incompressible(length: number): Buffer {
  return randomBytes(length);
}

function timeWriting(file: number, chunks: number): number {
  const chunk = incompressible(chunkBytes);
  const start = process.hrtime.bigint();
  const elapsed = () => Number(process.hrtime.bigint() - start);
  let written = 0;
  for (let index = 0; index < chunks && elapsed() < maxMilliseconds * 1e6; index++) written += writeSync(file, chunk);
  fdatasyncSync(file);
  return (written / elapsed()) * nanosecondsPerSecond;
}
