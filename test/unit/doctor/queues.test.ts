import { describe, expect, test } from 'vitest';
import { channels } from '../../../src/doctor/channels';
import { receiveHash } from '../../../src/doctor/receive-hash';
import { ring } from '../../../src/doctor/ring';
import { findings, planOf, sensorCard } from '../../support/healthy-host';

const plan = planOf('-i', 'eth0');
const byQueue = planOf('-i', 'eth0:fanout=qm:fanout_id=3');

describe('the receive ring', () => {
  test('a full-size ring is in order, a smaller one a note', () => {
    expect(findings(ring, plan)).toEqual(['ok: eth0: 4096 of 4096 descriptors in the receive ring']);
    const [line] = findings(ring, plan, { card: { rings: { receive: 512, receiveMax: 4096 } } });
    expect(line).toMatch(/^note: eth0: 512 of 4096 descriptors .*; sudo ethtool -G eth0 rx 4096$/);
  });

  test('a small ring that has lost frames is wrong', () => {
    const [line] = findings(ring, plan, { card: { lost: 7, rings: { receive: 512, receiveMax: 4096 } } });
    expect(line).toMatch(/^wrong: .*7 frames lost in it.*; sudo ethtool -G eth0 rx 4096$/);
    expect(findings(ring, plan, { card: { lost: 7 } })[0]).toMatch(/^note: .*7 frames lost in it/);
  });

  test('a device without a ring is in order', () => {
    expect(findings(ring, plan, { card: { rings: undefined } })).toEqual(['ok: eth0 has no receive ring of its own']);
  });
});

describe('queues', () => {
  const one = { card: { channels: { receive: 0, receiveMax: 0, combined: 1, combinedMax: 8 } } };

  test('one queue is in order, unless the group shares out by queue', () => {
    expect(findings(channels, plan, one)).toEqual(['ok: eth0 receives in 1 queue']);
    const [line] = findings(channels, byQueue, one);
    expect(line).toMatch(/^wrong: eth0 receives in one queue, and fanout_mode=qm .*; sudo ethtool -L eth0 combined 8$/);
    expect(findings(channels, byQueue)).toEqual(['ok: eth0 receives in 4 queues']);
  });

  test('a device with queues that only receive gets the other command, one that can have no more gets none', () => {
    const rx = { card: { channels: { receive: 1, receiveMax: 4, combined: 0, combinedMax: 0 } } };
    expect(findings(channels, byQueue, rx)[0]).toMatch(/; sudo ethtool -L eth0 rx 4$/);
    expect(findings(channels, byQueue, { card: { channels: undefined } })[0]).not.toContain('ethtool');
  });
});

describe('receive side scaling', () => {
  const key = Uint8Array.of(1, 2, 3, 4);
  const hash = { ...sensorCard.receiveHash, key, queues: 4, symmetricInput: false };

  test('a key of one repeated pair is symmetric, and so is any key with symmetric input', () => {
    expect(findings(receiveHash, plan)).toEqual(['ok: eth0: the hash is symmetric']);
    const card = { receiveHash: { ...hash, symmetricInput: true } };
    expect(findings(receiveHash, plan, { card })).toEqual(['ok: eth0: the hash is symmetric']);
  });

  test('another key is a note, and wrong for a group that goes by queue; the command has a key of the same length', () => {
    const card = { receiveHash: hash };
    expect(findings(receiveHash, plan, { card })[0]).toMatch(/^note: .*; sudo ethtool -X eth0 hkey 6d:5a:6d:5a$/);
    expect(findings(receiveHash, byQueue, { card })[0]).toMatch(/^wrong: .*fanout_mode=qm.*hkey 6d:5a:6d:5a$/);
  });

  test('tunnels want the ports hashed', () => {
    const card = { receiveHash: { ...hash, symmetricInput: true, udpPorts: false } };
    const tunnel = planOf('-i', 'udp::192.0.2.1:4789');
    expect(findings(receiveHash, tunnel, { card })[1]).toMatch(
      /^note: .*; sudo ethtool -N eth0 rx-flow-hash udp4 sdfn$/,
    );
    expect(findings(receiveHash, tunnel)).toHaveLength(1);
  });

  test('one queue needs no hash, several with a hidden one are a note', () => {
    const single = { channels: undefined, receiveHash: undefined };
    expect(findings(receiveHash, plan, { card: single })).toEqual(['ok: eth0 does not spread flows over queues']);
    expect(findings(receiveHash, plan, { card: { receiveHash: undefined } })[0]).toMatch(/^note: /);
  });
});
