#!/usr/bin/env node

// Before anything else: to a SIGUSR1 that nobody takes Node opens its debugger. Until a capture runs there is nothing to
// count, and the signal means nothing. (src/cli/debugger.ts sees to those that came even earlier.)
process.on('SIGUSR1', () => {});

const { Bundle } = require('./bundle');

const bundle = new Bundle('cli');
const { main } = bundle.load();
const ended = main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});

// For the build, which makes the cache.
module.exports = { script: bundle.script, ended };
