import { expect, test } from 'vitest';
import { offloads } from '../../../src/doctor/offloads';
import { findings, planOf } from '../../support/healthy-host';

const plan = planOf('-i', 'eth0');
const card = (active: string[], changeable = active) => ({ card: { features: { active, changeable } } });

test('a card without offloads changes no packet', () => {
  expect(findings(offloads, plan)).toEqual(['ok: eth0: no offload changes packets']);
});

test('GRO and LRO are wrong, and one command switches both off', () => {
  const [line] = findings(offloads, plan, card(['rx-gro', 'rx-lro']));
  expect(line).toMatch(/^wrong: eth0: GRO, LRO in force; .*; sudo ethtool -K eth0 gro off lro off$/);
});

test('what the driver has fixed is a note without a command', () => {
  const [line] = findings(offloads, plan, card(['rx-gro-hw'], []));
  expect(line).toMatch(/^note: eth0: hardware GRO in force, fixed by the driver; [^;]*$/);
});

test('TSO, GSO and tx checksums are notes, as long as outgoing packets are captured', () => {
  const sending = card(['tx-tcp6-segmentation', 'tx-generic-segmentation', 'tx-checksum-ipv4']);
  const [line] = findings(offloads, plan, sending);
  expect(line).toMatch(
    /^note: eth0: TSO, GSO, tx checksums in force; .*; sudo ethtool -K eth0 tso off gso off tx off$/,
  );
  const none = ['ok: eth0: no offload changes packets'];
  expect(findings(offloads, planOf('-i', 'eth0', '-Q', 'in'), sending)).toEqual(none);
  expect(findings(offloads, planOf('-i', 'eth0:ignore_outgoing'), sending)).toEqual(none);
});

test('VLAN stripping is a note, rx checksums are none', () => {
  expect(findings(offloads, plan, card(['rx-vlan-hw-parse', 'rx-checksum']))).toEqual([
    'note: eth0: VLAN stripping in force; fandump puts tags back; other programs may not see them; sudo ethtool -K eth0 rxvlan off',
    'ok: eth0: rx checksums are checked by the device, packets keep their bytes',
  ]);
});

test('GRO on the loopback merges nothing', () => {
  expect(findings(offloads, planOf('-i', 'lo'), card(['rx-gro']))).toEqual(['ok: lo: no offload changes packets']);
});

test('GRO before a udp source is no matter of it', () => {
  expect(findings(offloads, planOf('-i', 'udp::0.0.0.0:4789'), card(['rx-gro']))).toEqual([]);
});

test('a kernel that does not tell is a note', () => {
  expect(findings(offloads, plan, { card: { features: undefined } })[0]).toMatch(
    /^note: eth0: the kernel does not show/,
  );
});
