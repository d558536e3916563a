import { expect, test } from 'vitest';
import { clock } from '../../../src/doctor/clock';
import { findings, planOf, statusWith } from '../../support/healthy-host';

const plan = planOf('-i', 'eth0');
const stamping = planOf('-i', 'eth0:enable_hw_timestamping');
const folder = '/sys/devices/system/clocksource/clocksource0';

test('a quick clock source that is kept right is in order', () => {
  expect(findings(clock, plan)).toEqual([
    'ok: the clock source is tsc',
    'ok: the clock is kept right, within 500 microseconds',
  ]);
});

test('a slow clock source is a note, and a quicker one that is there mends it', () => {
  const files = { [`${folder}/current_clocksource`]: 'hpet\n' };
  const [line] = findings(clock, plan, { files });
  expect(line).toBe(
    `note: the clock source is hpet; each time stamp costs about a microsecond; echo tsc | sudo tee ${folder}/current_clocksource`,
  );
  const none = { ...files, [`${folder}/available_clocksource`]: 'hpet acpi_pm\n' };
  expect(findings(clock, plan, { files: none })[0]).not.toContain('tee');
});

test('a clock that nothing keeps right is a note', () => {
  const [, line] = findings(clock, plan, { clock: () => ({ synchronised: false, maxErrorMicroseconds: 16e6 }) });
  expect(line).toMatch(/^note: nothing keeps the clock right; .*; sudo timedatectl set-ntp true$/);
});

test('time stamps of a card that makes none are wrong', () => {
  expect(findings(clock, stamping)[2]).toMatch(/^wrong: eth0 cannot stamp every frame .*; ethtool -T eth0$/);
});

test('a card that can stamp is mentioned, and its own clock is a note when it is used', () => {
  const card = { timestamps: { receivesAll: true, clock: 3 } };
  expect(findings(clock, plan, { card })[2]).toBe('ok: eth0 could stamp frames itself: enable_hw_timestamping');
  expect(findings(clock, stamping, { card })[2]).toMatch(
    /^note: .*\/dev\/ptp3; .*; sudo phc2sys -s CLOCK_REALTIME -c eth0 -O 0$/,
  );
  const noClock = { timestamps: { receivesAll: true, clock: -1 } };
  expect(findings(clock, stamping, { card: noClock })[2]).toBe('ok: eth0 stamps frames itself');
});

test('switching a card to stamping needs CAP_NET_ADMIN', () => {
  const card = { timestamps: { receivesAll: true, clock: 3 } };
  const [, , line] = findings(clock, stamping, { card, files: statusWith({ CapEff: '2000' }) });
  expect(line).toMatch(/^wrong: stamping by eth0 needs CAP_NET_ADMIN; /);
});
