/** Packets of every protocol, and what the object of the innermost layer must be. */
import { accessSamples } from './samples/access';
import { applicationSamples } from './samples/application';
import { bgpSamples } from './samples/bgp';
import { encapsulationSamples } from './samples/encapsulation';
import { internetSamples } from './samples/internet';
import { lanSamples } from './samples/lan';
import { linkSamples } from './samples/link';
import type { JsonSample } from './samples/packet';
import { routingSamples } from './samples/routing';
import { serviceSamples } from './samples/services';
import { transportSamples } from './samples/transport';

export { hex, type JsonSample } from './samples/packet';

export const jsonSamples: readonly JsonSample[] = [
  ...linkSamples,
  ...lanSamples,
  ...internetSamples,
  ...routingSamples,
  ...bgpSamples,
  ...accessSamples,
  ...serviceSamples,
  ...transportSamples,
  ...encapsulationSamples,
  ...applicationSamples,
];
