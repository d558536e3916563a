// One step of the set-up: a line that says what runs and how long it took; its output is shown only if it fails.

const fs = require('node:fs');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { root } = require('./project');

const logFolder = path.join(root, 'build-logs');
const linesOnFailure = 40;

/** What ends the set-up; the message is meant for the user as it stands. */
class StepFailure extends Error {}

/** Runs body(log), where log is the path that the step's output goes to. Progress goes to stderr: stdout is the tool's. */
function step(name, title, body) {
  fs.mkdirSync(logFolder, { recursive: true });
  const log = path.join(logFolder, `${name}.log`);
  fs.writeFileSync(log, '');
  process.stderr.write(`setup: ${title} ...`);
  const started = Date.now();
  try {
    body(log);
  } catch (error) {
    process.stderr.write(' failed\n');
    throw error;
  }
  process.stderr.write(` ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** Runs a command to its end with its output in the log. Throws StepFailure with the log's last lines. */
function run(log, [program, ...args], options = {}) {
  const output = fs.openSync(log, 'a');
  const result = spawnSync(program, args, { cwd: root, stdio: ['ignore', output, output], ...options });
  fs.closeSync(output);
  if (result.status === 0) return;
  const reason = result.error?.message ?? (result.signal ? `ended by ${result.signal}` : `exit code ${result.status}`);
  const tail = fs.readFileSync(log, 'utf8').trimEnd().split('\n').slice(-linesOnFailure).join('\n');
  throw new StepFailure(
    `${tail}\nsetup: ${path.basename(program)} ${args.join(' ')}: ${reason}; all of its output: ${log}`,
  );
}

module.exports = { StepFailure, step, run };
