// Writes what V8 has compiled: dist/cli.cache, of the command when it has printed a small capture once, and those of its
// other bundles when they are loaded. bin/fandump.js reads them.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { cachedBundles, root } = require('./project');

const fileHeader = 'd4c3b2a1020004000000000000000000ffff000001000000';
const ethernet = '020000000002020000000001';
const frames = [
  // TCP with a time stamp option, UDP: their lines come from the worker. A SYN and ARP: JavaScript prints them.
  `${ethernet}0800450000340001400040060000c0000201c00002029c4001bb00000001000000028010ffff000000000101080a0000000700000009`,
  `${ethernet}08004500001c0001400040110000c0000201c00002021388000900080000`,
  `${ethernet}08004500002c0001400040060000c0000201c00002029c4001bb00000001000000006002ffff00000000020405b4`,
  `${ethernet}08060001080006040001020000000001c0000201000000000000c0000202`,
];

/** A pcap file of those frames. */
function capture() {
  const records = frames.map((frame) => {
    const bytes = Buffer.from(frame, 'hex');
    const header = Buffer.alloc(16);
    header.writeUInt32LE(1, 0);
    header.writeUInt32LE(bytes.length, 8);
    header.writeUInt32LE(bytes.length, 12);
    return Buffer.concat([header, bytes]);
  });
  return Buffer.concat([Buffer.from(fileHeader, 'hex'), ...records]);
}

/** The file has still to be written when the command has ended. */
function keepRights() {
  return ['--no-sandbox', ...(process.geteuid() === 0 ? ['-Z', 'root'] : [])];
}

async function main() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fandump-build-'));
  try {
    const file = path.join(folder, 'sample.pcap');
    fs.writeFileSync(file, capture());
    for (const name of cachedBundles) fs.rmSync(distFile(`${name}.cache`), { force: true });
    process.argv = [process.execPath, 'fandump', ...keepRights(), '-nn', '-r', file];
    const { Bundle, digestLength, ended } = require('../fandump.js');
    const write = (name, compiled) => {
      const digest = fs.readFileSync(distFile(`${name}.cjs`)).subarray(-digestLength);
      fs.writeFileSync(distFile(`${name}.cache`), Buffer.concat([digest, compiled.createCachedData()]));
    };
    const script = await ended;
    if (process.exitCode !== 0) throw new Error(`the command ended with ${process.exitCode}`);
    write('cli', script);
    for (const name of cachedBundles.slice(1)) {
      const printers = new Bundle(name);
      printers.load();
      write(name, printers.script);
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function distFile(name) {
  return path.join(root, 'dist', name);
}

main().catch((error) => {
  console.error(`code cache: ${error.message}`);
  process.exitCode = 1;
});
