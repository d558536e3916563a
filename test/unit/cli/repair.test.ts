import { beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../../src/cli/main';
import { CaptureError } from '../../../src/engine/errors';

const asked = vi.hoisted(() => [] as string[]);

vi.mock('../../../src/engine/addon', () => ({
  loadAddon: () => ({
    repairSavefile(path: string) {
      asked.push(path);
      if (path === 'none') {
        throw new CaptureError('ESAVEFILE_OPEN', 'none: No such file or directory', 2);
      }
      if (path === 'whole') return { packets: 1, torn: false, removedBytes: 0 };
      return { packets: 9, torn: true, removedBytes: path === 'x.gz' ? 0 : 7 };
    },
  }),
}));

async function run(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await main(argv, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

describe('--repair', () => {
  beforeEach(() => asked.splice(0));

  test('says what it did to each file', async () => {
    expect(await run('--repair', 'x', 'x.gz', 'whole')).toEqual({
      code: 0,
      out:
        'x: 7 bytes of a torn record removed, 9 packets kept\n' +
        'x.gz: its torn end removed, 9 packets kept\n' +
        'whole: whole, 1 packet\n',
      err: '',
    });
  });

  test('writes no control character of a name raw', async () => {
    expect((await run('--repair', 'x\x1b[2J')).out).toMatch(/^x\\x1b\[2J: 7 bytes/);
  });

  test('goes on behind a file that cannot be mended, with exit code 1', async () => {
    const { code, out, err } = await run('--repair', 'none', '--repair', 'whole', '--color', 'never');
    expect(code).toBe(1);
    expect(out).toBe('whole: whole, 1 packet\n');
    expect(err).toBe('fandump: none: No such file or directory\n');
  });

  test.each([
    ['-w', ['-w', 'y']],
    ['-r', ['-r', 'y']],
    ['--force', ['--force']],
  ])('refuses %s beside it, and repairs nothing', async (flag, words) => {
    const { code, err } = await run('--repair', 'x', ...words);
    expect(code).toBe(2);
    expect(err).toBe(
      `fandump: --repair mends files where they are, and ${flag} has no meaning beside it; fandump --repair FILE...\n`,
    );
    expect(asked).toEqual([]);
  });
});
