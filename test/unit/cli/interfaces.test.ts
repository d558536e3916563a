import { describe, expect, test } from 'vitest';
import {
  defaultInterface,
  formatInterface,
  interfaceByNumber,
  listedInterfaces,
  sortInterfaces,
} from '../../../src/cli/interfaces';
import { UsageError } from '../../../src/cli/usage-error';
import type { InterfaceInfo } from '../../../src/engine/native';

const up = 0x1;
const loopback = 0x8;
const running = 0x40;
const [unknown, disconnected, connected] = [0, 2, 6];

function device(name: string, flags: number, operState: number, index = 1): InterfaceInfo {
  return { name, index, flags, operState, hardwareType: 1, linkType: 1, addresses: [] };
}

const lo = device('lo', up | running | loopback, unknown);
const eth0 = device('eth0', up | running, connected, 2);
const eth1 = device('eth1', up | running, connected, 3);
const unplugged = device('eth2', up, disconnected, 4);
const down = device('ifb0', 0, unknown, 5);

describe('interfaces', () => {
  test('are listed with those first that can capture something', () => {
    const names = sortInterfaces([lo, down, unplugged, eth1, eth0]).map(({ name }) => name);
    expect(names).toEqual(['eth0', 'eth1', 'lo', 'eth2', 'ifb0']);
  });

  test.each([
    [eth0, '1.eth0 [Up, Running, Connected]\n'],
    [lo, '1.lo [Up, Running, Loopback]\n'],
    [unplugged, '1.eth2 [Up, Disconnected]\n'],
    [down, '1.ifb0 [none]\n'],
    [device('veth0', 0, disconnected), '1.veth0 [none, Disconnected]\n'],
  ])('$name is shown as tcpdump shows it', (info, line) => {
    expect(formatInterface(info, 1)).toBe(line);
  });

  test('have no control character of their names written raw', () => {
    expect(formatInterface(device('e\x1b[31m\u009b', 0, unknown), 1)).toBe('1.e\\x1b[31m\\x9b [none]\n');
  });

  test('any stands behind those that are connected, as in tcpdump', () => {
    const lines = listedInterfaces([lo, down, eth0, eth1]).map((info, index) => formatInterface(info, index + 1));
    expect(lines).toEqual([
      '1.eth0 [Up, Running, Connected]\n',
      '2.eth1 [Up, Running, Connected]\n',
      '3.any (Pseudo-device that captures on all interfaces) [Up, Running]\n',
      '4.lo [Up, Running, Loopback]\n',
      '5.ifb0 [none]\n',
    ]);
  });

  test('the first one that is up is captured from when none is named', () => {
    expect(defaultInterface([down, lo, eth0])).toBe('eth0');
    expect(defaultInterface([down, lo])).toBe('lo');
    expect(() => defaultInterface([down])).toThrow(UsageError);
  });

  test('a number means the line of the list, unless it is a name', () => {
    expect(interfaceByNumber('2', [lo, eth0])).toBe('any');
    expect(interfaceByNumber('3', [lo, eth0])).toBe('lo');
    expect(interfaceByNumber('eth0', [lo, eth0])).toBeUndefined();
    expect(interfaceByNumber('2', [device('2', up, connected), lo])).toBeUndefined();
    expect(() => interfaceByNumber('4', [lo, eth0])).toThrow('no interface has the number 4');
    expect(() => interfaceByNumber('0', [lo, eth0])).toThrow(UsageError);
  });
});
