#!/usr/bin/env node
// What the npm scripts start: sets up whatever is missing or out of date, then does what the first word asks for.
// Plain Node and no packages, since it runs before there are any.

const path = require('node:path');
const { root, oldestNode, nodeIsTooOld } = require('./dev/project');
const { StepFailure } = require('./dev/step');

const fandump = path.join(root, 'bin', 'fandump.js');

/** Everything that the command needs: compiler and headers, npm packages, the addon, the bundles; for tests more. */
function prepare({ testing = false } = {}) {
  const native = require('./dev/native');
  require('./dev/system').ensurePrograms({ building: native.needsBuilding({ testing }), testing });
  require('./dev/packages').ensurePackages();
  native.ensureAddon();
  if (testing) native.ensureNativeTests();
  require('./dev/bundle').ensureBundles();
}

/**
 * The tool with its arguments, or the demonstration without any. It runs in this process: signals, pipes and the exit
 * code then need no forwarding.
 */
function start(args) {
  prepare();
  if (args.length === 0) {
    require(path.join(root, 'dist', 'demo.cjs'));
    return;
  }
  // npm changes to the project's folder; file names among the arguments are meant from where the user stands.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  process.argv = [process.execPath, fandump, ...args];
  require(fandump);
}

const commands = {
  start,
  prepare: () => prepare(),
  build: () => {
    prepare();
    require('./dev/bundle').buildTypes();
  },
  test: () => {
    prepare({ testing: true });
    process.exitCode = require('./dev/checks').runAll();
  },
  'test:native': (args) => {
    const native = require('./dev/native');
    require('./dev/system').ensurePrograms({ building: true, testing: true });
    native.ensureNativeTests();
    process.exitCode = native.runNativeTests(args).status;
  },
  'test:tsan': (args) => {
    const native = require('./dev/native');
    require('./dev/system').ensurePrograms({ building: true, testing: true });
    native.ensureThreadTests();
    process.exitCode = native.runThreadTests(args);
  },
  fuzz: (args) => {
    require('./dev/system').ensurePrograms({ building: true, testing: false, fuzzing: true });
    require('./dev/packages').ensurePackages();
    require('./dev/native').ensureFuzzTargets();
    process.exitCode = require('./dev/fuzz').runFuzzers(args);
  },
  soak: (args) => {
    prepare({ testing: true });
    process.exitCode = require('./dev/soak').runSoak(args);
  },
};

function main([word, ...args]) {
  if (nodeIsTooOld()) {
    console.error(`setup: fandump needs Node ${oldestNode} or newer, this is ${process.version} (https://nodejs.org)`);
    process.exit(1);
  }
  const command = commands[word];
  if (!command) {
    console.error(`setup: usage: node bin/setup.js ${Object.keys(commands).join('|')} [ARGS]`);
    process.exit(2);
  }
  try {
    command(args);
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

main(process.argv.slice(2));
