import type { Arguments } from './arguments';
import { isScreen } from './console';
import { UsageError } from './usage-error';

/** Text in the colours of its meaning; without colour, the text itself. */
export interface Painter {
  error(text: string): string;
  notice(text: string): string;
  heading(text: string): string;
  faint(text: string): string;
}

const plain: Painter = {
  error: (text) => text,
  notice: (text) => text,
  heading: (text) => text,
  faint: (text) => text,
};

/**
 * The painter for text that goes to a descriptor: by --color, else by NO_COLOR (https://no-color.org) and by whether it
 * is a terminal that has any. chalk is loaded only when there will be colour.
 * @throws UsageError for a --color that does not exist
 */
export async function choosePainter(flags: Arguments['flags'], descriptor: number): Promise<Painter> {
  if (!(await wantsColor(flags.get('color')?.at(-1), descriptor))) return plain;
  const { Chalk } = await import('chalk');
  const basicColors = 1;
  const chalk = new Chalk({ level: basicColors });
  return { error: chalk.red.bold, notice: chalk.yellow, heading: chalk.bold, faint: chalk.dim };
}

async function wantsColor(when: string | undefined, descriptor: number): Promise<boolean> {
  switch (when) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'auto':
    case undefined:
      return !process.env.NO_COLOR && (await isScreen(descriptor));
    default:
      throw new UsageError(`--color is auto, always or never, not '${when}'`, 'leave it out for auto');
  }
}
