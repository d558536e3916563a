import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import { startupLines } from '../../../src/cli/startup-lines';
import type { OpenedSource } from '../../../src/engine/native';
import { resolvePlan } from '../../../src/plan/resolve';

const addon = {
  linkTypeName: (linkType: number) => (linkType === 1 ? { name: 'EN10MB', description: 'Ethernet' } : undefined),
};

function startup(argv: string[], opened: Partial<OpenedSource>) {
  const source = {
    name: 'eth0',
    linkType: 1,
    snaplen: 262144,
    fanout: undefined,
    receiveBuffer: 0,
    workers: 1,
    ...opened,
  };
  return startupLines(resolvePlan(captureRequest(parseArguments(argv))), [source], addon);
}

const listening = 'listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes';

describe('the lines at the start', () => {
  test('tell of -v when packets are printed without it', () => {
    expect(startup(['-i', 'eth0'], {})).toEqual([
      'fandump: verbose output suppressed, use -v[v]... for full protocol decode',
      listening,
    ]);
  });

  test.each([[['-v']], [['-w', 'f']], [['--count']]])('do not when %s was given', (flags) => {
    expect(startup(['-i', 'eth0', ...flags], {})).toEqual([`fandump: ${listening}`]);
  });

  test('tell of a multicast group that is listened on and not joined', () => {
    const said = (source: string) => startup(['-i', source], {}).filter((line) => line.includes('is a group'));
    expect(said('udp::239.1.1.1:4789')).toEqual([
      'fandump: udp::239.1.1.1:4789: 239.1.1.1 is a group that this source does not join, and hears only while somebody else on this host does; write group=239.1.1.1',
    ]);
    expect(said('udp::[ff05::1]:4789')[0]).toMatch(/; write group=\[ff05::1\]$/);
    expect(said('udp::239.1.1.1:4789:group=239.1.1.1')).toEqual([]);
    expect(said('udp::0.0.0.0:4789')).toEqual([]);
  });

  test.each([
    [['lo', 'lo'], ['fandump: lo: is a source 2 times, so that each of its packets comes 2 times']],
    [['lo:fanout_id=3', 'lo:fanout_id=3', 'lo:fanout_id=4'], [expect.stringContaining('is a source 2 times')]],
    [['lo:fanout_id=3', 'lo:fanout_id=3'], []],
    [['lo', 'eth0'], []],
    [['any'], []],
    [['any', 'any'], [expect.stringContaining('is a source 2 times')]],
  ])('tell whether the packets of %j come more than once', (sources, expected) => {
    const said = startup(
      sources.flatMap((source) => ['-i', source]),
      {},
    );
    expect(said.filter((line) => line.includes('is a source'))).toEqual(expected);
  });

  test('tell whose packets come with those of all interfaces, too', () => {
    expect(startup(['-i', 'any', '-i', 'lo', '-i', 'eth0'], {})[0]).toBe(
      'fandump: any: has the packets of lo and eth0, too, so that each of them comes twice',
    );
  });

  test('name the file that is read', () => {
    expect(startup(['-r', '-'], { name: '-', snaplen: 65535, linkType: 147 })).toEqual([
      'reading from file -, link-type 147, snapshot length 65535',
    ]);
  });

  test.each([
    [0, 'no member'],
    [1, '1 member'],
    [3, '3 members'],
  ])('say that a fanout group had %i members', (membersBefore, words) => {
    const [line] = startup(['-i', 'eth0:fanout=hash', '-v'], { fanout: { id: 7, mode: 0, membersBefore } });
    expect(line).toBe(`fandump: eth0: joined fanout group 7 (hash), which had ${words} before`);
  });

  test('say nothing of the members of a fanout group where the kernel does not tell', () => {
    const [line] = startup(['-i', 'eth0:fanout=hash', '-v'], { fanout: { id: 7, mode: 0, membersBefore: -1 } });
    expect(line).toBe('fandump: eth0: joined fanout group 7 (hash)');
  });
});
