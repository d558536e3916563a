import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../support/tool-path';

const folder = join(projectRoot, 'src/print');

/** Paths of the modules of the project that one of them imports, types left out. */
function importsOf(file: string): string[] {
  const text = readFileSync(`${file}.ts`, 'utf8');
  const specifiers = text.matchAll(/^(?:import|export|\}) (?!type )[^;]*?from '(\.[^']+)'/gm);
  return [...specifiers].map(([, specifier]) => join(dirname(file), specifier));
}

function reachedFrom(files: readonly string[]): Set<string> {
  const reached = new Set(files);
  for (const file of reached) for (const next of importsOf(file)) reached.add(next);
  return reached;
}

test('what the first bundle always prints does not bring in the second', () => {
  const first = reachedFrom([join(folder, 'printer'), join(folder, 'common-line')]);
  expect(first).toContain(join(folder, 'transport/tcp'));
  expect(importsOf(join(folder, 'rare-printers')).filter((file) => first.has(file))).toEqual([]);
});
