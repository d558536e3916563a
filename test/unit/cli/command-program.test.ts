import { describe, expect, test } from 'vitest';
import { checkProgram, type StatFile } from '../../../src/cli/command-program';

const files = new Map([
  ['/usr/bin/gzip', 0o755],
  ['hook', 0o755],
  ['/usr/bin/plain', 0o644],
]);

const stat: StatFile = (path) => {
  if (path.startsWith('/root/')) throw Object.assign(new Error(path), { code: 'EACCES' });
  const mode = files.get(path);
  if (mode !== undefined) return { mode, isFile: () => true };
  if (path.endsWith('/folder')) return { mode: 0o755, isFile: () => false };
  throw Object.assign(new Error(path), { code: 'ENOENT' });
};

const check = (program: string, path?: string) => checkProgram([program], { PATH: path }, stat);

describe('the program of -z', () => {
  test('is looked for in the folders of PATH', () => {
    expect(() => check('gzip', '/usr/local/bin:/usr/bin')).not.toThrow();
    expect(() => check('gzip', '/usr/local/bin')).toThrow("-z 'gzip': no folder of PATH has such a program");
  });

  test('is looked for where the system has its programs when there is no PATH', () => {
    expect(() => check('gzip')).not.toThrow();
    expect(() => check('gzp')).toThrow(/no folder of PATH/);
  });

  test('is one of the working folder where PATH has an empty entry', () => {
    expect(() => check('hook', '/usr/bin:')).not.toThrow();
    expect(() => check('hook', '/usr/bin')).toThrow(/no folder of PATH/);
  });

  test('is the file itself where it has a slash', () => {
    expect(() => check('/usr/bin/gzip', '/nowhere')).not.toThrow();
    expect(() => check('/usr/bin/gzp', '/usr/bin')).toThrow("-z '/usr/bin/gzp': there is no such program");
  });

  test('is no folder', () => {
    expect(() => check('/usr/folder')).toThrow(/no such program/);
  });

  test('that nobody may run is refused with what to do', () => {
    expect(() => check('plain', '/usr/bin')).toThrow(
      expect.objectContaining({ message: expect.stringContaining('may not be run'), hint: 'chmod +x /usr/bin/plain' }),
    );
  });

  test('may be where this process may not look', () => {
    expect(() => check('gzp', '/usr/bin:/root/bin')).not.toThrow();
    expect(() => check('/root/hook')).not.toThrow();
  });

  test('is not asked about when there is no command', () => {
    expect(() => checkProgram([], {}, stat)).not.toThrow();
  });
});
