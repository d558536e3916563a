import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { type FlagSpec, flags } from '../../../src/cli/flags';
import { UsageError } from '../../../src/cli/usage-error';

function parsed(line: string) {
  const { flags: given, words } = parseArguments(line.split(' ').filter((word) => word !== ''));
  return { flags: Object.fromEntries(given), words };
}

describe('command lines', () => {
  test.each([
    ['-nnvi eth0', { numeric: ['', ''], verbose: [''], interface: ['eth0'] }, []],
    ['-nnvieth0', { numeric: ['', ''], verbose: [''], interface: ['eth0'] }, []],
    ['-s0 -XX -ttttt', { snaplen: ['0'], hexAscii: ['', ''], time: ['', '', '', '', ''] }, []],
    ['-# -r - -w -', { number: [''], read: ['-'], write: ['-'] }, []],
    ['-r f tcp and port 80 -c 3', { read: ['f'], count: ['3'] }, ['tcp', 'and', 'port', '80']],
    ['ip[0] - 1 = 4', {}, ['ip[0]', '-', '1', '=', '4']],
    ['-e -- -1 + ip[0] = 4', { linkLevel: [''] }, ['-1', '+', 'ip[0]', '=', '4']],
    ['--count -c 5', { onlyCount: [''], count: ['5'] }, []],
    ['--snapshot-length=96 --interface eth0', { snaplen: ['96'], interface: ['eth0'] }, []],
    ['--no-promiscuous-mode -O', { noPromiscuous: [''], noOptimize: [''] }, []],
    [
      '-p -K -S -U -l -q',
      {
        noPromiscuous: [''],
        noChecksum: [''],
        absoluteSequence: [''],
        packetBuffered: [''],
        lineBuffered: [''],
        quiet: [''],
      },
      [],
    ],
    ['-ddd tcp', { dumpFilter: ['', '', ''] }, ['tcp']],
    ['-i a -i b', { interface: ['a', 'b'] }, []],
    ['--nano --print', { nano: [''], print: [''] }, []],
    [
      '--autostop duration:60 filesize:1G udp packets:5',
      { autostop: ['duration:60', 'filesize:1G', 'packets:5'] },
      ['udp'],
    ],
    ['packets:5', {}, ['packets:5']],
    ['-h', { help: [''] }, []],
    ['', {}, []],
  ])('%s', (line, given, words) => {
    expect(parsed(line)).toEqual({ flags: given, words });
  });

  test.each([
    ['-Y', "unknown option '-Y'"],
    ['--colour', "unknown option '--colour' (Did you mean --color?)"],
    ['-i', "option '-i, --interface <SOURCE>' argument missing"],
  ])('%s is refused in one line', (line, message) => {
    expect(() => parsed(line)).toThrow(UsageError);
    expect(() => parsed(line)).toThrow(message);
  });

  test('no two flags have the same letter or word', () => {
    const names = Object.values<FlagSpec>(flags).flatMap(({ short, long }) => [short, long].filter((name) => name));
    expect(new Set(names).size).toBe(names.length);
  });
});
