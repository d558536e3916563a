/** The printer of JSON in a bundle of its own, as the command has it: who prints text should not pay for it. */
import { HeldBundle } from '../print/held-bundle';

const bundle = new HeldBundle<typeof import('./printer')>('json');

export const holdJson = () => bundle.hold();

export const loadJson = () => bundle.load();
