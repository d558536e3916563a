import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

// The native tests' build brings the tools with the sanitizers in them, that of the measurements without.
const buildFolders = ['build-sanitize', 'build-bench'];

/** Path of a program built from test/tools; throws where there is none. FANDUMP_TOOLS names the folder to look in. */
export function toolPath(name: string): string {
  const path = findTool(name);
  if (path === '') throw new Error(`fandump-${name} is not built: npm run test:native`);
  return path;
}

/** Why the tools cannot be run here, or ''. */
export function toolsMissing(): string {
  return findTool('send-frames') === '' ? 'test tools are not built: npm run test:native' : '';
}

function findTool(name: string): string {
  const folders = process.env.FANDUMP_TOOLS ? [process.env.FANDUMP_TOOLS] : buildFolders;
  return folders.map((folder) => resolve(projectRoot, folder, `fandump-${name}`)).find(existsSync) ?? '';
}
