/** Captures of other projects, which lie beside this one where they are present. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const corpora = '../shared/corpora';

/** The file itself, or every file below the folder, by name. */
export function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** Contents of the corpora's files of at most `maxBytes`; none where the corpora are not present. */
export function corporaCaptures(maxBytes: number): Uint8Array[] {
  if (!existsSync(corpora)) return [];
  return filesBelow(corpora)
    .filter((path) => statSync(path).size <= maxBytes)
    .map((path) => new Uint8Array(readFileSync(path)));
}
