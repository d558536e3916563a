import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Backend } from '../../src/source/backend';
import { backends } from '../../src/source/uri';

const rows = readFileSync(join(__dirname, '../../README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'));

const options = Object.values<Backend<unknown>>(backends).flatMap((backend) =>
  Object.entries(backend.options).map(([name, spec]) => ({ name, spec, title: `${backend.name}: ${name}` })),
);

describe('the README', () => {
  test.each(options)('shows default and Zeek name of the option $title', ({ name, spec }) => {
    // An option without a key in the source is named by its values.
    const first = spec.bare === undefined || spec.merges ? name : spec.type.format(spec.default);
    const row = rows.find((line) => line.startsWith(`| \`${first}\``));
    const [, , zeek, byDefault] = row?.split('|').map((cell) => cell.trim()) ?? [];
    expect(byDefault).toBe(`\`${spec.type.format(spec.default)}\``);
    if (spec.zeek !== undefined) expect(zeek).toBe(`\`${spec.zeek}\``);
  });
});
