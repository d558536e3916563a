/** Blocks Extensible Exchange Protocol (RFC 3080): the kind of frame. */
import type { PrintContext } from '../context';

/** As many characters as are compared; of tcpdump's words two have three, so a zero byte has to follow them. */
const wordLength = 4;
const words = ['MSG\0', 'RPY ', 'ERR ', 'ANS ', 'NUL ', 'SEQ ', 'END\0'];

export function printBeep(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'beep';
  const word =
    length < wordLength || !view.has(at, wordLength) ? undefined : words.find((one) => starts(context, at, one));
  out.text(' BEEP ');
  out.text(word === undefined ? '(payload or undecoded)' : word.slice(0, 3));
}

function starts(context: PrintContext, at: number, word: string): boolean {
  for (let i = 0; i < wordLength; i++) if (context.view.u8(at + i) !== word.charCodeAt(i)) return false;
  return true;
}
