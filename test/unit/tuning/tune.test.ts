import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import { CaptureError } from '../../../src/engine/errors';
import type { FormerSettings } from '../../../src/engine/native-settings';
import { resolvePlan } from '../../../src/plan/resolve';
import type { QueueCounts } from '../../../src/source/queues';
import { restoreDevices, tuneDevices } from '../../../src/tuning/tune';

/** A card with two of eight combined queues, each with an interrupt from 31 on, and what is done to it. */
function card({ errno = 0, writeError = undefined as Error | undefined } = {}) {
  const done = { set: [] as QueueCounts[], written: [] as string[], former: undefined as FormerSettings | undefined };
  let interrupts = [interruptLine(31, 0), interruptLine(32, 1)];
  const none = { count: 0, max: 0 };
  const addon = {
    readDevice: () => ({ bus: '', mtu: 1500, driver: '', speed: 0 }) as never,
    readChannels: () => ({ rx: none, tx: none, other: none, combined: { count: 2, max: 8 } }),
    setChannels: (_device: string, counts: QueueCounts) => {
      done.set.push(counts);
      // The driver makes its interrupts anew.
      interrupts = Array.from({ length: counts.combined ?? 0 }, (_, queue) => interruptLine(41 + queue, queue));
      return errno;
    },
    startRestorer: (former: FormerSettings) => {
      done.former = former;
    },
    restoreSettings: () => 0,
  };
  const files = {
    read: (path: string) => (path === '/proc/interrupts' ? interrupts.join('') : '0-3\n'),
    list: () => [],
    write: (path: string, text: string) => {
      if (writeError) throw writeError;
      done.written.push(`${path} ${text}`);
    },
  };
  return { addon, files, done };
}

function interruptLine(number: number, queue: number): string {
  return ` ${number}:  1  PCI-MSI 1-edge  eth0-TxRx-${queue}\n`;
}

const plan = (...argv: string[]) => resolvePlan(captureRequest(parseArguments(argv)));

describe('queues and interrupts', () => {
  test('are changed, told, and noted to be put back', () => {
    const { addon, files, done } = card();
    const wanted = plan('-i', 'eth0:channels=2:irq.1=2', '--restore');
    const changes = tuneDevices(wanted, addon, files);
    expect(changes).toEqual(['eth0: interrupt 32 (eth0-TxRx-1) goes to CPU 2, before: 0-3']);
    expect(done.written).toEqual(['/proc/irq/32/smp_affinity_list 2']);
    expect(done.former).toEqual({
      channels: [],
      files: [{ path: '/proc/irq/32/smp_affinity_list', text: '0-3' }],
    });
    expect(restoreDevices(wanted, changes, addon)).toHaveLength(1);
  });

  test('are those that the device has once its queues are set', () => {
    const { addon, files, done } = card();
    expect(tuneDevices(plan('-i', 'eth0:channels=4:irq.0=2:irq.3=1'), addon, files)).toEqual([
      'eth0: queues set to combined=4, before: combined=2',
      'eth0: interrupt 41 (eth0-TxRx-0) goes to CPU 2, before: 0-3',
      'eth0: interrupt 44 (eth0-TxRx-3) goes to CPU 1, before: 0-3',
    ]);
    expect(done.written).toEqual(['/proc/irq/41/smp_affinity_list 2', '/proc/irq/44/smp_affinity_list 1']);
  });

  test('of queues that are put back are not written to, for they are others then', () => {
    const { addon, files, done } = card();
    tuneDevices(plan('-i', 'eth0:channels=4:irq.0=2', '--restore'), addon, files);
    expect(done.former).toEqual({ channels: [{ interface: 'eth0', counts: { combined: 2 } }], files: [] });
  });

  test('are left alone when they are as wanted, and stay changed without --restore', () => {
    const { addon, files, done } = card();
    expect(tuneDevices(plan('-i', 'eth0:channels=2', '--restore'), addon, files)).toEqual([]);
    const changes = tuneDevices(plan('-i', 'eth0:channels=1'), addon, files);
    expect(done.former).toBeUndefined();
    expect(restoreDevices(plan('-i', 'eth0:channels=1'), changes, addon)).toEqual([]);
  });

  test.each([
    ['eth0:channels=9', {}, /at most 8 combined queues/],
    ['eth0:channels=rx=1', {}, /has no rx queues/],
    ['eth0:channels=1', { errno: 1 }, /CAP_NET_ADMIN/],
    ['eth0:irq.5=1', {}, /interrupts for queues 0,1/],
    ['eth0:irq.0=1', { writeError: Object.assign(new Error('EINVAL'), { errno: -22 }) }, /smp_affinity_list: errno 22/],
  ])('%s fails with its reason', (source, system, message) => {
    const { addon, files } = card(system);
    expect(() => tuneDevices(plan('-i', source), addon, files)).toThrow(message);
    expect(() => tuneDevices(plan('-i', source), addon, files)).toThrow(CaptureError);
  });
});
