// The native parts: the addon through cmake-js, and the native tests under the sanitizers through CMake alone, since
// they know nothing of Node.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { packageCommand, quickEnvironment, root } = require('./project');
const { digestOf, Stamp } = require('./stamp');
const { run, step } = require('./step');
const { findCompiler, findFuzzCompiler } = require('./system');

const sources = ['CMakeLists.txt', 'native'];
const jobs = String(os.availableParallelism());

/** Makes CMake use the compiler that was found good enough, not merely the first one there is. */
function buildEnvironment() {
  return quickEnvironment({ CXX: findCompiler()?.program });
}

/** CMake cannot go on in a folder configured elsewhere (a moved or copied checkout) or only half: start afresh then. */
function dropUnusableBuild(folder) {
  const inside = (name) => path.join(root, folder, name);
  if (!fs.existsSync(inside('CMakeCache.txt'))) return;
  const home = /^CMAKE_HOME_DIRECTORY:INTERNAL=(.*)$/m.exec(fs.readFileSync(inside('CMakeCache.txt'), 'utf8'))?.[1];
  const isConfigured = fs.existsSync(inside('build.ninja')) || fs.existsSync(inside('Makefile'));
  if (home !== root || !isConfigured) fs.rmSync(path.join(root, folder), { recursive: true });
}

const addonStamp = () => new Stamp('build', digestOf([...sources, 'package-lock.json'], process.arch));
const testsStamp = () => new Stamp('build-sanitize', digestOf([...sources, 'test/native', 'test/tools'], process.arch));

/** Whether a compiler will be needed. */
function needsBuilding({ testing }) {
  return !addonStamp().matches() || (testing && !testsStamp().matches());
}

/** build/Release/fandump.node, made again when its sources have changed. */
function ensureAddon() {
  const stamp = addonStamp();
  if (stamp.matches()) return;
  dropUnusableBuild('build');
  // Not "compile": that hides the first error behind a second, complete build.
  const build = [...packageCommand('cmake-js', 'bin/cmake-js'), 'build', '--parallel', jobs];
  step('addon', 'building the addon (cmake-js)', (log) => run(log, build, { env: buildEnvironment() }));
  stamp.write();
}

/** build-sanitize/fandump_native_tests, and the tools that the integration tests send frames with. */
function ensureNativeTests() {
  const stamp = testsStamp();
  if (stamp.matches()) return;
  const folder = 'build-sanitize';
  dropUnusableBuild(folder);
  const options = ['-DFANDUMP_TESTS=ON', '-DFANDUMP_SANITIZE=ON', '-DFANDUMP_ADDON=OFF'];
  step('native-tests', 'building the native tests (AddressSanitizer, UndefinedBehaviorSanitizer)', (log) => {
    const env = buildEnvironment();
    run(log, ['cmake', '-S', '.', '-B', folder, ...options], { env });
    run(log, ['cmake', '--build', folder, '--parallel', jobs], { env });
  });
  stamp.write();
}

/** build-tsan/fandump_native_tests: the same tests under ThreadSanitizer. */
function ensureThreadTests() {
  const stamp = new Stamp('build-tsan', digestOf([...sources, 'test/native', 'test/tools'], process.arch));
  if (stamp.matches()) return;
  dropUnusableBuild('build-tsan');
  const options = ['-DFANDUMP_TESTS=ON', '-DFANDUMP_THREAD_SANITIZE=ON', '-DFANDUMP_ADDON=OFF'];
  step('thread-tests', 'building the native tests (ThreadSanitizer)', (log) => {
    const env = buildEnvironment();
    run(log, ['cmake', '-S', '.', '-B', 'build-tsan', ...options], { env });
    run(log, ['cmake', '--build', 'build-tsan', '--parallel', jobs], { env });
  });
  stamp.write();
}

/** build-fuzz/fuzz-*: the fuzz targets, each a program. */
function ensureFuzzTargets() {
  const stamp = new Stamp('build-fuzz', digestOf([...sources, 'test/native', 'test/fuzz/native'], process.arch));
  if (stamp.matches()) return;
  dropUnusableBuild('build-fuzz');
  const env = quickEnvironment({ CXX: findFuzzCompiler() });
  step('fuzz', 'building the fuzz targets (clang, AddressSanitizer, UndefinedBehaviorSanitizer)', (log) => {
    run(log, ['cmake', '-S', '.', '-B', 'build-fuzz', '-DFANDUMP_FUZZ=ON', '-DFANDUMP_ADDON=OFF'], { env });
    run(log, ['cmake', '--build', 'build-fuzz', '--target', 'fandump_fuzz_targets', '--parallel', jobs], { env });
  });
  stamp.write();
}

/**
 * Runs the native tests under ThreadSanitizer; returns the exit status. That starts a thread of its own, and a process
 * of several threads may make no user namespace (unshare(2)): the program gets one from outside.
 */
function runThreadTests(args = []) {
  const program = path.join(root, 'build-tsan', 'fandump_native_tests');
  const env = quickEnvironment({ TSAN_OPTIONS: 'second_deadlock_stack=1' });
  const script = 'ip link set lo up && exec "$0" "$@"';
  const words = ['--user', '--map-root-user', '--net', '--mount', 'sh', '-c', script, program, ...args];
  return spawnSync('unshare', words, { cwd: root, stdio: 'inherit', env }).status ?? 1;
}

/**
 * Runs the native tests whose names contain the argument, or all. Their output is shown.
 * Returns the exit status and the three counts of the closing line, zeros if it never came.
 */
function runNativeTests(args = []) {
  const program = path.join(root, 'build-sanitize', 'fandump_native_tests');
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' };
  const env = quickEnvironment({ UBSAN_OPTIONS: 'halt_on_error=1' });
  // The tests wait for half of their time.
  const result = spawnSync(program, ['--jobs', '2', ...args], { ...options, env });
  process.stdout.write(result.stdout ?? '');
  const counts = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(result.stdout ?? '');
  const [passed, failed, skipped] = counts ? counts.slice(1).map(Number) : [0, 0, 0];
  return { status: result.status ?? 1, passed, failed, skipped };
}

module.exports = {
  ensureAddon,
  ensureFuzzTargets,
  ensureNativeTests,
  ensureThreadTests,
  needsBuilding,
  runNativeTests,
  runThreadTests,
};
