// Queue counts and interrupt affinities that sources ask for: set before the capture opens, put back at its end.
import { CaptureError } from '../engine/errors';
import type { HostAddon } from '../engine/native-host';
import type { FormerSettings, SettingsAddon } from '../engine/native-settings';
import { isRefusal } from '../kernel/errno';
import type { CapturePlan } from '../plan/plan';
import { type InterruptCpus, type QueueCounts, type QueueKind, queueCounts } from '../source/queues';
import { queueInterrupts } from './interrupts';
import type { SystemFiles } from './system';

type TuningAddon = SettingsAddon & Pick<HostAddon, 'readDevice'>;

/** One setting: what it was, what it shall be, and how it is made so. */
interface Change {
  former: FormerSettings;
  /** For the user, once it is done. */
  done: string;
  apply(): void;
}

/**
 * Makes the changes that the plan's interfaces ask for, and returns a line for each. With plan.restore a child of this
 * process puts everything back when it ends.
 * @throws CaptureError ECHANNELS, EIRQ, ERESTORE
 */
export function tuneDevices(plan: CapturePlan, addon: TuningAddon, files: SystemFiles): string[] {
  const devices = plan.sources.flatMap((source) => {
    if (source.backend !== 'af_packet') return [];
    const { channels, irq } = source.options;
    const queues = channelChanges(source.interface, channels.value, addon);
    const interrupts = () => interruptChanges(source.interface, irq.value, addon, files);
    // With the number of queues a driver makes its interrupts anew: which those are is seen only then, and the same
    // happens when the queues are put back, so that nothing of these interrupts is left to be.
    return [queues.length > 0 ? { known: queues, later: interrupts } : { known: interrupts(), later: () => [] }];
  });
  const known = devices.flatMap((device) => device.known);
  if (plan.restore.value && known.length > 0) {
    addon.startRestorer({
      channels: known.flatMap(({ former }) => former.channels),
      files: known.flatMap(({ former }) => former.files),
    });
  }
  return devices.flatMap((device) => [...device.known.map(applied), ...device.later().map(applied)]);
}

function applied(change: Change): string {
  change.apply();
  return change.done;
}

/** Puts back what was changed, and says so; nothing where nothing is to be put back. */
export function restoreDevices(plan: CapturePlan, changes: readonly string[], addon: SettingsAddon): string[] {
  if (!plan.restore.value || changes.length === 0) return [];
  const failed = addon.restoreSettings();
  if (failed === 0) return ['queues and interrupts are as they were before'];
  const what = failed < 0 ? 'settings are still being put back' : `${failed} of the settings could not be put back`;
  return [`${what}: look at ethtool -l and /proc/irq`];
}

function channelChanges(device: string, wanted: QueueCounts, addon: TuningAddon): Change[] {
  const kinds = Object.keys(wanted) as QueueKind[];
  if (kinds.length === 0) return [];
  const present = addon.readChannels(device);
  const failing = `setting the queues of ${device}`;
  if (present === undefined) {
    throw new CaptureError('ECHANNELS', `${failing}: the device has none that can be set`, 0, 'drop channels=');
  }
  for (const kind of kinds) {
    const { max } = present[kind];
    if ((wanted[kind] ?? 0) <= max) continue;
    const reason = max === 0 ? `it has no ${kind} queues` : `it has at most ${max} ${kind} queues`;
    throw new CaptureError('ECHANNELS', `${failing}: ${reason}`, 0, `ethtool -l ${device}`);
  }
  const changed = kinds.filter((kind) => present[kind].count !== wanted[kind]);
  if (changed.length === 0) return [];
  const before: QueueCounts = Object.fromEntries(changed.map((kind) => [kind, present[kind].count]));
  const after: QueueCounts = Object.fromEntries(changed.map((kind) => [kind, wanted[kind]]));
  const { format } = queueCounts();
  return [
    {
      former: { channels: [{ interface: device, counts: before }], files: [] },
      done: `${device}: queues set to ${format(after)}, before: ${format(before)}`,
      apply() {
        const errno = addon.setChannels(device, after);
        if (errno !== 0) throw systemError('ECHANNELS', failing, errno, `sudo ethtool -L ${device} ...`);
      },
    },
  ];
}

function interruptChanges(device: string, wanted: InterruptCpus, addon: TuningAddon, files: SystemFiles): Change[] {
  const queues = Object.entries(wanted);
  if (queues.length === 0) return [];
  const interrupts = queueInterrupts(files, device, addon.readDevice(device)?.bus ?? '');
  return queues.flatMap(([queue, cpus]) => {
    const interrupt = interrupts.get(Number(queue));
    if (interrupt === undefined) {
      const reason =
        interrupts.size === 0 ? 'it has no interrupts' : `it has interrupts for queues ${[...interrupts.keys()]}`;
      throw new CaptureError('EIRQ', `irq.${queue} of ${device}: ${reason}`, 0, 'cat /proc/interrupts');
    }
    const path = `/proc/irq/${interrupt.number}/smp_affinity_list`;
    const before = files.read(path)?.trim() ?? '';
    const after = cpus.join(',');
    if (before === after) return [];
    return [
      {
        former: { channels: [], files: [{ path, text: before }] },
        done: `${device}: interrupt ${interrupt.number} (${interrupt.name}) goes to CPU ${after}, before: ${before}`,
        apply() {
          try {
            files.write(path, after);
          } catch (error) {
            const { errno = 0 } = error as NodeJS.ErrnoException;
            throw systemError('EIRQ', `writing ${after} to ${path}`, -errno, 'are all of these CPUs there? lscpu');
          }
        },
      },
    ];
  });
}

function systemError(code: string, failing: string, errno: number, hint: string): CaptureError {
  const isRefused = isRefusal(errno);
  const reason = isRefused ? 'not permitted, it needs the capability CAP_NET_ADMIN, or root' : `errno ${errno}`;
  return new CaptureError(code, `${failing}: ${reason}`, errno, isRefused ? 'start fandump with sudo' : hint);
}
