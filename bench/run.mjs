// Builds what the measurements need (optimised test tools, this folder's TypeScript), then takes them.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'build-bench');
const tools = ['send-frames', 'send-udp', 'bare-ring', 'bare-recvmmsg', 'enter-namespace'];

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  console.error(`bench: ${command} ${args.join(' ')} failed`);
  process.exit(1);
}

run('cmake', ['-S', '.', '-B', folder, '-DFANDUMP_TESTS=ON', '-DFANDUMP_ADDON=OFF', '-DCMAKE_BUILD_TYPE=Release']);
run('cmake', ['--build', folder, '--parallel', '2', '--target', ...tools.map((name) => `fandump-${name}`)]);

const bundle = join(folder, 'bench.cjs');
buildSync({
  absWorkingDir: root,
  entryPoints: ['bench/run.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  define: { 'import.meta.url': JSON.stringify(import.meta.url) },
});
process.env.FANDUMP_TOOLS = folder;
createRequire(import.meta.url)(bundle);
