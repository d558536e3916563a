// What "npm test" runs after the set-up: every check to its end, then one closing line with the sum.

const fs = require('node:fs');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { runNativeTests } = require('./native');
const { packageCommand, quickEnvironment, root } = require('./project');

const report = path.join('build-logs', 'vitest.json');

/** Runs a command with its output shown. A command that counts nothing itself counts as one check. */
function check([program, ...args]) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: quickEnvironment(),
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** All projects of vitest, counted from its own report. */
function checkTypeScript() {
  fs.rmSync(path.join(root, report), { force: true });
  const vitest = packageCommand('vitest', 'vitest.mjs');
  const outcome = check([...vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  let counted;
  try {
    counted = JSON.parse(fs.readFileSync(path.join(root, report), 'utf8'));
  } catch {
    return outcome;
  }
  const passed = counted.numPassedTests;
  // A file that could not be loaded fails the run without a failed test.
  return { passed, failed: counted.numFailedTests || outcome.failed, skipped: counted.numPendingTests };
}

/** A native test that crashes ends the program before it has counted anything. */
function checkNative() {
  const { status, passed, failed, skipped } = runNativeTests();
  return { passed, failed: status === 0 ? failed : failed || 1, skipped };
}

const checks = [
  ['lint', () => check([...packageCommand('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings'])],
  ['type check', () => check([...packageCommand('typescript', 'bin/tsc'), '-p', '.'])],
  ['manual page', () => check(['mandoc', '-T', 'lint', '-W', 'warning', 'man/fandump.1'])],
  ['native tests', checkNative],
  ['tests', checkTypeScript],
];

/** Runs all checks even when one fails. Returns the exit code. */
function runAll() {
  const results = checks.map(([name, body]) => {
    console.log(`\n== ${name}`);
    return { name, ...body() };
  });
  console.log('');
  for (const { name, passed, failed, skipped = 0 } of results) {
    const verdict = failed > 0 ? 'FAILED' : 'ok';
    console.log(`${verdict.padEnd(7)}${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
  const total = (count) => results.reduce((sum, result) => sum + result[count], 0);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') > 0 ? 1 : 0;
}

module.exports = { runAll };
