import { expect, test } from 'vitest';
import { examine, isWrong } from '../../../src/doctor/examine';
import { shellWord } from '../../../src/doctor/shell';
import { eth0, hostWith, planOf } from '../../support/healthy-host';

test('on a healthy host no check finds anything but order', () => {
  for (const source of ['eth0', 'udp::192.0.2.1:4789']) {
    const diagnoses = examine(hostWith(), planOf('-i', source, '-w', '/tmp/a.pcap'));
    expect(diagnoses.filter(({ level }) => level !== 'ok')).toEqual([]);
  }
});

test('each finding carries the name of its check, and one that is not in order says why', () => {
  const diagnoses = examine(hostWith({ interfaces: () => [{ ...eth0, flags: 0 }] }), planOf('-i', 'eth0'));
  expect(diagnoses.filter(isWrong).map(({ check }) => check)).toEqual(['interface']);
  for (const { level, why, check } of diagnoses) expect(why === '', check).toBe(level === 'ok');
});

test('an interface whose name is a shell command is quoted in the commands', () => {
  const evil = { ...eth0, name: "a;'reboot", flags: 0 };
  const diagnoses = examine(hostWith({ interfaces: () => [evil], device: () => undefined }), planOf('-i', evil.name));
  expect(diagnoses.find(isWrong)?.mend).toBe(`sudo ip link set dev 'a;'\\''reboot' up`);
  expect(shellWord('a\u001b[2J')).toBe(`$'a\\x1b\\x5b2J'`);
  expect(shellWord('')).toBe(`''`);
});
