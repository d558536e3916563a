// Where things lie in a checkout, and which Node it takes.

const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');

/** "20.17" out of package.json's engines field. */
const oldestNode = require(path.join(root, 'package.json')).engines.node.replace('>=', '');

function nodeIsTooOld() {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = oldestNode.split('.').map(Number);
  return haveMajor < needMajor || (haveMajor === needMajor && haveMinor < needMinor);
}

/** Bundles of the command: each is a function that bin/fandump.js calls, and its compiled form is kept. */
const cachedBundles = ['cli', 'rare-printers', 'json'];

/** A command of an npm package as [program, ...arguments]; needs no shell and no .bin links. */
function packageCommand(name, script) {
  return [process.execPath, path.join(root, 'node_modules', name, script)];
}

/** The environment for child processes: reading the extra certificates costs each start of Node some 30 ms. */
function quickEnvironment(extra = {}) {
  const { NODE_EXTRA_CA_CERTS, ...rest } = process.env;
  return { ...rest, ...extra };
}

module.exports = { root, oldestNode, cachedBundles, nodeIsTooOld, packageCommand, quickEnvironment };
