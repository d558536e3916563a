import { fstatSync, writeSync } from 'node:fs';
import { errno } from '../kernel/errno';
import { Outlet, type OutputAddon, outputFailure } from './outlet';

/** Descriptors of the two outputs. */
export const standardOutput = 1;
export const standardError = 2;

const terminalBusy = 'EAGAIN';

/** Text for people and for other programs, apart from packet lines. */
export interface Console {
  out(text: string): void;
  err(text: string): void;
}

/**
 * The process's own outputs. Text is written before the call returns, but while a capture runs: then it goes through the
 * capture's outlets. A reader that has gone is not an error.
 * @throws CaptureError EOUTPUT from out, where what was asked for cannot be written
 */
export const processConsole: Console = {
  out: (text) => {
    if (outlets) return outlets.text.message(text);
    const failure = writeText(standardOutput, text);
    if (failure !== 0 && failure !== errno.brokenPipe) throw outputFailure(failure);
  },
  err: (text) => {
    if (outlets) return outlets.messages.message(text);
    writeText(standardError, text);
  },
};

/** Both outputs of a capture that runs. */
export interface Outlets {
  text: Outlet;
  messages: Outlet;
}

let outlets: Outlets | undefined;

/** From here on nothing that is written waits for its reader, until `closeOutlets`. */
export function openOutlets(addon: OutputAddon): Outlets {
  outlets = { text: new Outlet(addon, standardOutput), messages: new Outlet(addon, standardError) };
  return outlets;
}

/**
 * Resolves when both have written what they held, or given up.
 * @throws CaptureError where a table or number, which `Console.out` took, could not be written
 */
export async function allWritten({ text, messages }: Outlets): Promise<void> {
  await text.drained();
  await messages.drained();
  if (!text.isReaderGone) text.check();
}

/** What they still hold is lost. */
export function closeOutlets(): void {
  outlets = undefined;
}

/** Returns 0, or the errno for which the rest was not written. */
function writeText(descriptor: number, text: string): number {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code, errno: negative = 0 } = error as NodeJS.ErrnoException;
      if (code !== terminalBusy) return -negative;
      pause();
    }
  }
  return 0;
}

/** Gives the reader of a full non-blocking pipe a moment. */
function pause(): void {
  const milliseconds = 5;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Whether a descriptor is a terminal. node:tty is loaded only when it may be: it costs 2 ms. */
export async function isTerminal(descriptor: number): Promise<boolean> {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  const { isatty } = await import('node:tty');
  return isatty(descriptor);
}

/** Whether what is written there may move the cursor and have colour: not on a terminal that TERM calls dumb, or nothing. */
export async function isScreen(descriptor: number): Promise<boolean> {
  const { TERM } = process.env;
  return Boolean(TERM) && TERM !== 'dumb' && (await isTerminal(descriptor));
}
