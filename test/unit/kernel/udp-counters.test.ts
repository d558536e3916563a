import { expect, test } from 'vitest';
import { parseUdpCounters } from '../../../src/kernel/udp-counters';

const snmp = [
  'Tcp: RtoAlgorithm RcvbufErrors',
  'Tcp: 1 99',
  'Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors InCsumErrors IgnoredMulti MemErrors',
  'Udp: 100 0 12 100 3 0 4 0 5',
  '',
].join('\n');
const snmp6 =
  'Udp6RcvbufErrors                \t10\nUdp6InCsumErrors \t20\nUdp6MemErrors \t30\nUdpLite6MemErrors \t7\n';

test('losses of UDP are counted over IPv4 and IPv6', () => {
  expect(parseUdpCounters(snmp, snmp6)).toEqual({ receiveBufferFull: 13, badChecksum: 24, outOfMemory: 35 });
});

test('a host without IPv6 has those over IPv4', () => {
  expect(parseUdpCounters(snmp, undefined)).toEqual({ receiveBufferFull: 3, badChecksum: 4, outOfMemory: 5 });
});

test('a kernel without MemErrors has lost none for want of memory', () => {
  expect(parseUdpCounters('Udp: RcvbufErrors InCsumErrors\nUdp: 1 2\n', undefined)).toMatchObject({ outOfMemory: 0 });
});

test.each([undefined, '', 'Udp: InDatagrams\nUdp: 1\n', 'Udp: RcvbufErrors\n'])('%j tells nothing', (text) => {
  expect(parseUdpCounters(text, snmp6)).toBeUndefined();
});
