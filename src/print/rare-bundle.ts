/** The printers of rare protocols in a bundle of their own, as the command has them. */
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

type RarePrinters = typeof import('./rare-printers');

const file = join(__dirname, 'rare-printers.cjs');
let descriptor: number | undefined;
let printers: RarePrinters | undefined;

/** Opens the bundle: once rights are given up, it may be a file that nobody here can open. */
export function holdRarePrinters(): void {
  descriptor ??= openSync(file, 'r');
}

/** The printers. The first call reads and compiles the bundle. */
export function rarePrinters(): RarePrinters {
  printers ??= load();
  return printers;
}

function load(): RarePrinters {
  holdRarePrinters();
  const source = readFileSync(descriptor as number, 'latin1');
  closeSync(descriptor as number);
  const bundle = { exports: {} as RarePrinters };
  const script = new Script(`(function(module,exports,require){${source}\n})`, { filename: file });
  script.runInThisContext()(bundle, bundle.exports, require);
  return bundle.exports;
}
