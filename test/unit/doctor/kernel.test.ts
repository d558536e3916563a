import { expect, test } from 'vitest';
import { kernel } from '../../../src/doctor/kernel';
import { findings, planOf, planReceivingBy } from '../../support/healthy-host';

const plan = planOf('-i', 'eth0:fanout=rollover:fanout_id=3');

test('version and working features stand on one line', () => {
  const [line, ...others] = findings(kernel, plan);
  expect(line).toMatch(
    /^ok: Linux 6.1.0-18-amd64: TPACKET_V3, fanout hash, .*, UDP_GRO, .*, io_uring, BPF program loading$/,
  );
  expect(others).toEqual([]);
});

test('a feature that the source uses and the kernel lacks is wrong, another is a note', () => {
  const refused = { fanout_rollover: 22, fanout_qm: 22 };
  expect(findings(kernel, plan, { refused }).slice(1)).toEqual([
    'wrong: fanout rollover is missing (errno 22); the source uses it; Linux has it since 3.10',
    'note: fanout qm is missing (errno 22); the source does not use it; Linux has it since 3.14',
  ]);
});

test('what needs a right of packet sockets is left to the check of rights', () => {
  expect(findings(kernel, plan, { refused: { tpacket_v3: 1, fanout_hash: 1 } })).toHaveLength(1);
});

test('io_uring switched off by sysctl is told from io_uring refused by a policy', () => {
  const refused = { io_uring: 1 };
  const files = { '/proc/sys/kernel/io_uring_disabled': '2\n' };
  expect(findings(kernel, plan, { refused, files })[1]).toMatch(
    /^note: io_uring is switched off \(kernel.io_uring_disabled=2\); .*; sudo sysctl -w kernel.io_uring_disabled=0$/,
  );
  expect(findings(kernel, plan, { refused })[1]).toMatch(/^note: io_uring is refused by a security policy/);
  expect(findings(kernel, planReceivingBy('io_uring'), { refused })[1]).toMatch(/^wrong: .*; the source uses it/);
  expect(findings(kernel, plan, { refused: { io_uring: 12 } })[1]).toMatch(/RLIMIT_MEMLOCK is too small.*ulimit -l/);
});

test('a udp source that insists on GRO, or steers by a program, uses what it names', () => {
  const refused = { udp_gro: 92, reuseport_cbpf: 92 };
  const plain = findings(kernel, planOf('-i', 'udp::0.0.0.0:4789'), { refused }).slice(1);
  expect(plain.map((line) => line.slice(0, 5))).toEqual(['note:', 'note:']);
  const gro = findings(kernel, planOf('-i', 'udp::0.0.0.0:4789:gro=on'), { refused }).slice(1);
  expect(gro.map((line) => line.slice(0, 5))).toEqual(['wrong', 'note:']);
  const steered = planOf('-i', 'udp::0.0.0.0:4789:fanout=inner', '--workers', '2');
  expect(findings(kernel, steered, { refused })[2]).toMatch(/^wrong: reuseport BPF is missing/);
});

test('a group that steers by inner flows uses fanout cbpf', () => {
  const inner = planOf('-i', 'eth0:fanout=inner:fanout_id=3');
  expect(findings(kernel, inner, { refused: { fanout_cbpf: 22 } })[1]).toMatch(/^wrong: fanout cbpf is missing/);
});

test('xdp=strip uses BPF programs', () => {
  const strips = planOf('-i', 'eth0:xdp=strip');
  expect(findings(kernel, strips, { refused: { bpf: 1 } })[1]).toMatch(/^wrong: BPF .*; the source uses it$/);
});

test('BPF without rights names the capability', () => {
  const lines = findings(kernel, plan, { refused: { bpf: 1, udp_gro: 1 } });
  expect(lines).toContain(
    'note: BPF program loading is refused: it needs CAP_BPF and CAP_NET_ADMIN; the source does not use it',
  );
  expect(lines).toContain('note: UDP_GRO is refused by a security policy; the source does not use it');
});
