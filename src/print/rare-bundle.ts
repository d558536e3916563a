/** The printers of rare protocols in a bundle of their own, as the command has them. */
import { HeldBundle } from './held-bundle';

const bundle = new HeldBundle<typeof import('./rare-printers')>('rare-printers');

export const holdRarePrinters = () => bundle.hold();

export const rarePrinters = () => bundle.load();
