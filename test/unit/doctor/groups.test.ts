import { describe, expect, test } from 'vitest';
import { groups } from '../../../src/doctor/groups';
import { findings, planOf } from '../../support/healthy-host';

const member = { group: 7, mode: 0, interfaceIndex: 2, inode: 99 };
const zeek = { fanoutMembers: () => [member, { ...member, inode: 98 }], socketOwners: () => ['zeek 312'] };

describe('fanout groups', () => {
  test('an interface without one is in order', () => {
    expect(findings(groups, planOf('-i', 'eth0'))).toEqual(['ok: eth0 has no fanout group']);
  });

  test('a capture outside the group leaves it its packets', () => {
    expect(findings(groups, planOf('-i', 'eth0'), zeek)).toEqual([
      'ok: fanout group 7 of eth0 has 2 members (zeek 312): it keeps its packets',
    ]);
    expect(findings(groups, planOf('-i', 'eth0', '--workers', '2'), zeek)[0]).toMatch(/^ok: /);
    expect(findings(groups, planOf('-i', 'eth0:workers=2:fanout=hash'), zeek)).toEqual([
      'ok: fanout group 23 has no member yet',
    ]);
  });

  test('joining it takes a part away from its members: a note', () => {
    const [line] = findings(groups, planOf('-i', 'eth0:fanout_id=7'), zeek);
    expect(line).toMatch(/^note: fanout group 7 of eth0 has 2 members \(zeek 312\); this capture takes one part in 3/);
    expect(findings(groups, planOf('-i', 'eth0:fanout_id=8'), zeek)).toEqual(['ok: fanout group 8 has no member yet']);
  });

  test('a group of another mode or another interface is wrong', () => {
    const [mode] = findings(groups, planOf('-i', 'eth0:fanout_id=7:fanout=lb'), zeek);
    expect(mode).toMatch(/^wrong: .*shares by hash, not by lb; .*; fandump -i af_packet::eth0:fanout_id=auto$/);
    const [other] = findings(groups, planOf('-i', 'lo:fanout_id=7'), zeek);
    expect(other).toMatch(/^wrong: fanout group 7 belongs to another interface/);
  });

  test('a group of all interfaces is one of sockets that are bound to none', () => {
    const ofAny = { ...zeek, fanoutMembers: () => [{ ...member, interfaceIndex: 0 }] };
    expect(findings(groups, planOf('-i', 'any'), ofAny)[0]).toMatch(/^ok: fanout group 7 of any has 1 member /);
    expect(findings(groups, planOf('-i', 'any:fanout_id=7'), zeek)[0]).toMatch(
      /^wrong: .* belongs to another interface/,
    );
  });

  test('a kernel that does not tell is a note', () => {
    expect(findings(groups, planOf('-i', 'eth0'), { fanoutMembers: () => undefined })[0]).toMatch(/^note: .*modprobe/);
  });
});

describe('a UDP port', () => {
  const listener = { address: '0.0.0.0', uid: 0, inode: 5, drops: 0 };
  const taken = { udpListeners: () => [listener], socketOwners: () => ['suricata 9'] };

  test('that nobody listens on is in order', () => {
    expect(findings(groups, planOf('-i', 'udp::0.0.0.0:4789'))).toEqual(['ok: nobody else listens on UDP port 4789']);
  });

  test('is one of several of a source, of which each is looked at', () => {
    const udpListeners = (port: number) => (port === 6081 ? [listener] : []);
    const lines = findings(groups, planOf('-i', 'udp::192.0.2.1,127.0.0.1:4789,6081'), { ...taken, udpListeners });
    expect(lines[0]).toBe('ok: nobody else listens on UDP port 4789');
    expect(lines[1]).toMatch(/^wrong: UDP port 6081 has 1 receiver/);
  });

  test('that another listens on is wrong without reuseport, a note with it', () => {
    const [line] = findings(groups, planOf('-i', 'udp::192.0.2.1:4789'), taken);
    expect(line).toMatch(
      /^wrong: UDP port 4789 has 1 receiver \(suricata 9\); .*; fandump -i udp::192.0.2.1:4789:reuseport$/,
    );
    expect(findings(groups, planOf('-i', 'udp::0.0.0.0:4789:reuseport'), taken)[0]).toMatch(
      /^note: .*one part in 2 of/,
    );
  });

  test.each(['', ':slot=1'])('that other members share by fanout=inner%s is a note', (slot) => {
    const [line] = findings(groups, planOf('-i', `udp::0.0.0.0:4789:fanout=inner:group_size=2${slot}`), taken);
    expect(line).toMatch(/^note: .* one part in 2 of/);
  });

  test("of another user's cannot be shared", () => {
    const udpListeners = () => [{ ...listener, uid: 1000 }];
    const [line] = findings(groups, planOf('-i', 'udp::0.0.0.0:4789:reuseport'), { udpListeners });
    expect(line).toMatch(/^wrong: .*; ss -ulnpe 'sport = :4789'$/);
  });

  test('of another address is free', () => {
    const udpListeners = () => [{ ...listener, address: '127.0.0.1' }];
    expect(findings(groups, planOf('-i', 'udp::192.0.2.1:4789'), { udpListeners })[0]).toMatch(/^ok: /);
    const six = () => [{ ...listener, address: '::' }];
    expect(findings(groups, planOf('-i', 'udp::192.0.2.1:4789'), { udpListeners: six })[0]).toMatch(/^wrong: /);
    expect(findings(groups, planOf('-i', 'udp::0.0.0.0:4789'), { udpListeners: () => undefined })[0]).toMatch(
      /^note: /,
    );
  });
});
