// Runs bundles. The build has written beside each what V8 made of it (.cache), so that nothing is compiled when it is
// loaded: that halves the time of a short run. A cache that is missing, of another bundle, or of another V8 costs time and
// nothing else.

const fs = require('node:fs');
const { wrap } = require('node:module');
const path = require('node:path');
const { Script } = require('node:vm');

const folder = path.join(__dirname, '..', 'dist');
/** Bytes of a digest: the bundle ends with its own, the cache begins with that of its bundle. */
const digestLength = 64;

/** The files of a bundle, opened: they can be read when nothing can be opened any more. */
class Bundle {
  constructor(name) {
    this.file = path.join(folder, `${name}.cjs`);
    this.descriptor = fs.openSync(this.file, 'r');
    this.cacheDescriptor = openIfThere(path.join(folder, `${name}.cache`));
  }

  /** What the bundle exports; `this.script` is what V8 has of it. To be called once. */
  load() {
    // The bundle is ASCII. As Latin-1 it stays one byte per character in memory.
    const source = readAndClose(this.descriptor).latin1Slice();
    const cachedData = this.cachedData(source);
    this.script = new Script(wrap(source), { filename: this.file, cachedData });
    const bundle = { exports: {} };
    this.script.runInThisContext()(bundle.exports, require, bundle, this.file, folder);
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

module.exports = { Bundle, digestLength };
