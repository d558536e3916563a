import { describe, expect, test } from 'vitest';
import { memory } from '../../../src/doctor/memory';
import { savefile } from '../../../src/doctor/savefile';
import { findings, planOf, planReceivingBy, statusWith } from '../../support/healthy-host';

const plan = planOf('-i', 'eth0');

describe('the place of the savefile', () => {
  const saving = planOf('-i', 'eth0', '-w', '/var/cap tures/a.pcap');
  const place = '/var/cap tures';

  test('is looked at only with -w, and not for standard output', () => {
    expect(findings(savefile, plan)).toEqual([]);
    expect(findings(savefile, planOf('-i', 'eth0', '-w', '-'))).toEqual([]);
  });

  test('with room, and faster than the link, is in order', () => {
    expect(findings(savefile, saving)).toEqual([
      `ok: ${place} has 1 TiB free of 2 TiB`,
      `ok: ${place} takes 1 GiB/s (measured with an unnamed file, gone again)`,
    ]);
  });

  test('slower than the link is a note', () => {
    expect(findings(savefile, saving, { writeSpeed: () => 50e6 })[1]).toMatch(
      /^note: .*48 MiB\/s .*up to 119 MiB\/s; /,
    );
    expect(findings(savefile, saving, { writeSpeed: () => undefined })[1]).toMatch(/^note: .*was not measured/);
  });

  test('nearly full is a note, full is wrong', () => {
    const room = (free: number) => ({ folder: () => ({ writable: true, free, total: 2 ** 40 }) });
    expect(findings(savefile, saving, room(2 ** 29))[0]).toMatch(/^note: .*512 MiB free.*; df -h '\/var\/cap tures'$/);
    expect(findings(savefile, saving, room(1000))[0]).toMatch(/^wrong: .*1000 bytes free/);
  });

  test('missing or locked is wrong', () => {
    expect(findings(savefile, saving, { folder: () => undefined })).toEqual([
      `wrong: there is no folder ${place}; the savefile cannot be made; mkdir -p '/var/cap tures'`,
    ]);
    const locked = () => ({ writable: false, free: 2 ** 40, total: 2 ** 40 });
    expect(findings(savefile, saving, { folder: locked })[0]).toMatch(/^wrong: .*may not be written to/);
  });
});

describe('memory', () => {
  test('for the rings and without a limit is in order', () => {
    expect(findings(memory, plan)).toEqual([
      'ok: the rings of the plan take 128 MiB, the host has 7.8 GiB available',
      'ok: RLIMIT_MEMLOCK is 8 MiB, and CAP_IPC_LOCK lifts it',
    ]);
  });

  test('a ring for each worker counts', () => {
    const [line] = findings(memory, planOf('-i', 'eth0', '--workers', '40', '-B', '131072'));
    expect(line).toMatch(/^note: the rings of the plan take 5 GiB, .*; fandump -i eth0 -B 102400$/);
  });

  test('workers=auto is one for each CPU that the source pins them to', () => {
    const [line] = findings(memory, planOf('-i', 'eth0:pin=4,5:workers=auto'));
    expect(line).toMatch(/^ok: the rings of the plan take 256 MiB/);
  });

  test('more than there is is wrong', () => {
    const files = { '/proc/meminfo': 'MemAvailable: 65536 kB\n' };
    expect(findings(memory, plan, { files })[0]).toMatch(/^wrong: .*128 MiB, .*64 MiB available; .*-B 32768$/);
  });

  test('a control group that has nearly used its share is a note', () => {
    const group = (max: string, current: string) => ({
      files: { '/sys/fs/cgroup/user.slice/memory.max': max, '/sys/fs/cgroup/user.slice/memory.current': current },
    });
    expect(findings(memory, plan, group('1073741824', '1024'))[1]).toMatch(/^ok: the control group may use 1 GiB/);
    expect(findings(memory, plan, group('134217728', '134217728'))[1]).toMatch(
      /^note: .*0 bytes of it is free; .*; echo 268435456 \| sudo tee \/sys\/fs\/cgroup\/user.slice\/memory.max$/,
    );
    expect(findings(memory, plan, group('max', '1024'))).toHaveLength(2);
  });

  test('locked memory is no matter of sources that lock none', () => {
    const files = statusWith({ CapEff: '0' });
    expect(findings(memory, plan, { files })[1]).toBe('ok: RLIMIT_MEMLOCK is 8 MiB; the source locks no memory');
    expect(findings(memory, planReceivingBy('io_uring'), { files })[0]).toMatch(
      /^note: .*8 MiB; .*; ulimit -l unlimited$/,
    );
    const limits = 'Max locked memory         unlimited            unlimited            bytes\n';
    expect(findings(memory, plan, { files: { '/proc/self/limits': limits } })[1]).toBe(
      'ok: RLIMIT_MEMLOCK is unlimited',
    );
  });
});
