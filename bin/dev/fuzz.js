// "npm run fuzz": the programs of test/fuzz, bundled like the command itself.

const { spawnSync } = require('node:child_process');
const { bundleProgram } = require('./bundle');
const { root } = require('./project');

const folder = 'build-fuzz';

/** Returns the exit status. */
function runFuzzers(args) {
  const main = bundleProgram('test/fuzz/main.ts', folder);
  bundleProgram('test/fuzz/script-worker.ts', folder);
  return spawnSync(process.execPath, [main, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

module.exports = { runFuzzers };
