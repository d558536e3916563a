import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../support/tool-path';

const folder = join(projectRoot, 'src/print');

/** Names of the modules of src/print that one of them imports, types left out. */
function importsOf(name: string): string[] {
  const text = readFileSync(join(folder, `${name}.ts`), 'utf8');
  return [...text.matchAll(/^(?:import|export|\}) (?!type )[^;]*?from '\.\/([^']+)'/gm)].map(([, module]) => module);
}

function reachedFrom(names: readonly string[]): Set<string> {
  const reached = new Set(names);
  for (const name of reached) for (const next of importsOf(name)) reached.add(next);
  return reached;
}

test('what the first bundle always prints does not bring in the second', () => {
  const first = reachedFrom(['printer', 'common-line', 'tables', 'port-lists']);
  expect(importsOf('rare-printers').filter((name) => first.has(name))).toEqual([]);
});
