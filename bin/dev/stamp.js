// Whether something has to be made again: a digest of what it is made from, kept beside what was made.

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { root } = require('./project');

/** Files below a path of the project (the path itself if it is a file), in a fixed order. */
function filesBelow(relative) {
  const full = path.join(root, relative);
  if (!fs.existsSync(full)) return [];
  if (!fs.statSync(full).isDirectory()) return [relative];
  return fs
    .readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Digest of names and contents of everything below the paths, and of the extra words. */
function digestOf(paths, ...words) {
  const hash = crypto.createHash('sha256');
  for (const word of words) hash.update(`${word}\0`);
  for (const file of paths.flatMap(filesBelow)) {
    hash.update(`${file}\0`);
    hash.update(fs.readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** A digest remembered in FOLDER/.fandump-stamp. */
class Stamp {
  constructor(folder, digest) {
    this.path = path.join(root, folder, '.fandump-stamp');
    this.digest = digest;
  }

  matches() {
    try {
      return fs.readFileSync(this.path, 'utf8') === this.digest;
    } catch {
      return false;
    }
  }

  write() {
    fs.writeFileSync(this.path, this.digest);
  }
}

module.exports = { digestOf, Stamp };
