/** Counters of a capture in which nothing has happened yet, but for what a test says. */
import type { ForwardStats, SessionStats, SourceStats } from '../../src/engine/native';
import { countsByCause } from '../../src/report/invalid';

export function sourceStats(changes: Partial<SourceStats> = {}): SourceStats {
  return {
    source: 0,
    worker: 0,
    captured: 0,
    received: 0,
    receivedBytes: 0,
    kernelMatched: 0,
    kernelDropped: 0,
    kernelRefused: 0,
    refusedOrDropped: 0,
    dropsAreMessages: false,
    queueFreezes: 0,
    interfaceDropped: 0,
    truncated: 0,
    discardedAtJoin: 0,
    filtered: 0,
    invalid: countsByCause(),
    ...changes,
  };
}

export function sessionStats(changes: Partial<SessionStats> = {}): SessionStats {
  return {
    captured: 0,
    sources: [],
    written: 0,
    writtenBytes: 0,
    otherLinkType: 0,
    afterLastFile: 0,
    writerWaits: 0,
    deletedFiles: 0,
    notShown: 0,
    droppedOfMixed: 0,
    ...changes,
  };
}

export function forwardStats(changes: Partial<ForwardStats> = {}): ForwardStats {
  return {
    sent: 0,
    sentBytes: 0,
    refused: [],
    sentCut: 0,
    notCarried: 0,
    tooLong: 0,
    tooShort: 0,
    stopped: 0,
    icmpErrors: 0,
    withoutReader: 0,
    readers: 0,
    slowReaders: 0,
    ...changes,
  };
}
