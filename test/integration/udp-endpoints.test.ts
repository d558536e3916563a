import { describe, expect } from 'vitest';
import { ethernet, geneve, ipv4, tcp, udp, vxlan } from '../../src/frames/frames';
import type { PacketJson } from '../../src/json/schema';
import { closingLines } from '../support/closing-lines';
import { hexOf, savedBytes } from '../support/savefile';
import { test } from '../support/scene';

const frame = ethernet({}, ipv4({}, tcp({ flags: 'S' })));

describe('one source with many addresses and ports', () => {
  test('receives at each of them, as auto each in its encapsulation', async ({ scene }) => {
    scene.namespace.sh('ip addr add 10.0.0.1/32 dev lo && ip addr add 10.0.0.2/32 dev lo');
    const source = 'udp::10.0.0.1,10.0.0.2,[::1]:4789,6081:auto';
    const fandump = await scene.fandump(['--json', '-i', source]);
    for (const address of ['10.0.0.1', '10.0.0.2', '::1']) {
      scene.sendDatagrams(address, 4789, [vxlan({ vni: 1 }, frame)]);
      scene.sendDatagrams(address, 6081, [geneve({ vni: 2 }, frame)]);
    }
    const { stdout, stderr } = await fandump.interrupt();
    const packets = stdout.toString().split('\n').filter(Boolean);
    const seen = packets
      .map((line): PacketJson => JSON.parse(line))
      .map(({ tunnel }) => `${tunnel?.destination} ${tunnel?.destination_port} ${tunnel?.encapsulation}`);
    expect(seen.sort()).toEqual([
      '10.0.0.1 4789 vxlan',
      '10.0.0.1 6081 geneve',
      '10.0.0.2 4789 vxlan',
      '10.0.0.2 6081 geneve',
      '::1 4789 vxlan',
      '::1 6081 geneve',
    ]);
    expect(stderr).toContain(`listening on ${source.replace(':auto', '')}`);
    expect(closingLines(stderr)).toEqual({ captured: 6, receivedByFilter: 6, droppedByKernel: 0 });
  });

  test('receives by both versions of IP at their wildcards', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'udp::0.0.0.0,[::]:4789', '--count']);
    for (const address of ['127.0.0.1', '::1']) scene.sendDatagrams(address, 4789, [vxlan({}, frame)]);
    expect((await fandump.interrupt()).stdout.toString()).toBe('2 packets\n');
  });

  test('receives at each of them by io_uring', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'udp::127.0.0.1,[::1]:4789,8472:implementation=io_uring', '--count']);
    for (const address of ['127.0.0.1', '::1']) {
      for (const port of [4789, 8472]) scene.sendDatagrams(address, port, [vxlan({}, frame)]);
    }
    expect((await fandump.interrupt()).stdout.toString()).toBe('4 packets\n');
  });

  test('has its filter in the kernel at each port, and counts what each refused', async ({ scene }) => {
    const args = ['-i', 'udp::127.0.0.1:4789,8472', '-w', scene.path('inner.pcap'), 'tcp'];
    const fandump = await scene.fandump(args);
    const other = ethernet({}, ipv4({}, udp({}, 'no')));
    for (const port of [4789, 8472]) scene.sendDatagrams('127.0.0.1', port, [vxlan({}, frame), vxlan({}, other)]);
    const { stderr } = await fandump.interrupt();
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([frame, frame]));
    expect(stderr).toMatch(/^2 datagrams refused by filter in the kernel$/m);
  });

  test('shares every port with others where it is told to', async ({ scene }) => {
    const args = ['-i', 'udp::127.0.0.1:4789,8472:workers=2', '--count'];
    const fandump = await scene.fandump(args);
    const payloads = Array.from({ length: 100 }, () => vxlan({}, frame));
    for (const port of [4789, 8472]) scene.sendDatagrams('127.0.0.1', port, payloads, { sourcePorts: 20 });
    expect((await fandump.interrupt()).stdout.toString()).toBe('200 packets\n');
  });

  test.for([
    ['udp::127.0.0.1:4789:group=239.1.1.1', 'datagrams to the group 239.1.1.1 do not arrive at this address'],
    ['udp::0.0.0.0:4789:group=[ff05::1]', 'datagrams to the group ff05::1 do not arrive at this address'],
    ['udp::0.0.0.0:4789:inner_port=9', 'inner_port is that of tunnels in tunnels'],
    ['udp::0.0.0.0:4789:auto:fanout=inner:workers=2', 'fanout=inner has to know the tunnel'],
  ])('%s is refused', async ([source, reason], { scene }) => {
    const { code, stderr } = await scene.start(['-i', source, '--count']).ended();
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  });
});

describe('a multicast group', () => {
  test('is joined on the interface that is named, and no other is heard', async ({ scene }) => {
    scene.namespace.sh('ip link set lo multicast on && ip route add 224.0.0.0/4 dev lo');
    const args = ['--json', '-i', 'udp::0.0.0.0:4789:group=239.1.1.1%lo,239.1.1.2%lo'];
    const fandump = await scene.fandump(args);
    const other = await scene.fandump(['-i', 'udp::0.0.0.0:8472:group=239.1.1.3%lo', '--count']);
    for (const group of ['239.1.1.1', '239.1.1.2', '239.1.1.3']) {
      scene.sendDatagrams(group, 4789, [vxlan({}, frame)]);
      scene.sendDatagrams(group, 8472, [vxlan({}, frame)]);
    }
    const { stdout } = await fandump.interrupt();
    const lines = stdout.toString().split('\n').filter(Boolean);
    expect(lines.map((line) => JSON.parse(line).tunnel.destination)).toEqual(['239.1.1.1', '239.1.1.2']);
    expect((await other.interrupt()).stdout.toString()).toBe('1 packet\n');
  });

  test('is joined again when its interface has been made anew, while another goes on', async ({ scene }) => {
    const device =
      'ip link add d0 type veth peer name d1 && ip link set d1 up && ip addr add 10.7.0.1/24 dev d0 && ip link set d0 up multicast on';
    scene.namespace.sh(`ip link set lo multicast on && ${device}`);
    const source = 'udp::0.0.0.0:4789:group=239.1.1.1%d0,239.1.1.2%lo';
    const fandump = await scene.fandump(['--json', '-i', source]);
    scene.namespace.sh('ip link del d0');
    await fandump.says(/the interface d0 has gone, and the group 239\.1\.1\.1%d0 with it/);
    scene.namespace.sh(device);
    await fandump.says(/the group 239\.1\.1\.1%d0 is joined again/);
    for (const [group, way] of [
      ['239.1.1.1', 'd0'],
      ['239.1.1.2', 'lo'],
    ] as const) {
      scene.namespace.sh(`ip route add ${group}/32 dev ${way}`);
      scene.sendDatagrams(group, 4789, [vxlan({}, frame)]);
    }
    const { stdout } = await fandump.interrupt();
    const lines = stdout.toString().split('\n').filter(Boolean);
    expect(lines.map((line) => JSON.parse(line).tunnel.destination)).toEqual(['239.1.1.1', '239.1.1.2']);
  });

  test('on an interface that is not there is refused', async ({ scene }) => {
    const { code, stderr } = await scene.start(['-i', 'udp::0.0.0.0:4789:group=239.1.1.1%eth77', '--count']).ended();
    expect(code).toBe(1);
    expect(stderr).toContain('cannot join the group 239.1.1.1%eth77: there is no interface eth77');
  });
});

describe('a receiver in trouble', () => {
  test('whose address goes and comes back says so, and receives again', async ({ scene }) => {
    scene.namespace.sh('ip addr add 10.0.0.9/32 dev lo');
    const fandump = await scene.fandump(['-i', 'udp::10.0.0.9:4789,8472', '-w', scene.path('inner.pcap')]);
    scene.sendDatagrams('10.0.0.9', 4789, [vxlan({}, frame)]);
    scene.namespace.sh('ip addr del 10.0.0.9/32 dev lo');
    await fandump.says(/the address is no longer one of this host's/);
    scene.namespace.sh('ip addr add 10.0.0.9/32 dev lo');
    await fandump.says(/the address is on this host again/);
    scene.sendDatagrams('10.0.0.9', 8472, [vxlan({}, frame)]);
    expect((await fandump.interrupt()).code).toBe(0);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([frame, frame]));
  });

  test('with the smallest receive buffer there is counts each datagram that it lost', async ({ scene }) => {
    const source = 'udp::127.0.0.1:4789:udp_recv_buffer_size=1:gro=off';
    const fandump = await scene.fandump(['-i', source, '-w', scene.path('inner.pcap')]);
    const sent = scene.sendDatagrams(
      '127.0.0.1',
      4789,
      Array.from({ length: 5000 }, () => vxlan({}, frame)),
    );
    const { stderr } = await fandump.interrupt();
    const { captured, receivedByFilter, droppedByKernel } = closingLines(stderr);
    expect(receivedByFilter).toBe(sent);
    expect(captured + droppedByKernel).toBe(sent);
    expect(savedBytes(scene.path('inner.pcap')).length).toBe(captured);
  });
});
