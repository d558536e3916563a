import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drive } from './drive';
import { scriptTargets } from './targets';

const executions = 3000;
const fixtures = join(import.meta.dirname, 'fixtures');

describe('hostile input', () => {
  for (const [name, make] of Object.entries(scriptTargets)) {
    test(`${name}: a few thousand mutants keep every promise, as does what once broke one`, () => {
      const target = make();
      const folder = join(fixtures, name);
      for (const file of existsSync(folder) ? readdirSync(folder) : []) {
        target.execute(new Uint8Array(readFileSync(join(folder, file))));
      }
      expect(drive(target, { executions, seed: 1 }).executions).toBe(executions);
    });
  }
});
