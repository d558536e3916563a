import { describe, expect, test } from 'vitest';
import { backlog } from '../../../src/doctor/backlog';
import { receiveBuffer } from '../../../src/doctor/receive-buffer';
import { findings, planOf } from '../../support/healthy-host';

const plan = planOf('-i', 'eth0');
const tunnel = planOf('-i', 'udp::0.0.0.0:4789');
const softnet = (processed: string, dropped: string, squeezed: string) => ({
  '/proc/self/net/softnet_stat': `${processed} ${dropped} ${squeezed} 00000000\n`,
});

describe('the way from the device', () => {
  test('without drops it is in order', () => {
    expect(findings(backlog, plan)).toEqual([
      'ok: no packet was dropped on its way from the device, netdev_max_backlog is 1000',
    ]);
  });

  test('a drop is a note, many are wrong, and a longer queue mends both', () => {
    const [few] = findings(backlog, plan, { files: softnet('000f4240', '00000001', '00000000') });
    expect(few).toMatch(/^note: 1 packet dropped .*; sudo sysctl -w net.core.netdev_max_backlog=4000$/);
    const [many] = findings(backlog, plan, { files: softnet('000f4240', '0000ffff', '00000000') });
    expect(many).toMatch(/^wrong: 65535 packets dropped /);
  });

  test('rounds cut short are a note', () => {
    const [, line] = findings(backlog, plan, { files: softnet('000f4240', '00000000', '00000100') });
    expect(line).toMatch(/^note: .*cut short 256 times.*; sudo sysctl -w net.core.netdev_budget=1200$/);
  });

  test('where the settings cannot be seen no command is given', () => {
    const files = { ...softnet('000f4240', '0000ffff', '0'), '/proc/sys/net/core/netdev_max_backlog': undefined };
    expect(findings(backlog, plan, { files })[0]).not.toContain('sysctl');
    expect(findings(backlog, plan, { files: { '/proc/self/net/softnet_stat': undefined } })[0]).toMatch(/^note: /);
  });
});

describe('the receive buffer', () => {
  test('is a matter of udp sources', () => {
    expect(findings(receiveBuffer, plan)).toEqual([]);
    expect(findings(receiveBuffer, tunnel)).toEqual(['ok: udp::0.0.0.0:4789: the receive buffer can have 16 MiB']);
  });

  test('cut down by rmem_max is wrong, and the command sets what was asked', () => {
    const [line] = findings(receiveBuffer, planOf('-i', 'udp::0.0.0.0:4789', '-B', '32768'), {
      receiveBuffer: () => 212992,
    });
    expect(line).toMatch(
      /^wrong: .*gives 208 KiB of 32 MiB \(net.core.rmem_max is 212992\); .*; sudo sysctl -w net.core.rmem_max=33554432$/,
    );
  });

  test("the kernel's default is a note", () => {
    const [line] = findings(receiveBuffer, planOf('-i', 'udp::0.0.0.0:4789:udp_recv_buffer_size=0'));
    expect(line).toMatch(/^note: .*; fandump -i udp::0.0.0.0:4789:udp_recv_buffer_size=16M$/);
  });

  test('datagrams lost so far are a note', () => {
    const files = { '/proc/self/net/snmp': 'Udp: InDatagrams RcvbufErrors\nUdp: 100 20\n' };
    expect(findings(receiveBuffer, tunnel, { files })[1]).toMatch(/^note: 20 datagrams found a receive buffer full/);
  });

  test('datagrams lost for want of memory are a note', () => {
    const files = { '/proc/self/net/snmp': 'Udp: RcvbufErrors MemErrors\nUdp: 0 7\n' };
    expect(findings(receiveBuffer, tunnel, { files })[1]).toMatch(/^note: 7 datagrams found no memory left for UDP/);
  });
});
