import { fstatSync, writeSync } from 'node:fs';

/** Descriptors of the two outputs. */
export const standardOutput = 1;
export const standardError = 2;

const terminalBusy = 'EAGAIN';

/** Text for people and for other programs, apart from packet lines. */
export interface Console {
  out(text: string): void;
  err(text: string): void;
}

/** The process's own outputs; text is written before the call returns. A reader that has gone is not an error. */
export const processConsole: Console = {
  out: (text) => writeText(standardOutput, text),
  err: (text) => writeText(standardError, text),
};

function writeText(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== terminalBusy) return;
      pause();
    }
  }
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
