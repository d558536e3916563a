import { printable } from '../source/quote';
import type { Painter } from './color';

/** Something to tell: what happened, and what to do; the hint may be empty. */
export interface Message {
  message: string;
  hint?: string;
}

/** One line on standard error: `fandump: what happened; what to do`. */
export function errorLine(painter: Painter, { message, hint }: Message): string {
  return `${painter.error('fandump:')} ${sentence(message, hint)}\n`;
}

/** The same for what does not end the program. */
export function noticeLine(painter: Painter, { message, hint }: Message): string {
  return `${painter.notice('fandump:')} ${sentence(message, hint)}\n`;
}

/** Lines of text in which names of files and interfaces may stand. */
export function plainLines(texts: readonly string[]): string {
  return texts.map((text) => `${printable(text)}\n`).join('');
}

function sentence(message: string, hint: string | undefined): string {
  return printable(hint ? `${message}; ${hint}` : message);
}
