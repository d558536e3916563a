/** The printers of rare protocols in a bundle of their own, as the command has them. */
type RarePrinters = typeof import('./rare-printers');

/** Of bin/fandump.js, which hands it to each bundle. */
declare class Bundle {
  /** Opens the bundle's files. */
  constructor(name: string);
  load(): RarePrinters;
}

let bundle: Bundle | undefined;
let printers: RarePrinters | undefined;

/** Opens the bundle: once rights are given up, it may be a file that nobody here can open. */
export function holdRarePrinters(): Bundle {
  bundle ??= new Bundle('rare-printers');
  return bundle;
}

/** The printers. The first call reads the bundle. */
export function rarePrinters(): RarePrinters {
  printers ??= holdRarePrinters().load();
  return printers;
}
