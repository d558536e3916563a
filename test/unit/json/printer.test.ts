import { describe, expect, test } from 'vitest';
import { PacketFlag, type TunnelFacts, TunnelFlag } from '../../../src/decode/packet';
import { ethernet, geneve, ipv4, ipv6, udp, vlan } from '../../../src/frames/frames';
import { JsonLines, jsonOf, recordOf } from '../../support/json-packet';
import { hex } from './samples';

const frame = ethernet({}, ipv4({}, udp({}, 'x')));

describe('a packet', () => {
  test('has its time in nanoseconds as a string, its lengths and where it came from', () => {
    const lines = new JsonLines(undefined, ['eth"0']);
    const known = { direction: 4, interfaceIndex: 3, worker: 2, len: 1500 };
    expect(lines.packet(frame, known)).toMatchObject({
      time: '1700000000.000000005',
      caplen: frame.length,
      len: 1500,
      link_type: 1,
      source: 'eth"0',
      worker: 2,
      interface_index: 3,
      direction: 'outgoing',
    });
  });

  test('has the marks of its receipt only where they are set', () => {
    const marks = ['hardware_time', 'checksum_not_ready', 'checksum_valid', 'receive_truncated', 'vlan_restored'];
    const all = Object.values(PacketFlag).reduce((flags, flag) => flags | flag, 0);
    expect(jsonOf(frame, { flags: all })).toMatchObject(Object.fromEntries(marks.map((mark) => [mark, true])));
    expect(Object.keys(jsonOf(frame)).filter((name) => marks.includes(name))).toEqual([]);
    expect(jsonOf(frame).direction).toBeUndefined();
  });

  test('has the numbers of its outer and inner VLAN', () => {
    const tagged = ethernet({}, vlan({ id: 13 }, vlan({ id: 10 }, ipv4({}, udp({})))));
    expect(jsonOf(tagged)).toMatchObject({ vlan: 13, inner_vlan: 10 });
  });

  test('of a date before 1970 has the seconds to the epoch', () => {
    const time = (seconds: number, nanoseconds: number) => jsonOf(frame, { seconds, nanoseconds }).time;
    expect(time(-5, 0)).toBe('-5.000000000');
    expect(time(-5, 5)).toBe('-4.999999995');
    expect(time(-1, 123_456_000)).toBe('-0.876544000');
  });

  test('of a damaged file is valid too', () => {
    expect(jsonOf(frame, { seconds: 1e300 }).time).toBe('9007199254740991.000000005');
  });

  test('has all layers that were captured, however short it is said to have been', () => {
    const jumbogram = ethernet({}, ipv6({ payloadLength: 0 }, udp({}, 'x')));
    for (let len = 0; len < jumbogram.length; len++) {
      expect(jsonOf(jumbogram, { len })).toMatchObject({ len, layers: jsonOf(jumbogram).layers, proto: 'udp' });
    }
  });

  test('without a byte has no layers but is there', () => {
    expect(jsonOf(hex(''))).toMatchObject({ caplen: 0, len: 0, layers: [] });
  });
});

describe('the tunnel that the source has taken off', () => {
  const around = hex('c0000201 c0000202 0108 81 01 01020304 ffff 00 1f');
  const memory = new Uint8Array(around.length + frame.length);
  memory.set(around);
  memory.set(frame, around.length);
  const facts = {
    family: 4,
    sourceOffset: 0,
    destinationOffset: 4,
    sourcePort: 51000,
    destinationPort: 6081,
    vni: 42,
    innerVni: -1,
    inside: [],
    flags: 0,
    policy: 0,
    optionsOffset: 8,
    optionsLength: 12,
  } as const;
  const record = recordOf(memory, {
    offset: around.length,
    caplen: frame.length,
    len: frame.length,
    tunnel: { encapsulation: 'geneve', ...facts },
  });

  test('has outer addresses, ports, VNI and options; an option that is too long is marked', () => {
    expect(JSON.parse(new JsonLines().line(record)).tunnel).toEqual({
      encapsulation: 'geneve',
      source: '192.0.2.1',
      source_port: 51000,
      destination: '192.0.2.2',
      destination_port: 6081,
      vni: 42,
      geneve_options: [
        { class: 0x108, type: 0x81, critical: true, data: '01020304' },
        { class: 0xffff, type: 0, critical: false, malformed: true },
      ],
    });
  });

  test('has no ports where it does not go over UDP, and no addresses in MPLS', () => {
    const bare = { ...facts, sourcePort: 0, destinationPort: 0, vni: -1, optionsLength: 0 } as const;
    const tunnelOf = (tunnel: TunnelFacts) => JSON.parse(new JsonLines().line({ ...record, tunnel })).tunnel;
    expect(tunnelOf({ ...bare, encapsulation: 'gre' })).toEqual({
      encapsulation: 'gre',
      source: '192.0.2.1',
      destination: '192.0.2.2',
    });
    expect(tunnelOf({ ...bare, encapsulation: 'mpls', family: 0 })).toEqual({ encapsulation: 'mpls' });
  });
});

describe('GENEVE options', () => {
  test("of Amazon's load balancer have names", () => {
    const options = [1, 3, 4].map((type) => ({ class: 0x0108, type, data: hex('01020304') }));
    const packet = ethernet({}, ipv4({}, udp({ destinationPort: 6081 }, geneve({ options }, frame))));
    const common = { class: 0x0108, critical: false, data: '01020304' };
    expect(jsonOf(packet).layers.find(({ layer }) => layer === 'geneve')).toHaveProperty('options', [
      { ...common, type: 1, name: 'gwlb-endpoint' },
      { ...common, type: 3, name: 'gwlb-flow-cookie' },
      { ...common, type: 4 },
    ]);
  });
});

describe('tunnels in tunnels', () => {
  test('are named from outside in, with both VNIs and what the outer header says', () => {
    const memory = new Uint8Array(8 + frame.length);
    memory.set(hex('c0000201 c0000202'));
    memory.set(frame, 8);
    const addresses = {
      family: 4,
      sourceOffset: 0,
      destinationOffset: 4,
      sourcePort: 1,
      destinationPort: 4789,
    } as const;
    const options = { optionsOffset: 8, optionsLength: 0 };
    const flags = TunnelFlag.policy | TunnelFlag.control | TunnelFlag.critical;
    const tunnel = {
      encapsulation: 'vxlan',
      inside: ['geneve', 'gue'],
      vni: 7,
      innerVni: 9,
      flags,
      policy: 3,
      ...addresses,
      ...options,
    } as const;
    const record = recordOf(memory, { offset: 8, caplen: frame.length, len: frame.length, tunnel });
    expect(JSON.parse(new JsonLines().line(record)).tunnel).toMatchObject({
      encapsulation: 'vxlan+geneve+gue',
      vni: 7,
      inner_vni: 9,
      policy: 3,
      control: true,
      critical: true,
    });
  });
});

describe('options', () => {
  const bytes = (chosen: 'none' | 'withoutLink' | 'whole', captured = frame): string | undefined =>
    new JsonLines({ bytes: chosen, number: false }).packet(captured).bytes;

  test('-x adds the bytes after the link header and its tags, -xx all of them', () => {
    const all = Buffer.from(frame).toString('hex');
    expect(bytes('none')).toBeUndefined();
    expect(bytes('whole')).toBe(all);
    expect(bytes('withoutLink')).toBe(all.slice(2 * 14));
    const tagged = ethernet({}, vlan({ id: 1 }, 'xyz'));
    expect(bytes('withoutLink', tagged)).toBe(Buffer.from('xyz').toString('hex'));
  });

  test('-# numbers the packets', () => {
    const lines = new JsonLines({ bytes: 'none', number: true });
    expect([lines.packet(frame).number, lines.packet(frame).number]).toEqual([1, 2]);
  });
});
