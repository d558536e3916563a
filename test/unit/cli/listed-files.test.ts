import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { withListedFiles } from '../../../src/cli/listed-files';
import { UsageError } from '../../../src/cli/usage-error';

describe('-V', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fandump-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function list(text: string): string {
    const path = join(folder, 'list');
    writeFileSync(path, text);
    return path;
  }

  const filesOf = (...argv: string[]) => withListedFiles(parseArguments(argv)).flags.get('read');

  test('reads the files of its list behind those of -r', () => {
    const path = list('one.pcap\ntwo files.pcap\n');
    expect(filesOf('-V', path, '-r', 'zero.pcap')).toEqual(['zero.pcap', 'one.pcap', 'two files.pcap']);
  });

  test('takes lines that end as elsewhere, and none that is empty', () => {
    expect(filesOf('-V', list('one.pcap\r\n\r\ntwo.pcap'))).toEqual(['one.pcap', 'two.pcap']);
  });

  test('is about nothing where it is not given', () => {
    const given = parseArguments(['-r', 'one.pcap']);
    expect(withListedFiles(given)).toBe(given);
  });

  test.each([
    ['an empty list', () => list('\n'), /: names no file$/],
    ['a missing list', () => '/nowhere', /^can't open '\/nowhere': No such file or directory$/],
    ['a folder', () => '/', /^can't open '\/': illegal operation on a directory$/],
  ])('is refused with %s', (_title, path, message) => {
    expect(() => filesOf('-V', path())).toThrow(UsageError);
    expect(() => filesOf('-V', path())).toThrow(message);
  });
});
