import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { explainSavefile, explainStream } from '../../../src/cli/explain-savefile';
import { captureRequest } from '../../../src/cli/request';
import { toNativePlan } from '../../../src/plan/native-plan';
import { resolvePlan } from '../../../src/plan/resolve';

function plan(...argv: string[]) {
  return resolvePlan(captureRequest(parseArguments(argv)));
}

function savedAs(path: string, ...argv: string[]) {
  return toNativePlan(plan('-i', 'eth0', '-w', path, ...argv)).save;
}

function save(...argv: string[]) {
  return savedAs('x.pcap', ...argv);
}

describe('the format of a savefile', () => {
  test.each([
    ['x.pcap', false],
    ['x', false],
    ['x.pcapng', true],
    ['X.NTAR', true],
    ['x.pcapng.zst', true],
    ['-', false],
  ])('%s: pcapng is %s', (name, pcapng) => {
    expect(savedAs(name)).toMatchObject({ pcapng });
  });

  test('a flag goes before the name', () => {
    expect(save('--pcapng')).toMatchObject({ pcapng: true });
    expect(savedAs('x.pcapng', '--pcap')).toMatchObject({ pcapng: false });
    expect(() => save('--pcap', '--pcapng')).toThrow(/two formats/);
  });

  test('only pcapng has an interface for each VNI', () => {
    expect(() => save('--interface-per-vni')).toThrow(/needs pcapng/);
    expect(save('--interface-per-vni', '--pcapng')).toMatchObject({ interfacePerVni: true });
  });
});

describe('rotation', () => {
  test.each([
    ['1', 1_000_000],
    ['64k', 65_536],
    ['2M', 2_097_152],
    ['1g', 1_073_741_824],
  ])('-C %s is %d bytes', (text, bytes) => {
    expect(save('-C', text)?.rotation).toEqual({ bytes, seconds: 0, onClock: false, files: 0 });
  });

  test('-G, -W and the clock go with it', () => {
    expect(save('-C', '1', '-G', '60', '-W', '5', '--rotate-on-clock')?.rotation).toEqual({
      bytes: 1_000_000,
      seconds: 60,
      onClock: true,
      files: 5,
    });
  });

  test.each([
    [['-C', '0'], "-C: '0' is not a whole number from 1 to 999999999"],
    [['-C', '1T'], "-C: '1T' is not a size in bytes"],
    [['-C', '0k'], "-C: '0k' is outside 1 to 1048576G"],
    [['-G', '1.5'], "-G: '1.5' is not a whole number from 1 to 3162240000"],
    [['-W', '-1'], "-W: '-1' is not a whole number from 1 to 1000000"],
    [['--sync', '0'], "--sync: '0' is not a whole number from 1 to 3162240000"],
    [['-z', 'gzip', '--command-jobs', '65'], "--command-jobs: '65' is not a whole number from 1 to 64"],
    [['--command-jobs', '3'], '--command-jobs 3 is about the commands of -z, and none is given'],
    [['-W', '3'], /-C or -G/],
    [['--rotate-on-clock', '-C', '1'], /files of -G/],
    [['--on-full', 'oldest'], /only one/],
    [['--on-full', 'never'], "--on-full: 'never' is not one of stop, oldest, pause"],
    [['--compress', 'xz'], "--compress: 'xz' is not one of zstd, gzip, lz4, none"],
    [['--compress', 'none:3'], '--compress: none has no level'],
    [['--compress', 'zstd:99'], "--compress: zstd has no level '99'"],
    [['--compress', 'zstd:0'], "--compress: zstd has no level '0'"],
    [['--compress', 'zstd:-51'], "--compress: zstd has no level '-51'"],
    [['--compress', 'gzip:-1'], "--compress: gzip has no level '-1'"],
    [['--compress', 'gzip:'], "--compress: gzip has no level ''"],
    [['--buffer-max', '1k'], "--buffer-max: '1k' is outside 1M to 64G"],
    [['-z', '"gzip'], `-z: the quote " at character 1 of '"gzip' is not closed`],
    [['--direct', '-U'], /--direct whole blocks/],
  ])('%o is refused', (argv, message) => {
    expect(() => save(...argv)).toThrow(message);
  });

  test('the level of a compression that is out of range is told its range', () => {
    expect(() => save('--compress', 'gzip:10')).toThrow(expect.objectContaining({ hint: 'write gzip:1 to gzip:9' }));
    const hint = 'write zstd:-50 to zstd:19, but not 0';
    expect(() => save('--compress', 'zstd:99')).toThrow(expect.objectContaining({ hint }));
  });

  test.for([
    ['out.pcap.gz', 'gzip'],
    ['out.pcapng.zst', 'zstd'],
    ['OUT.LZ4', 'lz4'],
    ['out.zst.pcap', 'none'],
    ['outgz', 'none'],
  ])('a file called %s is compressed as its name ends: %s', ([path, method]) => {
    expect(savedAs(path)?.compression).toMatchObject({ method, level: 0 });
  });

  test('--compress goes before the name', () => {
    expect(savedAs('out.pcap.gz', '--compress', 'none')?.compression.method).toBe('none');
    expect(savedAs('out.pcap.gz', '--compress', 'lz4:9')?.compression).toMatchObject({ method: 'lz4', level: 9 });
  });

  test('packets from files wait for the disk in less memory, unless told otherwise', () => {
    const bytes = (...argv: string[]) => plan(...argv, '-w', 'out.pcap').output.savefile.bufferBytes.value;
    expect(bytes('-i', 'eth0')).toBe(64 * 1024 ** 2);
    expect(bytes('-r', 'in.pcap')).toBeLessThanOrEqual(10 * 1024 ** 2);
    expect(bytes('-r', 'in.pcap', '--buffer-max', '1G')).toBe(1024 ** 3);
  });

  test('a fast level of zstd is below 0', () => {
    expect(save('--compress', 'zstd:-50')?.compression).toEqual({
      method: 'zstd',
      level: -50,
      threads: expect.any(Number),
    });
  });

  test('standard output is one file', () => {
    expect(() => plan('-i', 'eth0', '-w', '-', '-C', '1')).toThrow(/standard output is one/);
    expect(() => plan('-i', 'eth0', '-w', '-', '--direct')).toThrow(/standard output is none/);
  });

  test('no command is run for standard output', () => {
    expect(() => plan('-i', 'eth0', '-w', '-', '-z', 'gzip')).toThrow(
      '-z runs a command for each complete file, and standard output is none',
    );
  });

  test.each([
    [['-i', 'eth0', '-w', ''], '-w: the name of the file is empty'],
    [['-r', '', '-w', 'x'], '-r: the name of the file is empty'],
    [['-i', 'udp::127.0.0.1:4789', '--invalid', ''], '--invalid: the name of the file is empty'],
  ])('%o names no file', (argv, message) => {
    expect(() => plan(...argv)).toThrow(expect.objectContaining({ name: 'PlanError', message }));
  });

  test('what is about savefiles needs one', () => {
    expect(() => plan('-i', 'eth0', '--sync', '1')).toThrow('--sync 1 is about savefiles, and none is written');
    expect(() => plan('-i', 'eth0', '--force')).toThrow(/none is written/);
  });
});

describe('what else holds for the files', () => {
  test('is as it always was unless asked for', () => {
    expect(save()).toMatchObject({
      compression: { method: 'none', level: 0 },
      bufferBytes: 67_108_864,
      mostBytes: 0,
      onFull: 'stop',
      syncSeconds: 0,
      uncached: false,
      force: false,
    });
  });

  test('goes to the addon', () => {
    const argv = [
      '-C',
      '1',
      '--compress',
      'zstd:3',
      '--buffer-max',
      '1G',
      '--on-full',
      'oldest',
      '--sync',
      '5',
      '--direct',
      '--force',
    ];
    expect(save(...argv)).toMatchObject({
      compression: { method: 'zstd', level: 3 },
      bufferBytes: 1024 ** 3,
      onFull: 'oldest',
      syncSeconds: 5,
      uncached: true,
      force: true,
    });
  });
});

describe('--explain', () => {
  test('says how files are written, and what a stream is', () => {
    const { savefile } = plan('-i', 'eth0', '-w', 'x', '--direct').output;
    expect(explainSavefile('x', savefile)).toContainEqual([
      'past the page cache',
      { value: 'yes', origin: 'flag', text: '--direct' },
    ]);
    const { output } = plan('-i', 'eth0', '-w', 'tcp::127.0.0.1:57012', '--pcapng');
    expect(explainStream(output.savefile)[0]).toEqual([
      'format',
      { value: 'pcapng', origin: 'flag', text: '--pcapng' },
    ]);
  });
});

describe('--autostop', () => {
  test('takes several conditions, and the smaller count', () => {
    const argv = [
      '-i',
      'eth0',
      '-w',
      'x',
      '-c',
      '7',
      '--autostop',
      'duration:60,filesize:1k',
      '--autostop',
      'packets:5',
    ];
    expect(plan(...argv).autostop.value).toEqual({ seconds: 60, bytes: 1024, packets: 5 });
    expect(toNativePlan(plan(...argv))).toMatchObject({ count: 5, save: { mostBytes: 1024 } });
  });

  test('takes conditions with blanks between them, in one argument or in several', () => {
    const all = { seconds: 60, bytes: 1024, packets: 5 };
    const conditions = 'duration:60 filesize:1k packets:5';
    expect(plan('-i', 'eth0', '-w', 'x', '--autostop', conditions).autostop.value).toEqual(all);
    const several = plan('-i', 'eth0', '-w', 'x', '--autostop', ...conditions.split(' '), 'udp');
    expect(several.autostop.value).toEqual(all);
    expect(several.filter.value).toBe('udp');
  });

  test.each([
    ['duration', "--autostop duration: '' is not a whole number from 1 to 3162240000"],
    ['duration:0', "--autostop duration: '0' is not a whole number from 1 to 3162240000"],
    ['files:3', "--autostop: 'files:3' is none of duration:SECONDS, filesize:SIZE and packets:COUNT"],
    ['filesize:x', "--autostop filesize: 'x' is not a size in bytes"],
  ])('%s is refused with its cause', (condition, message) => {
    expect(() => plan('-i', 'eth0', '-w', 'x', '--autostop', condition)).toThrow(expect.objectContaining({ message }));
  });

  test('duration is about live captures, filesize about files', () => {
    expect(() => plan('-r', 'f', '--autostop', 'duration:1')).toThrow(/a file ends by itself/);
    expect(() => plan('-i', 'eth0', '--autostop', 'filesize:1')).toThrow(/none is written/);
  });
});

describe('-r', () => {
  test('given again reads several files', () => {
    expect(toNativePlan(plan('-r', 'a', '-r', 'b')).sources).toMatchObject([{ path: 'a' }, { path: 'b' }]);
  });
});

describe('the file keeper', () => {
  const rights = { owner: { user: 1, group: 1 }, user: { user: 1, group: 1 }, keepsRights: false };
  const keeper = (...argv: string[]) => toNativePlan(plan('-i', 'eth0', ...argv), rights).save?.keeper;

  test('makes the files of a process that gives up rights, and runs their command', () => {
    expect(keeper('-w', 'x', '-C', '1')).toEqual({ command: [], jobs: 1, user: rights.user, keepsRights: false });
    expect(keeper('-w', 'x', '-z', 'gzip -9', '--command-jobs', '3')).toMatchObject({
      command: ['gzip', '-9'],
      jobs: 3,
    });
  });

  test('is not needed for one file that is open before', () => {
    expect(keeper('-w', 'x')).toBeUndefined();
  });

  test('is not started for a process that keeps its rights', () => {
    expect(toNativePlan(plan('-i', 'eth0', '-w', 'x', '-C', '1')).save?.keeper).toBeUndefined();
  });
});
