import { backlog } from './backlog';
import { channels } from './channels';
import type { Check } from './check';
import { clock } from './clock';
import { container } from './container';
import { cpus } from './cpus';
import { frameSize } from './frame-size';
import { groups } from './groups';
import { interrupts } from './interrupts';
import { kernel } from './kernel';
import { link } from './link';
import { memory } from './memory';
import { offloads } from './offloads';
import { receiveBuffer } from './receive-buffer';
import { receiveHash } from './receive-hash';
import { rights } from './rights';
import { ring } from './ring';
import { savefile } from './savefile';

/** Every check, in the order of its lines: what keeps a capture from starting comes first. */
export const checks: readonly Check[] = [
  rights,
  container,
  link,
  cpus,
  kernel,
  offloads,
  frameSize,
  ring,
  channels,
  receiveHash,
  interrupts,
  backlog,
  receiveBuffer,
  groups,
  clock,
  memory,
  savefile,
];
