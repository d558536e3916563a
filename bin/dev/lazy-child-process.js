// Stands for node:child_process in the bundles. commander loads that module at once, for programs that it would start as
// subcommands; fandump has none, and loading it takes as long as parsing the command line. Here it is loaded when one of
// its functions is first used.

const names = ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'];

for (const name of names) {
  Object.defineProperty(exports, name, {
    enumerable: true,
    // biome-ignore lint/style/useNodejsImportProtocol: that is the name which leads here
    get: () => require('child_process')[name],
  });
}
