// Programs and headers that npm cannot bring: found by what they do, not by what a distribution calls them.

const fs = require('node:fs');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { installPackages, packageManager } = require('./installer');

// Where tcpdump and ip may lie outside an ordinary user's PATH.
const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];
// C++20 as the native sources use it.
const oldestCompiler = { 'g++': 11, 'clang++': 14 };
// Versions of clang++ that are looked for under their own names, the newest first.
const fuzzVersions = Array.from({ length: 12 }, (_, index) => 25 - index);

function findProgram(name) {
  for (const folder of process.env.PATH.split(':').filter(Boolean)) {
    const candidate = path.join(folder, name);
    try {
      fs.accessSync(candidate, fs.constants.X_OK);
      if (fs.statSync(candidate).isFile()) return candidate;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

function outputOf(program, args, input) {
  const result = spawnSync(program, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

let compiler;

/** The compiler of CXX, else g++ or clang++, the first that is new enough; undefined where there is none. */
function findCompiler() {
  compiler ??= (process.env.CXX ? [process.env.CXX] : ['g++', 'clang++']).map(examineCompiler).find(Boolean);
  return compiler;
}

function examineCompiler(name) {
  const program = findProgram(name);
  if (!program) return undefined;
  const kind = /clang/.test(outputOf(program, ['--version']) ?? '') ? 'clang++' : 'g++';
  const major = Number.parseInt(outputOf(program, ['-dumpversion']) ?? '0', 10);
  return major >= oldestCompiler[kind] ? { program, kind } : undefined;
}

/** Whether the preprocessor finds a header, wherever the distribution keeps it. */
function hasHeader(name) {
  const found = findCompiler();
  if (!found) return fs.existsSync(path.join('/usr/include', name));
  const source = `#include <sys/types.h>\n#include <${name}>\n`;
  return outputOf(found.program, ['-E', '-x', 'c++', '-o', '/dev/null', '-'], source) !== undefined;
}

/** g++ names the sanitizer's library by its full path where it has one; clang++ is taken at its word. */
function hasSanitizers() {
  const found = findCompiler();
  if (found?.kind !== 'g++') return true;
  return path.isAbsolute(outputOf(found.program, ['-print-file-name=libasan.so']) ?? '');
}

/** The clang++ that can link libFuzzer, whichever version the distribution calls it by; undefined where there is none. */
function findFuzzCompiler() {
  const names = ['clang++', ...fuzzVersions.map((version) => `clang++-${version}`)];
  return names.map(findProgram).find((path) => path && linksFuzzer(path));
}

function linksFuzzer(path) {
  const source = 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }\n';
  const args = ['-fsanitize=fuzzer,address,undefined', '-x', 'c++', '-o', '/dev/null', '-'];
  return outputOf(path, args, source) !== undefined;
}

const program =
  (...names) =>
  () =>
    names.some(findProgram);

// The packages of each distribution's manager that bring a need.
const buildNeeds = [
  {
    what: 'a C++20 compiler (g++ 11 or clang++ 14)',
    found: () => findCompiler() !== undefined,
    apt: 'g++',
    dnf: 'gcc-c++',
    apk: 'g++',
    pacman: 'gcc',
  },
  { what: 'cmake', found: program('cmake'), apt: 'cmake', dnf: 'cmake', apk: 'cmake', pacman: 'cmake' },
  { what: 'make or ninja', found: program('make', 'ninja'), apt: 'make', dnf: 'make', apk: 'make', pacman: 'make' },
  {
    what: 'pcap.h',
    found: () => hasHeader('pcap.h'),
    apt: 'libpcap-dev',
    dnf: 'libpcap-devel',
    apk: 'libpcap-dev',
    pacman: 'libpcap',
  },
  {
    what: 'zstd.h',
    found: () => hasHeader('zstd.h'),
    apt: 'libzstd-dev',
    dnf: 'libzstd-devel',
    apk: 'zstd-dev',
    pacman: 'zstd',
  },
  {
    what: 'lz4frame.h',
    found: () => hasHeader('lz4frame.h'),
    apt: 'liblz4-dev',
    dnf: 'lz4-devel',
    apk: 'lz4-dev',
    pacman: 'lz4',
  },
  {
    what: 'zlib.h',
    found: () => hasHeader('zlib.h'),
    apt: 'zlib1g-dev',
    dnf: 'zlib-devel',
    apk: 'zlib-dev',
    pacman: 'zlib',
  },
  {
    what: 'linux/if_packet.h',
    found: () => hasHeader('linux/if_packet.h'),
    apt: 'linux-libc-dev',
    dnf: 'kernel-headers',
    apk: 'linux-headers',
    pacman: 'linux-api-headers',
  },
];
const testNeeds = [
  { what: 'ip', found: program('ip'), apt: 'iproute2', dnf: 'iproute', apk: 'iproute2', pacman: 'iproute2' },
  { what: 'ethtool', found: program('ethtool'), apt: 'ethtool', dnf: 'ethtool', apk: 'ethtool', pacman: 'ethtool' },
  {
    what: 'unshare',
    found: program('unshare'),
    apt: 'util-linux',
    dnf: 'util-linux',
    apk: 'util-linux-misc',
    pacman: 'util-linux',
  },
  {
    what: 'nc',
    found: program('nc'),
    apt: 'netcat-openbsd',
    dnf: 'netcat',
    apk: 'netcat-openbsd',
    pacman: 'openbsd-netcat',
  },
  { what: 'ping', found: program('ping'), apt: 'iputils-ping', dnf: 'iputils', apk: 'iputils-ping', pacman: 'iputils' },
  { what: 'zstd', found: program('zstd'), apt: 'zstd', dnf: 'zstd', apk: 'zstd', pacman: 'zstd' },
  { what: 'lz4', found: program('lz4'), apt: 'lz4', dnf: 'lz4', apk: 'lz4', pacman: 'lz4' },
  {
    what: 'setcap and getcap',
    found: () => ['setcap', 'getcap'].every(findProgram),
    apt: 'libcap2-bin',
    dnf: 'libcap',
    apk: 'libcap-setcap libcap-getcap',
    pacman: 'libcap',
  },
  { what: 'tcpdump', found: program('tcpdump'), apt: 'tcpdump', dnf: 'tcpdump', apk: 'tcpdump', pacman: 'tcpdump' },
  {
    what: 'tshark',
    found: program('tshark'),
    apt: 'tshark',
    dnf: 'wireshark-cli',
    apk: 'tshark',
    pacman: 'wireshark-cli',
  },
  { what: 'mandoc', found: program('mandoc'), apt: 'mandoc', dnf: 'mandoc', apk: 'mandoc', pacman: 'mandoc' },
  {
    what: 'the sanitizer libraries',
    found: hasSanitizers,
    apt: 'g++',
    dnf: 'libasan libubsan',
    apk: 'gcc',
    pacman: 'gcc-libs',
  },
];

const fuzzNeeds = [
  {
    what: 'clang++ with libFuzzer',
    found: () => findFuzzCompiler() !== undefined,
    apt: 'clang libclang-rt-dev',
    dnf: 'clang compiler-rt',
    apk: 'clang compiler-rt',
    pacman: 'clang compiler-rt',
  },
];

/**
 * Installs what is missing where that is possible, else throws StepFailure with the line that does it.
 * building: compiler, tools and headers are needed; testing: what the tests run beside fandump; fuzzing: what only the
 * fuzz targets need.
 */
function ensurePrograms({ building, testing, fuzzing = false }) {
  process.env.PATH = [process.env.PATH, ...systemFolders].join(':');
  const needs = [...(building ? buildNeeds : []), ...(testing ? testNeeds : []), ...(fuzzing ? fuzzNeeds : [])];
  const missing = needs.filter((need) => !need.found());
  if (missing.length > 0) installPackages(missing, packageManager(findProgram), findProgram);
}

module.exports = { ensurePrograms, findCompiler, findFuzzCompiler };
