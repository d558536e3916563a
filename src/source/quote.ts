/**
 * Text that came from outside, in single quotes, for a message: control characters (C0, DEL, C1) are shown as \xNN
 * so that nothing reaches a terminal raw.
 */
export function quote(text: string): string {
  return `'${printable(text)}'`;
}

/** The text of {@link quote} without the quotes. */
export function printable(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    result += isControl ? `\\x${code.toString(16).padStart(2, '0')}` : character;
  }
  return result;
}
