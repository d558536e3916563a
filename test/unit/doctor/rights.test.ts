import { describe, expect, test } from 'vitest';
import { rights } from '../../../src/doctor/rights';
import { findings, planOf, statusWith } from '../../support/healthy-host';

const packet = planOf('-i', 'eth0');
const refusal = (code: string, message: string, hint = '') => ({ code, message, hint, errno: 1 });

describe('the right to open packet sockets', () => {
  test('root has it, and sudo is told by its user', () => {
    expect(findings(rights, packet)).toEqual(['ok: packet sockets can be opened: as root']);
    const variables = { SUDO_USER: 'ann' };
    expect(findings(rights, packet, { variables })).toEqual([
      'ok: packet sockets can be opened: as root, through sudo by ann',
    ]);
  });

  test('root of a user namespace is told from root', () => {
    const files = { '/proc/self/uid_map': '0 1000 1\n' };
    expect(findings(rights, packet, { files })).toEqual([
      'ok: packet sockets can be opened: as root of a user namespace',
    ]);
  });

  test('an ambient capability is seen, and one on the file of node is a note', () => {
    const user = { Uid: '1000\t1000\t1000\t1000', CapEff: '2000', CapPrm: '2000' };
    expect(findings(rights, packet, { files: statusWith({ ...user, CapAmb: '2000' }) })).toEqual([
      'ok: packet sockets can be opened: by an ambient capability',
    ]);
    const [, second] = findings(rights, packet, { files: statusWith(user) });
    expect(second).toMatch(/^note: the capability lies on the file of node; .*; sudo setcap -r /);
  });

  test('without a capability the opener is enough', () => {
    expect(findings(rights, packet, { refused: { packet_socket: 1 } })).toEqual([
      'ok: packet sockets come from fandump-opener',
    ]);
  });

  test('no right at all is wrong, and a policy that refuses says so itself', () => {
    const none = () => refusal('EPERM_PACKET_SOCKET', 'opening a packet socket needs CAP_NET_RAW');
    const [line] = findings(rights, packet, { packetSocket: none });
    expect(line).toMatch(/^wrong: CAP_NET_RAW is missing; .*; sudo "\$\(command -v fandump\)" --setcap$/);
    const policy = () => refusal('EOPENER_POLICY', 'the policy allows eth1 only');
    expect(findings(rights, packet, { packetSocket: policy })[0]).toMatch(/^wrong: the policy allows eth1 only; /);
  });

  test('a kernel without packet sockets is wrong, and a module mends it', () => {
    const [line] = findings(rights, packet, { packetSocket: () => refusal('ENO_PACKET_SOCKET', 'none') });
    expect(line).toMatch(/^wrong: this kernel has no packet sockets; .*; sudo modprobe af_packet$/);
  });
});

describe('the right to a UDP port', () => {
  test('a port from 1024 on needs none', () => {
    expect(findings(rights, planOf('-i', 'udp::0.0.0.0:4789'))).toEqual(['ok: udp::0.0.0.0:4789 needs no right']);
  });

  test('a port below needs CAP_NET_BIND_SERVICE', () => {
    const plan = planOf('-i', 'udp::0.0.0.0:514');
    expect(findings(rights, plan)).toEqual(['ok: udp::0.0.0.0:514: CAP_NET_BIND_SERVICE is there']);
    const [line] = findings(rights, plan, { files: statusWith({ CapEff: '0' }) });
    expect(line).toMatch(
      /^wrong: .* needs CAP_NET_BIND_SERVICE; .*; sudo sysctl -w net.ipv4.ip_unprivileged_port_start=514$/,
    );
  });
});
