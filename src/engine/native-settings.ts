/** How the addon changes settings of devices, and puts them back; a part of its page in native.ts. */

import type { QueueCounts, QueueKind } from '../source/queues';

/** How many queues of each kind a device has, and could have. */
export type DeviceQueues = Record<QueueKind, { count: number; max: number }>;

/** What was set before, to be put back. */
export interface FormerSettings {
  channels: { interface: string; counts: QueueCounts }[];
  /** Files of procfs and their text. */
  files: { path: string; text: string }[];
}

export interface SettingsAddon {
  /** undefined: the device does not tell, or there is none. */
  readChannels(interfaceName: string): DeviceQueues | undefined;
  /** 0, or the errno with which the kernel refused. Needs CAP_NET_ADMIN; the link may go down for a moment. */
  setChannels(interfaceName: string, counts: QueueCounts): number;
  /**
   * Has a child of this process put settings back when the process ends, however it ends.
   * Throws with code ERESTORE.
   */
  startRestorer(former: FormerSettings): void;
  /** Puts them back now. Returns how many could not be, -1: not known yet; 0 where nothing is to be put back. */
  restoreSettings(): number;
}
