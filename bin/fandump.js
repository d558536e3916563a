#!/usr/bin/env node

// Before anything else: to a SIGUSR1 that nobody takes Node opens its debugger. Until a capture runs there is nothing to
// count, and the signal means nothing. (src/cli/debugger.ts sees to those that came even earlier.)
process.on('SIGUSR1', () => {});

const fs = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const folder = path.join(__dirname, '..', 'dist');
/** Bytes of a digest: a bundle ends with its own, a cache begins with that of its bundle. */
const digestLength = 64;

/**
 * A bundle, its files opened: they can be read when nothing can be opened any more. The build has written beside it what V8
 * made of it (.cache), so that nothing is compiled when it is loaded: that halves the time of a short run. A cache that is
 * missing, of another bundle, or of another V8 costs time and nothing else.
 */
class Bundle {
  /** Throws with code, message, errno and hint, as the addon does, where the bundle cannot be opened. */
  constructor(name) {
    this.file = path.join(folder, `${name}.cjs`);
    this.descriptor = openBundle(this.file);
    this.cacheDescriptor = openIfThere(path.join(folder, `${name}.cache`));
  }

  /** What the bundle exports; `this.script` is what V8 has of it. To be called once. */
  load() {
    // The bundle is ASCII. As Latin-1 it stays one byte per character in memory.
    const source = readAndClose(this.descriptor).latin1Slice();
    const cachedData = this.cachedData(source);
    this.script = new Script(source, { filename: this.file, cachedData });
    const bundle = { exports: {} };
    // The bundle is one function: bin/dev/bundle.js names its parameters.
    this.script.runInThisContext()(bundle, require, folder, Bundle);
    return bundle.exports;
  }

  /** undefined where there is no such file or it is of another bundle. */
  cachedData(source) {
    if (this.cacheDescriptor === undefined) return undefined;
    const cache = readAndClose(this.cacheDescriptor);
    const isOfBundle = cache.latin1Slice(0, digestLength) === source.slice(-digestLength);
    return isOfBundle ? cache.subarray(digestLength) : undefined;
  }
}

function openBundle(file) {
  try {
    return fs.openSync(file, 'r');
  } catch ({ code, errno }) {
    const message = `this installation is not whole: ${file} cannot be opened (${code})`;
    throw Object.assign(new Error(message), { code: 'ENOBUNDLE', errno: -errno, hint: 'npm run build' });
  }
}

function openIfThere(file) {
  try {
    return fs.openSync(file, 'r');
  } catch {
    return undefined;
  }
}

function readAndClose(descriptor) {
  try {
    return fs.readFileSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Runs the command; what V8 has of it when it has ended. */
async function run() {
  try {
    const bundle = new Bundle('cli');
    process.exitCode = await bundle.load().main(process.argv.slice(2));
    return bundle.script;
  } catch (error) {
    if (error.code !== 'ENOBUNDLE') throw error;
    process.stderr.write(`fandump: ${error.message}; ${error.hint}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

// For the build, which makes the caches.
module.exports = { Bundle, digestLength, ended: run() };
