#!/usr/bin/env node

// Before anything else: to a SIGUSR1 that nobody takes Node opens its debugger. Until a capture runs there is nothing to
// count, and the signal means nothing. (src/cli/debugger.ts sees to those that came even earlier.)
process.on('SIGUSR1', () => {});

// Runs the bundle. The build has written beside it what V8 made of it (dist/cli.cache), so that nothing is compiled at
// start-up: that halves the time of a short run. A cache that is missing, of another bundle, or of another V8 costs time
// and nothing else.

const fs = require('node:fs');
const { wrap } = require('node:module');
const path = require('node:path');
const { Script } = require('node:vm');

const folder = path.join(__dirname, '..', 'dist');
const file = path.join(folder, 'cli.cjs');
/** Bytes of a digest: the bundle ends with its own, the cache begins with that of its bundle. */
const digestLength = 64;

/** What V8 made of the bundle; undefined where there is no such file or it is of another bundle. */
function cachedData(source) {
  try {
    const cache = fs.readFileSync(path.join(folder, 'cli.cache'));
    const isOfBundle = cache.latin1Slice(0, digestLength) === source.slice(-digestLength);
    return isOfBundle ? cache.subarray(digestLength) : undefined;
  } catch {
    return undefined;
  }
}

// The bundle is ASCII. As Latin-1 it stays one byte per character in memory.
const source = fs.readFileSync(file, 'latin1');
const script = new Script(wrap(source), { filename: file, cachedData: cachedData(source) });
const bundle = { exports: {} };
script.runInThisContext()(bundle.exports, require, bundle, file, folder);

const ended = bundle.exports.main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});

// For the build, which makes the cache.
module.exports = { script, ended };
