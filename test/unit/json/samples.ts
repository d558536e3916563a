/** Packets of every protocol, and what the object of the innermost layer must be. */
import { applicationSamples } from './samples/application';
import { encapsulationSamples } from './samples/encapsulation';
import { internetSamples } from './samples/internet';
import { linkSamples } from './samples/link';
import type { JsonSample } from './samples/packet';
import { transportSamples } from './samples/transport';

export { hex, type JsonSample } from './samples/packet';

export const jsonSamples: readonly JsonSample[] = [
  ...linkSamples,
  ...internetSamples,
  ...transportSamples,
  ...encapsulationSamples,
  ...applicationSamples,
];
