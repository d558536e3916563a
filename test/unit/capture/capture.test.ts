import { describe, expect, test, vi } from 'vitest';
import { capture, readSavefile } from '../../../src/capture/capture';
import { loadAddon } from '../../../src/engine/addon';
import type { Addon, NativeNotice, NativePlan, NativeSession } from '../../../src/engine/native';
import { CaptureSession } from '../../../src/engine/session';

vi.mock('../../../src/engine/addon');

const notice = (code: string): NativeNotice => ({ code, message: code, hint: '' });

/** A session that wakes its reader twice, with notices each time, the second time at its end. */
function talkativeSession(): Partial<NativeSession> {
  let wake = () => {};
  const turns = [[notice('FIRST')], [notice('SECOND'), notice('THIRD')]];
  return {
    open: (callback) => {
      wake = callback;
      return [];
    },
    slots: () => [],
    start: () => setImmediate(() => wake()),
    ref: () => {},
    unref: () => {},
    ended: () => turns.length === 1,
    take: () => -1,
    notices: () => turns.shift() ?? [],
    stats: () => ({}) as never,
    failure: () => undefined,
    close: () => {},
  };
}

function sessionOf(native: Partial<NativeSession>) {
  const Session = vi.fn(function session() {
    return native;
  });
  vi.mocked(loadAddon).mockReturnValue({ Session } as unknown as Addon);
}

test('a capture of the library tells each notice once, and all before its end', async () => {
  sessionOf(talkativeSession());
  const told: string[] = [];
  const packets = readSavefile('x.pcap', {
    onNotice: ({ code }) => told.push(code),
    onEnd: () => told.push('end'),
  });
  for await (const _ of packets) told.push('packet');
  expect(told).toEqual(['FIRST', 'SECOND', 'THIRD', 'end']);
});

describe('a capture that cannot be started', () => {
  const close = vi.fn();
  const start = () => {
    throw Object.assign(new Error('starting a thread'), { code: 'ETHREAD', errno: 11, hint: 'ulimit -u' });
  };
  const failure = expect.objectContaining({ name: 'CaptureError', code: 'ETHREAD', errno: 11, hint: 'ulimit -u' });

  test("ends the library's loop with a CaptureError, and is closed", async () => {
    sessionOf({ ...talkativeSession(), start, close });
    await expect(readSavefile('x.pcap').next()).rejects.toEqual(failure);
    expect(close).toHaveBeenCalledOnce();
  });

  test('ends a run with a CaptureError', async () => {
    sessionOf({ ...talkativeSession(), start });
    await expect(CaptureSession.open({} as NativePlan).run({})).rejects.toEqual(failure);
  });
});

test('a direction is refused for a source whose packets have none', async () => {
  const packets = capture('udp::127.0.0.1:4789', { direction: 'in' });
  await expect(packets.next()).rejects.toMatchObject({ name: 'PlanError', code: 'EPLAN_CONFLICT' });
});

test.each([
  [{ count: 0 }, 'ECOUNT'],
  [{ count: 1.5 }, 'ECOUNT'],
  [{ snaplen: 0 }, 'ESNAPLEN'],
  [{ snaplen: 262145 }, 'ESNAPLEN'],
])('a capture of the library is refused with %o: %s', async (options, code) => {
  await expect(capture('af_packet::lo', options).next()).rejects.toMatchObject({ name: 'CaptureError', code });
});
