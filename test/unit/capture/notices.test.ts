import { expect, test, vi } from 'vitest';
import { readSavefile } from '../../../src/capture/capture';
import { loadAddon } from '../../../src/engine/addon';
import type { Addon, NativeNotice, NativeSession } from '../../../src/engine/native';

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
    ended: () => turns.length === 1,
    take: () => -1,
    notices: () => turns.shift() ?? [],
    stats: () => ({}) as never,
    failure: () => undefined,
    close: () => {},
  };
}

test('a capture of the library tells each notice once, and all before its end', async () => {
  const Session = vi.fn(function session() {
    return talkativeSession();
  });
  vi.mocked(loadAddon).mockReturnValue({ Session } as unknown as Addon);
  const told: string[] = [];
  const packets = readSavefile('x.pcap', {
    onNotice: ({ code }) => told.push(code),
    onEnd: () => told.push('end'),
  });
  for await (const _ of packets) told.push('packet');
  expect(told).toEqual(['FIRST', 'SECOND', 'THIRD', 'end']);
});
