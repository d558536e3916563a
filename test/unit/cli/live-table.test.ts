import { describe, expect, test } from 'vitest';
import { LiveTable } from '../../../src/cli/live-table';

/** What a terminal of so many rows shows in the end, as far as a table uses it. */
function screenOf(written: string): string[] {
  const lines: string[] = [];
  let row = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the terminal's commands are what is read
  for (const [part] of written.matchAll(/\x1b\[(\d*)([AJ])|\r|\n|[^\x1b\r\n]+/g)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
    const [, count, command] = /^\x1b\[(\d*)([AJ])$/.exec(part) ?? [];
    if (command === 'A') row -= Number(count);
    else if (command === 'J') lines.length = row;
    else if (part === '\n') row++;
    else if (part !== '\r') lines[row] = part;
  }
  return lines;
}

function terminal(rows = 24) {
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  const table = new LiveTable({ out: write, err: write }, () => ({ columns: 40, rows }));
  return { table, screen: () => screenOf(written) };
}

describe('a table that is drawn again', () => {
  test('takes the place of the one before, longer or shorter', () => {
    const { table, screen } = terminal();
    table.console.err('listening\n');
    table.draw(() => ['one', 'two']);
    table.draw(() => ['1', '2', '3']);
    expect(screen()).toEqual(['listening', '1', '2', '3']);
    table.draw(() => ['last']);
    expect(screen()).toEqual(['listening', 'last']);
  });

  test('stays below what is said meanwhile', () => {
    const { table, screen } = terminal();
    table.draw(() => ['one', 'two']);
    table.console.err('a notice\n');
    table.console.out('a file\n');
    expect(screen()).toEqual(['a notice', 'a file', 'one', 'two']);
  });

  test('leaves out what does not fit on the screen, and is gone in the end', () => {
    const { table, screen } = terminal(3);
    table.draw((columns) => [`${columns}`, '2', '3', '4']);
    expect(screen()).toEqual(['40', '2']);
    table.erase();
    expect(screen()).toEqual([]);
  });
});
