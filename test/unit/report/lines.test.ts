import { describe, expect, test } from 'vitest';
import type { SessionStats, SourceStats } from '../../../src/engine/native';
import { countsByCause } from '../../../src/report/invalid';
import { closingLines, progressLine } from '../../../src/report/lines';
import { sessionStats as emptyStats, sourceStats } from '../../support/session-stats';

function sessionStats(captured: number, sources: SourceStats[], changes: Partial<SessionStats> = {}): SessionStats {
  return emptyStats({ captured, sources, ...changes });
}

describe('drops of a UDP socket with a filter in the kernel', () => {
  test('are told apart from what the filter refused where that is known', () => {
    const row = sourceStats({ kernelMatched: 6, kernelDropped: 1, kernelRefused: 4 });
    const lines = closingLines(sessionStats(5, [row]), ['udp::127.0.0.1:4789']);
    expect(lines).toContain('1 packet dropped by kernel');
    expect(lines).toContain('4 datagrams refused by filter in the kernel');
  });

  test('are known for all workers together where only their sum is', () => {
    const rows = [0, 1].map((worker) => sourceStats({ worker, kernelMatched: 3, refusedOrDropped: 10 }));
    const lines = closingLines(sessionStats(6, rows, { droppedOfMixed: 2 }), ['udp::127.0.0.1:4789']);
    expect(lines).toContain('8 packets received by filter');
    expect(lines).toContain('2 packets dropped by kernel');
    expect(lines).toContain('18 datagrams refused by filter in the kernel');
    expect(lines.at(-1)).toContain('unknown number of packets dropped by kernel');
  });

  test('are unknown, not zero, where sockets of others lost some, too', () => {
    const row = sourceStats({ kernelMatched: 6, refusedOrDropped: 9 });
    const lines = closingLines(sessionStats(6, [row], { droppedOfMixed: undefined }), ['udp::127.0.0.1:4789']);
    expect(lines).toContain('unknown number of packets dropped by kernel');
    expect(lines.some((line) => line.startsWith('9 datagrams refused by filter in the kernel or dropped'))).toBe(true);
  });
});

describe('the closing lines', () => {
  const failed = { why: 'failed', saves: false } as const;
  const failedToSave = { why: 'failed', saves: true } as const;

  test('of a capture that failed tell what it has left behind', () => {
    const row = sourceStats({ kernelMatched: 100, kernelDropped: 20, filtered: 5 });
    const stats = sessionStats(60, [row]);
    expect(closingLines(stats, ['eth0'], failed)).toContain('15 packets left behind when the capture failed');
    expect(closingLines(stats, ['eth0']).some((line) => line.includes('left behind'))).toBe(false);
  });

  test('of a capture that failed tell what was captured and is in no file', () => {
    const changes = { written: 40, otherLinkType: 5, afterLastFile: 3 };
    const stats = sessionStats(60, [sourceStats({ kernelMatched: 60 })], changes);
    const line = '12 packets captured but not written when the capture failed';
    expect(closingLines(stats, ['eth0'], failedToSave)).toContain(line);
    expect(closingLines(stats, ['eth0'])).not.toContain(line);
  });

  test('of a capture whose file took not a single packet tell that, too', () => {
    const stats = sessionStats(60, [sourceStats({ kernelMatched: 60 })]);
    const line = '60 packets captured but not written when the capture failed';
    expect(closingLines(stats, ['eth0'], failedToSave)).toContain(line);
  });

  test('of a capture that was broken off tell what was captured and is in no file', () => {
    const stats = sessionStats(60, [sourceStats({ kernelMatched: 60 })], { written: 40 });
    const line = '20 packets captured but not written when the capture was broken off';
    expect(closingLines(stats, ['eth0'], { why: 'was broken off', saves: true })).toContain(line);
  });

  test('of a capture that failed and had no file to write tell of none', () => {
    const stats = sessionStats(60, [sourceStats({ kernelMatched: 60 })]);
    expect(closingLines(stats, ['eth0'], failed).some((line) => line.includes('not written'))).toBe(false);
  });

  test("are tcpdump's three when nothing else happened", () => {
    const stats = sessionStats(3, [sourceStats({ kernelMatched: 6 })]);
    expect(closingLines(stats, ['eth0'])).toEqual([
      '3 packets captured',
      '6 packets received by filter',
      '0 packets dropped by kernel',
    ]);
  });

  test('speak of one packet in the singular', () => {
    const stats = sessionStats(1, [sourceStats({ kernelMatched: 1, kernelDropped: 1, interfaceDropped: 1 })]);
    expect(closingLines(stats, ['eth0'])).toEqual([
      '1 packet captured',
      '1 packet received by filter',
      '1 packet dropped by kernel',
      '1 packet dropped by interface',
    ]);
  });

  test('have one line more for each counter that is not zero', () => {
    const invalid = {
      ...countsByCause(),
      tooShort: 1,
      vxlanFlags: 2,
      geneveVersion: 3,
      geneveProtocol: 4,
      innerNotVxlan: 5,
    };
    const busy = sourceStats({ queueFreezes: 1, filtered: 2, truncated: 3, discardedAtJoin: 4, invalid });
    expect(
      closingLines(sessionStats(0, [busy], { otherLinkType: 6, deletedFiles: 7, notShown: 8 }), [
        'udp::0.0.0.0:4789',
      ]).slice(3),
    ).toEqual([
      '1 queue freeze while the ring was full',
      '2 packets refused by filter after decapsulation',
      '3 packets cut: longer than the receive buffer',
      '4 packets left to the other members of the fanout group',
      '1 datagram invalid: shorter than the encapsulation',
      '2 datagrams invalid: VXLAN without its I flag',
      '3 datagrams invalid: GENEVE version is not 0',
      '4 datagrams invalid: GENEVE carries neither Ethernet nor IP',
      '5 datagrams invalid: no VXLAN inside GENEVE',
      "6 packets not written: the link type is not the file's",
      '7 files deleted to make room: the disk was full',
      '8 packets not shown: printing was too slow',
    ]);
  });

  test('say how often the disk was waited for, and what came after the last file', () => {
    const stats = sessionStats(0, [sourceStats()], { afterLastFile: 2, writerWaits: 1 });
    expect(closingLines(stats, ['eth0']).slice(3)).toEqual([
      '2 packets not written: all that was wanted came before',
      '1 wait for the disk: all of --buffer-max was full',
    ]);
  });

  test('say that a drop may have been several datagrams where the kernel counts messages', () => {
    const rows = [true, false].map((dropsAreMessages, worker) =>
      sourceStats({ worker, kernelDropped: 2, dropsAreMessages }),
    );
    const [, , dropped, messages] = closingLines(sessionStats(0, rows), ['udp::0.0.0.0:4789']);
    expect(dropped).toBe('4 packets dropped by kernel');
    expect(messages).toBe('2 drops of messages that may have held several datagrams; gro=off counts each');
  });

  test('count what an interface has dropped once for all workers of it, and name it for each source', () => {
    const rows = [
      sourceStats({ source: 0, worker: 0, interfaceDropped: 5 }),
      sourceStats({ source: 0, worker: 1, interfaceDropped: 4 }),
      sourceStats({ source: 1, worker: 2, interfaceDropped: 1 }),
    ];
    const lines = closingLines(sessionStats(0, rows), ['eth0', 'eth1']);
    expect(lines[3]).toBe('6 packets dropped by interface');
    expect(lines.slice(4, 6)).toEqual([
      'eth0: 0 packets received by filter, 0 packets dropped by kernel, 5 packets dropped by interface',
      'eth1: 0 packets received by filter, 0 packets dropped by kernel, 1 packet dropped by interface',
    ]);
  });

  test('name each reason for which an XDP program has passed frames on', () => {
    const strips = [{ interface: 'eth0', stripped: 1, other: 2, invalid: 3, shortInner: 4 }];
    expect(closingLines(sessionStats(0, [sourceStats()], { strips }), ['eth0']).at(-1)).toBe(
      'eth0: 1 frame taken out of tunnels by XDP, passed on as they were: ' +
        '2 frames in no tunnel, 3 frames with a tunnel header that is invalid, 4 frames with too little inside',
    );
  });

  test('call what came without ports packets', () => {
    const invalidSenders = { tooShort: { address: '192.0.2.1', port: 0, time: 1 } };
    const row = sourceStats({ invalid: { ...countsByCause(), tooShort: 2 }, invalidSenders });
    expect(closingLines(sessionStats(0, [row], {}), ['eth0'])).toContain(
      '2 packets invalid: shorter than the encapsulation, the last from 192.0.2.1',
    );
  });

  test('name the sender of the last invalid datagram of each cause among all workers', () => {
    const row = (port: number, time: number) =>
      sourceStats({
        invalid: { ...countsByCause(), tooShort: 1, notNested: port === 2 ? 1 : 0 },
        invalidSenders: {
          tooShort: { address: '192.0.2.1', port, time },
          ...(port === 2 && { notNested: { address: '2001:db8::1', port, time } }),
        },
      });
    const stats = sessionStats(0, [row(1, 30), row(2, 20), row(3, 10)], { invalidWritten: 4 });
    const lines = closingLines(stats, ['udp::[::]:4789']);
    expect(lines).toContain('3 datagrams invalid: shorter than the encapsulation, the last from 192.0.2.1:1');
    expect(lines).toContain('1 datagram invalid: no such tunnel inside the tunnel, the last from [2001:db8::1]:2');
    expect(lines).toContain('4 invalid datagrams kept in the file of --invalid');
  });

  test('give totals over sources and workers, and a line for each source and worker when there are several', () => {
    const stats = sessionStats(9, [
      sourceStats({ source: 0, worker: 0, kernelMatched: 2, captured: 2 }),
      sourceStats({ source: 0, worker: 1, kernelMatched: 3, kernelDropped: 1, captured: 2 }),
      sourceStats({ source: 1, worker: 2, kernelMatched: 5, truncated: 1, captured: 5 }),
    ]);
    expect(closingLines(stats, ['eth0', 'eth1'])).toEqual([
      '9 packets captured',
      '10 packets received by filter',
      '1 packet dropped by kernel',
      '1 packet cut: longer than the receive buffer',
      'eth0: 5 packets received by filter, 1 packet dropped by kernel',
      'eth1: 5 packets received by filter, 0 packets dropped by kernel, 1 packet cut: longer than the receive buffer',
      'worker 0 (eth0): 2 packets captured, 2 packets received by filter, 0 packets dropped by kernel',
      'worker 1 (eth0): 2 packets captured, 3 packets received by filter, 1 packet dropped by kernel',
      'worker 2 (eth1): 5 packets captured, 5 packets received by filter, 0 packets dropped by kernel, 1 packet cut: longer than the receive buffer',
    ]);
  });

  test('count the drops of an interface once, however many workers ask it', () => {
    const workers = [0, 1].map((worker) => sourceStats({ worker, interfaceDropped: 4 }));
    expect(closingLines(sessionStats(0, workers), ['eth0'])).toContain('4 packets dropped by interface');
  });
});

test('the line of SIGUSR1 has the counters side by side', () => {
  expect(progressLine(sessionStats(3, [sourceStats({ kernelMatched: 6 })]))).toBe(
    '3 packets captured, 6 packets received by filter, 0 packets dropped by kernel',
  );
});
