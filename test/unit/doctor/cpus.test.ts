import { expect, test } from 'vitest';
import { cpus } from '../../../src/doctor/cpus';
import { findings, planOf } from '../../support/healthy-host';

test('workers that are pinned nowhere are not asked about', () => {
  expect(findings(cpus, planOf('-i', 'eth0:workers=4'))).toEqual([]);
});

test('CPUs that this process may use are in order', () => {
  expect(findings(cpus, planOf('-i', 'eth0:workers=2', '--cpus', '5,6'))).toEqual(['ok: workers may run on CPU 5-6']);
});

test.each([
  ['--cpus', ['-i', 'eth0', '--cpus', '9'], '9'],
  ['pin=', ['-i', 'eth0:workers=4:pin=3-9'], '3'],
])('those of %s that it may not use are wrong, as the capture is refused', (_, argv, refused) => {
  expect(findings(cpus, planOf(...argv))).toEqual([
    `wrong: workers cannot run on CPU ${refused}; this process may use 4-7, and the capture is refused; lscpu`,
  ]);
});
