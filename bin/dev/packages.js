// The npm packages: exactly those of package-lock.json.

const { digestOf, Stamp } = require('./stamp');
const { run, step } = require('./step');

/** npm, as the one that runs this script, else the one in PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
}

function ensurePackages() {
  // Some packages hold programs for one processor only.
  const stamp = new Stamp('node_modules', digestOf(['package-lock.json'], process.arch));
  if (stamp.matches()) return;
  step('npm', 'installing npm packages (npm ci)', (log) =>
    run(log, [...npmCommand(), 'ci', '--no-audit', '--no-fund']),
  );
  stamp.write();
}

module.exports = { ensurePackages };
