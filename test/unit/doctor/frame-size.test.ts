import { expect, test } from 'vitest';
import { frameSize } from '../../../src/doctor/frame-size';
import { findings, planOf } from '../../support/healthy-host';

const plan = planOf('-i', 'eth0');
const gro = { features: { active: ['rx-gro'], changeable: [] } };

test('frames of the MTU fit into a ring block', () => {
  expect(findings(frameSize, plan)).toEqual(['ok: eth0: frames may have 9022 bytes, a ring block 32k']);
});

test('merged frames of 64 KiB do not, unless blocks are larger or packets cut anyway', () => {
  const [line] = findings(frameSize, plan, { card: gro });
  expect(line).toMatch(
    /^wrong: .*65536 bytes, a ring block 32k \(offloads.*; fandump -i af_packet::eth0:block_size=128k$/,
  );
  expect(findings(frameSize, planOf('-i', 'eth0:block_size=128k'), { card: gro })[0]).toMatch(/^ok: /);
  expect(findings(frameSize, planOf('-i', 'eth0', '-s', '96'), { card: gro })[0]).toMatch(/^ok: /);
});

test('a tunnel around packets of 1500 bytes needs 50 bytes more over IPv4, 70 over IPv6', () => {
  const card = { mtu: 1500 };
  const [line] = findings(frameSize, planOf('-i', 'udp::192.0.2.1:4789'), { card });
  expect(line).toMatch(/^note: eth0: MTU 1500, .* needs 1550; .*; sudo ip link set dev eth0 mtu 1550$/);
  expect(findings(frameSize, planOf('-i', 'udp::[2001:db8::1]:4789'), { card })[0]).toContain('needs 1570');
  expect(findings(frameSize, planOf('-i', 'udp::192.0.2.1:6081:geneve:dlt=raw'), { card })[0]).toContain('needs 1536');
  expect(findings(frameSize, planOf('-i', 'udp::192.0.2.1:4789'))[0]).toMatch(/^ok: eth0: MTU 9000/);
  expect(findings(frameSize, planOf('-i', 'udp::192.0.2.1:4789:vxlan+gue'), { card })[0]).toContain('needs 1596');
});

test('datagrams longer than their buffer are a note', () => {
  const small = planOf('-i', 'udp::192.0.2.1:4789:recvmmsg_buffer_size=2048');
  const [, line] = findings(frameSize, small);
  expect(line).toMatch(
    /^note: eth0: datagrams may have 8972 bytes .*; fandump -i udp::192.0.2.1:4789:recvmmsg_buffer_size=64k$/,
  );
  expect(findings(frameSize, planOf('-i', 'udp::192.0.2.1:4789'))[1]).toMatch(/^ok: /);
});
