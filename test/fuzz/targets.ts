import { jsonTarget } from './json-target';
import { printTarget } from './print-target';
import type { FuzzTarget } from './target';
import { textTargets } from './text-targets';

/** Those that decode packets; they read all seeds when they are made. */
export const packetTargets: Readonly<Record<string, () => FuzzTarget>> = { print: printTarget, json: jsonTarget };

const others: Readonly<Record<string, () => FuzzTarget>> = Object.fromEntries(
  textTargets().map((target) => [target.name, () => target]),
);

export const scriptTargets: Readonly<Record<string, () => FuzzTarget>> = { ...packetTargets, ...others };
