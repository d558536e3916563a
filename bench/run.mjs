// Builds what the measurements need (optimised test tools, this folder's TypeScript), then takes them.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'build-bench');
const tools = [
  'send-frames',
  'send-udp',
  'bare-ring',
  'bare-recvmmsg',
  'bare-sendto',
  'bare-send',
  'use-memory',
  'enter-namespace',
];

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  console.error(`bench: ${command} ${args.join(' ')} failed`);
  process.exit(1);
}

run('cmake', ['-S', '.', '-B', folder, '-DFANDUMP_TESTS=ON', '-DFANDUMP_ADDON=OFF', '-DCMAKE_BUILD_TYPE=Release']);
run('cmake', ['--build', folder, '--parallel', '2', '--target', ...tools.map((name) => `fandump-${name}`)]);

// Two folders below the root, like the sources in test/support, which find the project from where they are.
const bundle = join(folder, 'bench', 'run.mjs');
buildSync({
  absWorkingDir: root,
  entryPoints: ['bench/run.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
});
process.env.FANDUMP_TOOLS = folder;
await import(pathToFileURL(bundle));
