/**
 * A command line that can be pasted: words that the shell would take apart are quoted. An interface may be called
 * `a;reboot` (dev_valid_name in net/core/dev.c refuses only '/', ':' and blanks).
 */
export function commandLine(...words: readonly (string | number)[]): string {
  return words.map((word) => shellWord(String(word))).join(' ');
}

/** One word for sh(1); control characters in the form $'\x1b', which bash, zsh and ksh read. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (!hasControl(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  let quoted = '';
  for (const byte of Buffer.from(text)) {
    const character = String.fromCharCode(byte);
    quoted += /[\w@%+=:,./ -]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return `$'${quoted}'`;
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character < ' ' || (character >= '\u007f' && character <= '\u009f'));
}
