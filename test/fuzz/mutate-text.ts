import type { Random } from './random';

/** What parsers of text trip over. */
const nuisances = [
  ...['', ' ', '\t', '\n', '\r', '\0', '\x1b[31m', '\x7f', '\x9b', '\u2028', '\ud800', '\uffff', '\u00e9', '\u{1f4a9}'],
  ...['-', '--', '=', ':', '::', '@', ',', '[', ']', '(', ')', '"', "'", '\\', '/', '%', '#', '.', '..', '*'],
  ...['0', '-1', '00', '1e9', '0x10', '4294967296', '9007199254740993', '9'.repeat(40), '1.5', 'NaN', 'Infinity'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a'.repeat(300)],
];
const maxChanges = 4;

/** `seed` damaged: letters and words of it lost, doubled, swapped, or other words put in. */
export function mutateText(random: Random, seed: string, words: readonly string[]): string {
  let text = seed;
  for (let changes = random.below(maxChanges + 1); changes > 0; changes--) {
    const at = random.below(text.length + 1);
    const head = text.slice(0, at);
    const tail = text.slice(at);
    switch (random.below(7)) {
      case 0:
        text = head;
        break;
      case 1:
        text = head + tail.slice(1 + random.below(8));
        break;
      case 2:
        text = head + random.pick(nuisances) + tail;
        break;
      case 3:
        text = head + random.pick(words) + tail;
        break;
      case 4:
        text = head + random.pick(words) + tail.slice(1 + random.below(8));
        break;
      case 5:
        text = head + String.fromCharCode(random.below(random.oneIn(4) ? 0x10000 : 0x80)) + tail.slice(1);
        break;
      default: {
        const from = random.below(text.length + 1);
        text = head + text.slice(from, from + 1 + random.below(16)) + tail;
      }
    }
  }
  return text;
}
