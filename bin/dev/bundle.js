// The JavaScript that runs: each entry with all of its packages in one CommonJS file, which starts in half the time of
// separate modules.

const path = require('node:path');
const { packageCommand, root } = require('./project');
const { digestOf, Stamp } = require('./stamp');
const { run, step, StepFailure } = require('./step');

const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  demo: 'src/demo/main.ts',
};

function ensureBundles() {
  const stamp = new Stamp('dist', digestOf(['src', 'package.json', 'package-lock.json', 'bin/dev/bundle.js']));
  if (stamp.matches()) return;
  step('bundle', 'bundling the TypeScript (esbuild)', bundle);
  stamp.write();
}

function bundle() {
  const { buildSync } = require(path.join(root, 'node_modules', 'esbuild'));
  try {
    buildSync({
      absWorkingDir: root,
      entryPoints: entries,
      outdir: 'dist',
      outExtension: { '.js': '.cjs' },
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: true,
      sourcemap: false,
      external: ['*.node'],
      logLevel: 'silent',
    });
  } catch (error) {
    throw new StepFailure(error.message);
  }
}

/** Declarations for users of the library: dist/types/. */
function buildTypes() {
  step('types', 'writing type declarations (tsc)', (log) =>
    run(log, [...packageCommand('typescript', 'bin/tsc'), '-p', 'tsconfig.types.json']),
  );
}

module.exports = { ensureBundles, buildTypes };
