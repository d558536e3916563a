import { expect, test } from 'vitest';
import { interrupts } from '../../../src/doctor/interrupts';
import { findings, planOf, statusWith } from '../../support/healthy-host';

const plan = planOf('-i', 'eth0');

test('workers on other CPUs than the interrupts are in order; eth01 is not eth0', () => {
  expect(findings(interrupts, plan)).toEqual(['ok: eth0: CPU 0-1 serves its interrupts, workers run on 4-7']);
});

test('workers that may share a CPU with interrupts are a note, and pinning mends it', () => {
  const [line] = findings(interrupts, plan, { files: statusWith({ Cpus_allowed_list: '0-7' }) });
  expect(line).toMatch(/^note: .*workers may run on 0-7; .*; fandump -i eth0 --cpus 2-7$/);
});

test('workers pinned to the CPUs of the interrupts are wrong', () => {
  const [line] = findings(interrupts, planOf('-i', 'eth0', '--cpus', '0,1'));
  expect(line).toMatch(/^wrong: .*workers have no other than 0-1; .*; fandump -i eth0 --cpus 2-7$/);
});

test('CPUs that the source itself pins its workers to are those of its workers', () => {
  expect(findings(interrupts, planOf('-i', 'eth0:pin=5'))[0]).toMatch(/^ok: .*, workers run on 5$/);
  const [line] = findings(interrupts, planOf('-i', 'eth0:pin=0,1:buffer_size=1M', '--cpus', '4'));
  expect(line).toMatch(/^wrong: .*no other than 0-1; .*; fandump -i eth0:pin=2-7:buffer_size=1M$/);
});

test('where every CPU serves interrupts they can be gathered on one', () => {
  const files = { ...statusWith({ Cpus_allowed_list: '0-1' }), '/sys/devices/system/cpu/online': '0-1\n' };
  const [line] = findings(interrupts, plan, { files });
  expect(line).toMatch(
    /^note: .*for irq in 38 39; do echo 0 \| sudo tee \/proc\/irq\/\$irq\/smp_affinity_list; done; fandump/,
  );
  const single = { ...statusWith({ Cpus_allowed_list: '0' }), '/sys/devices/system/cpu/online': '0\n' };
  expect(findings(interrupts, plan, { files: single })[0]).not.toContain('for irq');
});

test('interrupts are found by the address on the bus, too, and by the list of the bus', () => {
  const rows = ' 50:  5  0  PCI-MSIX-0000:03:00.0   1-edge      virtio2-input.0\n 51:  5  0  IO-APIC  mystery\n';
  const files = {
    '/proc/interrupts': rows,
    '/proc/irq/50/smp_affinity_list': '6\n',
    '/proc/irq/51/smp_affinity_list': '7\n',
  };
  const list = () => ['51'];
  expect(findings(interrupts, plan, { files, list })[0]).toMatch(/^note: eth0: CPU 6-7 serves/);
});

test('a device without interrupts is in order', () => {
  const [line] = findings(interrupts, plan, { files: { '/proc/interrupts': '' } });
  expect(line).toMatch(/^ok: eth0 has no interrupts of its own/);
});
