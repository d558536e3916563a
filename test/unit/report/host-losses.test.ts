import { describe, expect, test } from 'vitest';
import { difference, type HostCounters } from '../../../src/report/host-counters';
import { hostLosses } from '../../../src/report/host-losses';

const none: HostCounters = {
  receiveBufferFull: 0,
  outOfMemory: 0,
  badChecksum: 0,
  backlogFull: 0,
  squeezed: 0,
  interfaces: {},
};
const settings = { rmemMax: 212_992, maxBacklog: 1000, budget: 300 };

describe('losses of the host', () => {
  test('are silent when nothing was lost', () => {
    expect(hostLosses(none, settings)).toEqual([]);
  });

  test('come each with the line that mends it', () => {
    const lost = {
      receiveBufferFull: 3,
      outOfMemory: 4,
      badChecksum: 1,
      backlogFull: 2,
      squeezed: 1,
      interfaces: { eth0: 5, eth1: 0 },
    };
    const lines = hostLosses(lost, settings);
    expect(lines).toHaveLength(6);
    expect(lines[0].hint).toContain('sysctl -w net.core.rmem_max=425984');
    expect(lines[1].message).toMatch(/^4 messages found no memory left for UDP/);
    expect(lines[3].hint).toBe('sysctl -w net.core.netdev_max_backlog=2000');
    expect(lines[4].hint).toContain('rps_cpus');
    expect(lines[5].message).toBe('5 packets dropped by the device eth0');
  });

  test('leave the number open where the present one is not known', () => {
    const unknown = { rmemMax: undefined, maxBacklog: undefined, budget: undefined };
    const [line] = hostLosses({ ...none, backlogFull: 1 }, unknown);
    expect(line.hint).toBe('sysctl -w net.core.netdev_max_backlog=N');
  });

  test('that the kernel does not show are unknown, not zero', () => {
    const [line] = hostLosses({ ...none, backlogFull: undefined }, settings);
    expect(line.message).toMatch(/^an unknown number of packets/);
  });

  test('are what was counted since the beginning', () => {
    const before = { ...none, squeezed: 7, interfaces: { eth0: 100, eth1: 9 } };
    const now = { ...none, squeezed: 9, interfaces: { eth0: 103, eth1: 2, eth2: 4 } };
    expect(difference(now, before)).toEqual({ ...none, squeezed: 2, interfaces: { eth0: 3, eth1: 2, eth2: 4 } });
    expect(difference({ ...now, squeezed: undefined }, before).squeezed).toBeUndefined();
  });
});
