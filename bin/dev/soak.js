// "npm run soak": test/soak, bundled like the command itself.

const { spawnSync } = require('node:child_process');
const { bundleProgram } = require('./bundle');
const { root } = require('./project');

/** Returns the exit status. */
function runSoak(args) {
  const main = bundleProgram('test/soak/main.ts', 'build-soak');
  return spawnSync(process.execPath, [main, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

module.exports = { runSoak };
