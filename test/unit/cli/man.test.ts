import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { flags } from '../../../src/cli/flags';
import { renderManPage } from '../../../src/cli/man';

const folder = join(__dirname, '../../../man');
const page = join(folder, 'fandump.1');

describe('the manual page', () => {
  test('is what the tables and the template make of it (npx vitest run test/unit/cli/man.test.ts -u writes it)', async () => {
    const rendered = renderManPage(readFileSync(join(folder, 'fandump.1.in'), 'utf8'));
    await expect(rendered).toMatchFileSnapshot(page);
  });

  test('names every flag', () => {
    const text = readFileSync(page, 'utf8');
    for (const spec of Object.values(flags)) {
      expect(text).toContain('short' in spec ? `.It Fl ${spec.short}` : `.It Fl Fl ${spec.long}`);
    }
  });

  test('names each letter of tcpdump 4.99.3 that is not taken', () => {
    const letters = [...'AbBcCdDeEfFGhHiIjJKlLmMnNOpqQrsStTuUvVwWxXyzZ#'];
    const ours = new Set<string>(Object.values(flags).map((spec) => ('short' in spec ? spec.short : '')));
    const refused = letters.filter((letter) => !ours.has(letter));
    const words = /Of its flags,\n([\s\S]*?)\nare refused/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
    expect([...words.matchAll(/\b[A-Za-z]\b/g)].map(([letter]) => letter).sort()).toEqual(refused.sort());
  });

  const hasMandoc = spawnSync('mandoc', ['-T', 'lint'], { input: '' }).error === undefined;
  test.skipIf(!hasMandoc)('has nothing that mandoc warns of', () => {
    const lint = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', page], { encoding: 'utf8' });
    expect(lint.stdout + lint.stderr).toBe('');
    expect(lint.status).toBe(0);
  });
});
