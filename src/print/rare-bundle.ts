/** The printers of rare protocols in a bundle of their own, as the command has them. */
type RarePrinters = typeof import('./rare-printers');
/** bin/bundle.js: bundles run with its require. */
type Bundles = { Bundle: new (name: string) => { load(): RarePrinters } };

let bundle: InstanceType<Bundles['Bundle']> | undefined;
let printers: RarePrinters | undefined;

/** Opens the bundle: once rights are given up, it may be a file that nobody here can open. */
export function holdRarePrinters(): void {
  const { Bundle } = require('./bundle.js') as Bundles;
  bundle ??= new Bundle('rare-printers');
}

/** The printers. The first call reads the bundle. */
export function rarePrinters(): RarePrinters {
  if (printers === undefined) {
    holdRarePrinters();
    printers = (bundle as InstanceType<Bundles['Bundle']>).load();
  }
  return printers;
}
