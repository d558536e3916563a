// The JavaScript that runs: each entry with all of its packages in one CommonJS file, which starts in half the time of
// separate modules.

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { cachedBundles, packageCommand, quickEnvironment, root } = require('./project');
const { digestOf, Stamp } = require('./stamp');
const { run, step, StepFailure } = require('./step');

const ofCommand = {
  conditions: ['separate-bundle'],
  banner: { js: '(function(module,require,__dirname,Bundle){' },
  footer: { js: '})' },
};

function ensureBundles() {
  const makers = ['bundle.js', 'code-cache.js', 'lazy-child-process.js', 'project.js'].map((name) => `bin/dev/${name}`);
  const sources = ['src', 'package.json', 'package-lock.json', 'bin/fandump.js', ...makers];
  const stamp = new Stamp('dist', digestOf(sources, process.version));
  if (stamp.matches()) return;
  let isComplete = false;
  step('bundle', 'bundling the TypeScript (esbuild)', (log) => {
    bundleAll();
    for (const name of cachedBundles) sign(path.join(root, 'dist', `${name}.cjs`));
    isComplete = writeCodeCache(log);
  });
  // Without the cache everything works, and starts more slowly: it is tried again next time.
  if (isComplete) stamp.write();
}

/** false: the command does not run yet, since the addon is missing or another one. */
function writeCodeCache(log) {
  try {
    run(log, [process.execPath, path.join(__dirname, 'code-cache.js')], { env: quickEnvironment() });
    return true;
  } catch (error) {
    if (error instanceof StepFailure) return false;
    throw error;
  }
}

/** Adds a last line that tells this bundle from every other, for the code cache to be known by. */
function sign(file) {
  const digest = crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');
  fs.appendFileSync(file, `//${digest}`);
}

function bundleAll() {
  try {
    // What a start-up must read and compile is small: printers that few captures need are in bundles of their own.
    const printers = { 'rare-printers': 'src/print/rare-printers.ts', json: 'src/json/printer.ts' };
    bundle({ cli: 'src/cli/main.ts', ...printers }, ofCommand);
    bundle({ index: 'src/index.ts', demo: 'src/demo/main.ts' }, {});
  } catch (error) {
    throw new StepFailure(error.message);
  }
}

function bundle(entryPoints, settings) {
  const { buildSync } = require(path.join(root, 'node_modules', 'esbuild'));
  buildSync({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    sourcemap: false,
    charset: 'ascii',
    // import() as require(): what vm.Script runs has no loader of modules, and needs none.
    supported: { 'dynamic-import': false },
    external: ['*.node'],
    alias: { 'node:child_process': path.join(__dirname, 'lazy-child-process.js') },
    logLevel: 'silent',
    ...settings,
  });
}

/**
 * Bundles one program of the tests, readable in a stack trace. Returns the file's path, as deep below the root as the
 * source is, since test/support finds the root by where it is.
 */
function bundleProgram(source, folder) {
  const { buildSync } = require(path.join(root, 'node_modules', 'esbuild'));
  const outfile = path.join(root, folder, 'programs', `${path.basename(source, '.ts')}.mjs`);
  buildSync({
    absWorkingDir: root,
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // For the packages inside that are CommonJS.
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  return outfile;
}

/** Declarations for users of the library: dist/types/. */
function buildTypes() {
  step('types', 'writing type declarations (tsc)', (log) =>
    run(log, [...packageCommand('typescript', 'bin/tsc'), '-p', 'tsconfig.types.json']),
  );
}

module.exports = { ensureBundles, bundleProgram, buildTypes };
