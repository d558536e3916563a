/** The printers of rare protocols where everything is in one bundle: the library, and the tests. */
import * as printers from './rare-printers';

export function holdRarePrinters(): void {}

export function rarePrinters(): typeof printers {
  return printers;
}
