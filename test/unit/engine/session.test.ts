import { expect, test, vi } from 'vitest';
import { loadAddon } from '../../../src/engine/addon';
import type { Addon, NativeNotice, NativePlan, NativeSession } from '../../../src/engine/native';
import { type CaptureHandlers, CaptureSession } from '../../../src/engine/session';

vi.mock('../../../src/engine/addon');

const headerLength = 48;

/** A slot with one packet of no bytes, in the layout of native/sink/batch.h. */
function slotOf(wireLength: number): ArrayBuffer {
  const memory = new ArrayBuffer(headerLength);
  new Uint32Array(memory).set([headerLength, 0, wireLength]);
  new Uint16Array(memory)[18] = headerLength;
  return memory;
}

/** A session whose slots are filled one after the other, as `take` says. */
function run(native: Partial<NativeSession>, handlers: CaptureHandlers) {
  let wake = () => {};
  const released: number[] = [];
  const session = {
    open: (callback: () => void) => {
      wake = callback;
      return [];
    },
    slots: () => [slotOf(101), slotOf(102)],
    used: () => headerLength,
    start: () => setImmediate(() => wake()),
    take: () => -1,
    release: (slot: number) => released.push(slot),
    ended: () => true,
    notices: () => [],
    failure: () => undefined,
    ...native,
  };
  const Session = vi.fn(function opened() {
    return session;
  });
  vi.mocked(loadAddon).mockReturnValue({ Session } as unknown as Addon);
  return { ended: CaptureSession.open({ batch: {} } as NativePlan).run(handlers), released };
}

test('a packet that was published just before the end is handed over', async () => {
  let isEnding = false;
  const slots = [1];
  const lengths: number[] = [];
  const { ended, released } = run(
    {
      take: () => (isEnding ? (slots.shift() ?? -1) : -1),
      ended: () => {
        isEnding = true;
        return true;
      },
    },
    { onPacket: ({ len }) => lengths.push(len) },
  );
  await ended;
  expect(lengths).toEqual([102]);
  expect(released).toEqual([1]);
});

test('a failure comes after the packets and notices before it, with its hint', async () => {
  const slots = [0, 1];
  const told: (number | string)[] = [];
  const notice: NativeNotice = { code: 'N', message: 'an interface went down', hint: '' };
  const { ended } = run(
    {
      take: () => slots.shift() ?? -1,
      notices: () => [notice],
      failure: () => ({ code: 'EDISK', message: 'writing x', errno: 28, hint: 'df -h' }),
    },
    { onPacket: ({ len }) => told.push(len), onNotice: ({ code }) => told.push(code) },
  );
  const failure = { name: 'CaptureError', code: 'EDISK', message: 'writing x', errno: 28, hint: 'df -h' };
  await expect(ended).rejects.toEqual(expect.objectContaining(failure));
  expect(told).toEqual([101, 102, 'N']);
});

test('what a taker of packets throws ends the run, and the slot goes back', async () => {
  const slots = [0, 1];
  const { ended, released } = run(
    { take: () => slots.shift() ?? -1 },
    {
      onPacket: () => {
        throw new Error('no more');
      },
    },
  );
  await expect(ended).rejects.toThrow('no more');
  expect(released).toEqual([0]);
});

test('while what was made of packets cannot be written, none are taken', async () => {
  const busy = [true, true, false];
  const events: string[] = [];
  const slots = [0];
  const { ended } = run(
    { take: () => slots.shift() ?? -1 },
    {
      isBusy: () => {
        const isBusy = busy.shift() ?? false;
        events.push(isBusy ? 'busy' : 'free');
        return isBusy;
      },
      onPacket: () => events.push('packet'),
    },
  );
  await ended;
  expect(events.slice(0, 4)).toEqual(['busy', 'busy', 'free', 'packet']);
});
