import { expect, test } from 'vitest';
import { link } from '../../../src/doctor/link';
import { eth0, findings, loopback, planOf } from '../../support/healthy-host';

const plan = planOf('-i', 'eth0');

test('an interface that is up is in order', () => {
  expect(findings(link, plan)).toEqual(['ok: eth0 is up']);
});

test('an interface that is down is wrong, one without carrier a note', () => {
  const down = () => [{ ...eth0, flags: 0x1002 }];
  expect(findings(link, plan, { interfaces: down })).toEqual([
    'wrong: eth0 is down; nothing arrives; sudo ip link set dev eth0 up',
  ]);
  const noCarrier = () => [{ ...eth0, operState: 2 }];
  expect(findings(link, plan, { interfaces: noCarrier })[0]).toMatch(/^note: eth0 is up but has no carrier/);
});

test('an interface that does not exist is wrong', () => {
  expect(findings(link, planOf('-i', 'eth7'))[0]).toMatch(/^wrong: there is no interface eth7; .*; ip -brief link$/);
});

test('a udp source is found on the interface that has its address, in both families', () => {
  expect(findings(link, planOf('-i', 'udp::192.0.2.1:4789'))).toEqual(['ok: eth0 is up']);
  expect(findings(link, planOf('-i', 'udp::[2001:db8::1]:4789'))).toEqual(['ok: eth0 is up']);
  expect(findings(link, planOf('-i', 'udp::127.0.0.9:4789'))).toEqual(['ok: lo is up']);
  expect(findings(link, planOf('-i', 'udp::[::]:4789'))).toEqual(['ok: eth0 is up']);
});

test('a multicast address is received where the source joins its group, or anywhere', () => {
  const eth1 = { ...eth0, name: 'eth1', addresses: [] };
  const interfaces = () => [loopback, eth0, eth1];
  const group = 'udp::239.1.1.1:4789:group=239.1.1.1';
  expect(findings(link, planOf('-i', group), { interfaces })).toEqual(['ok: eth0 is up']);
  expect(findings(link, planOf('-i', `${group}%eth1`), { interfaces })).toEqual(['ok: eth1 is up']);
  expect(findings(link, planOf('-i', 'udp::[ff05::1]:4789:group=[ff05::1]%lo'))).toEqual(['ok: lo is up']);
});

test('an interface of a group that does not exist is wrong', () => {
  expect(findings(link, planOf('-i', 'udp::239.1.1.1:4789:group=239.1.1.1%eth7'))).toEqual([
    'wrong: there is no interface eth7; the group cannot be joined on it; ip -brief link',
  ]);
});

test('an address of no interface is wrong, and a host with loopback alone a note', () => {
  const [line] = findings(link, planOf('-i', 'udp::198.51.100.1:4789'));
  expect(line).toMatch(/^wrong: no interface has the address 198.51.100.1; .*; ip -brief address$/);
  const alone = () => [loopback];
  expect(findings(link, planOf('-i', 'udp::0.0.0.0:4789'), { interfaces: alone })[0]).toMatch(
    /^note: no interface but/,
  );
});
