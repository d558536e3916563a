import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import { UsageError } from '../../../src/cli/usage-error';

function request(...argv: string[]) {
  return captureRequest(parseArguments(argv));
}

describe('what a command line asks for', () => {
  test('trailing words are the filter, and redefs among them are not', () => {
    const { filter, options } = request('tcp', 'AF_Packet::fanout_id=24', 'port', '80');
    expect(filter.value).toBe('tcp port 80');
    expect(options.redefs.map(({ option, value }) => [option, value])).toEqual([['fanout_id', 24]]);
  });

  test('-s 0 keeps whole packets, as does no -s', () => {
    expect(request('-s', '0').snaplen.value).toBe(262144);
    expect(request().snaplen.value).toBe(262144);
    expect(request('-s', '96').snaplen).toEqual({ value: 96, origin: 'flag', text: '-s 96' });
  });

  test('-B counts in KiB', () => {
    expect(request('-B', '4096').options.flags).toEqual([{ flag: '-B', value: '4096k', text: '-B 4096' }]);
  });

  test('-F takes the filter from a file without its comments, and the words are ignored', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-'));
    const path = join(folder, 'filter');
    writeFileSync(path, 'tcp # only TCP\nport 80\n');
    expect(request('-F', path, 'udp').filter.value).toBe('tcp \nport 80');
    rmSync(folder, { recursive: true });
  });

  test('packets are printed unless they are written or counted', () => {
    expect(request().output).toMatchObject({ print: true, count: false, save: undefined });
    expect(request('-w', 'f').output).toMatchObject({ print: false, save: { value: 'f' } });
    expect(request('-w', 'f', '--print').output.print).toBe(true);
    expect(request('--count').output).toMatchObject({ print: false, count: true });
  });

  test('--nano holds for lines and for the savefile', () => {
    const { print, output } = request('--nano', '-w', 'f', '--print');
    expect([print.nanoseconds, output.nanoseconds.value]).toEqual([true, true]);
    expect(request('--time-stamp-precision=nano').print.nanoseconds).toBe(true);
  });

  test.each([
    [['--nano', '--micro'], false],
    [['--micro', '--nano'], true],
    [['--nano', '--time-stamp-precision=micro'], false],
    [['--nano', '--micro', '--nano'], true],
    [['--time-stamp-precision=nano', '--micro', '--time-stamp-precision=nano'], true],
  ])('%o: of several precisions the last one counts', (argv, nanoseconds) => {
    expect(request(...argv).output.nanoseconds.value).toBe(nanoseconds);
  });

  test.each([
    [['-t'], { time: 'none' }],
    [['-tt'], { time: 'unix' }],
    [['-ttt'], { time: 'delta' }],
    [['-tttt'], { time: 'date' }],
    [['-ttttt'], { time: 'sinceFirst' }],
    [['-x'], { hex: 'x' }],
    [['-xx'], { hex: 'xx' }],
    [['-X'], { hex: 'X' }],
    [['-XX'], { hex: 'XX' }],
    [['-A'], { hex: 'A' }],
    [['-AA'], { hex: 'AA' }],
    [['-A', '-x', '-X'], { hex: 'X' }],
    [['-A', '-xx'], { hex: 'xx' }],
    [['-nn'], { numeric: 2 }],
    [['-t'], { numeric: 0, shortNames: false, localNames: false }],
    [['-Nf'], { numeric: 0, shortNames: true, localNames: true }],
    [['-vvvvv'], { verbose: 3, metadata: true }],
    [['-e'], { linkLevel: true, metadata: true }],
    [['-qS#K'], { quiet: 1, absoluteSequence: true, number: true, noChecksum: true, metadata: false }],
  ])('%s asks the printer for %o', (argv, options) => {
    expect(request(...argv).print).toMatchObject(options);
  });

  test.each([[' '], ['', '\t']])('a blank word is no filter', (...words) => {
    expect(request('-i', 'udp::0.0.0.0:4789', ...words).filter).toEqual({ value: '', origin: 'default', text: '' });
  });

  test('--count-by prints a table instead of packets, of 20 rows unless --top says otherwise', () => {
    const { print, countBy } = request('--count-by', 'vni,Proto').output;
    expect(print).toBe(false);
    expect(countBy).toMatchObject({
      keys: { value: ['vni', 'proto'], text: '--count-by vni,Proto' },
      rows: { value: 20 },
    });
    expect(request('--count-by', 'flow', '--top', '0').output.countBy?.rows).toMatchObject({ value: 0 });
  });

  test.each([
    ['1s', 1000],
    ['250', 250],
    ['10ms', 10],
    ['2 min', 120_000],
    ['1000000usec', 1000],
    ['86400 sec', 86_400_000],
  ])('--stats %s is %i milliseconds', (text, milliseconds) => {
    expect(request('--stats', text).output.statistics?.interval.value).toBe(milliseconds);
  });

  test.each([
    '',
    '0',
    '9ms',
    '-1s',
    '1.5ms',
    '86401s',
    '1 hour',
    'soon',
    '1s1s',
    '1e3',
    'Infinity',
    ' 1s',
    '1\u001b[2J',
  ])('--stats %j is refused with what is wrong and what to write', (text) => {
    const refused = expect.objectContaining({
      name: 'UsageError',
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      message: expect.stringMatching(/^--stats: '[^\x00-\x1f]+$/),
      hint: expect.stringMatching(/\S/),
    });
    expect(() => request('--stats', text)).toThrow(refused);
  });

  test('of two --stats the last one counts', () => {
    expect(request('--stats', '1s', '--stats', '2s').output.statistics?.interval.text).toBe('--stats 2s');
  });

  test.each([
    [['--count', '--print'], '--count prints a number instead of packets: not with --print'],
    [['--stats', '1'], "--stats: '1' has no unit and counts milliseconds, of which 10 is the least"],
    [['--stats', '25h'], "--stats: '25h' is not a time"],
    [['--stats', '1441min'], "--stats: '1441min' is outside 10msec to 1440min"],
    [['--stats-json'], '--stats-json says how --stats reports, and that is not given'],
    [['--top', '5'], '--top is about the rows of --count-by, and that is not given'],
    [['--count-by', 'flow', '--top', 'all'], "invalid number of rows 'all'"],
    [['--count-by', 'flow', '--top', '1000001'], "invalid number of rows '1000001'"],
    [['--speed', '0'], "--speed: '0' is not a number from 0.001 to 1000000"],
    [['--loop', '-1'], "--loop: '-1' is not a whole number from 0 to 999999999"],
    [['--cpus', '5-2'], "--cpus: '5-2' is no list of CPUs"],
    [['-c', '0'], 'invalid packet count 0'],
    [['-c', '-1'], 'invalid packet count -1'],
    [['-c', 'ten'], 'invalid packet count ten'],
    [['-s', '300000'], 'invalid snaplen 300000 (must be >= 0 and <= 262144)'],
    [['-s', 'x'], 'invalid snaplen x (must be >= 0 and <= 262144)'],
    [['-B', '0'], "invalid packet buffer size '0'"],
    [['-y', 'nonsense', '-i', 'eth0'], "-y nonsense: 'nonsense' is not a link type"],
    [['-y', 'nope', '-r', 'file'], "-y nope: 'nope' is not a link type"],
    [['-Q', 'xx'], "unknown capture direction 'xx'"],
    [['-f', '-r', 'file'], '-f can not be used with -r'],
    [['-T', 'quic', '-r', 'file'], "-T 'quic': unknown packet type"],
    [['-tttttt'], 'only -t, -tt, -ttt, -tttt, and -ttttt are supported'],
    [['-F', '/nowhere'], "can't open '/nowhere': No such file or directory"],
    [['-F', '/'], "can't open '/': illegal operation on a directory"],
    [['-F', '/dev/zero'], "can't open '/dev/zero': longer than 1048576 bytes"],
    [['--time-stamp-precision=pico'], "invalid time stamp precision 'pico'"],
  ])('%s is refused', (argv, message) => {
    expect(() => request(...argv)).toThrow(expect.objectContaining({ message }));
    expect(() => request(...argv)).toThrow(UsageError);
  });
});
