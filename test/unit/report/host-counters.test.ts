import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HostCounterFiles } from '../../../src/report/host-counters';

let folder: string;
const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
const devices = [
  'Inter-|   Receive                                                |  Transmit',
  ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed',
];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fandump-net-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('losses are read from the files of the kernel: of all CPUs, in hexadecimal; of all devices but loopback', () => {
  write('snmp', 'Udp: InDatagrams RcvbufErrors InCsumErrors MemErrors', 'Udp: 100 3 4 5');
  write('softnet_stat', '000000ff 0000000a 00000010 00000000', '00000001 00000001 00000002 00000000');
  write(
    'dev',
    ...devices,
    '    lo: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16',
    '  eth0: 1 2 3 40 2 6 7 8 9 10 11 12 13 14 15 16',
  );
  const files = new HostCounterFiles(folder);
  expect(files.read()).toEqual({
    receiveBufferFull: 3,
    outOfMemory: 5,
    badChecksum: 4,
    backlogFull: 11,
    squeezed: 18,
    interfaces: { eth0: 42 },
  });
  files.close();
});

test('each look reads the files anew, however long they are', () => {
  const many = Array.from({ length: 2000 }, (_, i) => `veth${i}: 1 2 3 ${i} 0 6 7 8 9 10 11 12 13 14 15 16`);
  write('dev', ...devices, ...many);
  const files = new HostCounterFiles(folder);
  const count = () => Object.keys(files.read().interfaces ?? {}).length;
  expect(count()).toBe(2000);
  expect(files.read().interfaces).toMatchObject({ veth1999: 1999 });
  write('dev', ...devices, many[0]);
  expect(count()).toBe(1);
  files.close();
});

test('files that are not there leave their counters unknown', () => {
  const files = new HostCounterFiles(folder);
  expect(Object.values(files.read()).every((counter) => counter === undefined)).toBe(true);
  files.close();
});
