import { describe, expect } from 'vitest';
import { ethernet, geneve, ipv4, tcp, udp, vxlan } from '../../src/frames/frames';
import { hexOf, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';

const web = ethernet({}, ipv4({}, tcp({ destinationPort: 80, flags: 'S' })));
const dns = ethernet({}, ipv4({}, udp({ destinationPort: 53 }, 'a question')));
const refused = (stderr: string) =>
  Number(/^(\d+) datagrams? refused by filter in the kernel$/m.exec(stderr)?.[1] ?? 0);

/** What a source with a filter saves of datagrams that are sent to it. */
async function saved(scene: Scene, source: string, filter: string, to: string, payloads: Uint8Array[]) {
  const fandump = await scene.fandump(['-i', source, '--force', '-w', scene.path('out.pcap'), filter]);
  scene.sendDatagrams(to, Number(/:(\d+)(:|$)/.exec(source)?.[1]), payloads, { sourcePort: 51_000 });
  const { stderr } = await fandump.interrupt();
  return { packets: savedBytes(scene.path('out.pcap')), stderr };
}

const inVxlan = [vxlan({ vni: 42 }, web), vxlan({ vni: 42 }, dns), vxlan({ vni: 7 }, web), vxlan({ vni: 8 }, dns)];

describe('what a filter asks of tunnels', () => {
  test('is answered in the kernel, together with what is asked of the packet', async ({ scene }) => {
    const filter = '(vni 42 and tcp port 80) or vni 8-9';
    const { packets, stderr } = await saved(scene, 'udp::127.0.0.1:4789', filter, '127.0.0.1', inVxlan);
    expect(packets).toEqual(hexOf([web, dns]));
    expect(refused(stderr)).toBe(2);
  });

  test('is answered in userspace with gro=on, with the same result', async ({ scene }) => {
    const filter = '(vni 42 and tcp port 80) or vni 8-9';
    const { packets, stderr } = await saved(scene, 'udp::127.0.0.1:4789:gro=on', filter, '127.0.0.1', inVxlan);
    expect(packets).toEqual(hexOf([web, dns]));
    expect(stderr).toMatch(/^2 packets refused by filter after decapsulation$/m);
  });

  test('are outer addresses and ports of IPv4 and IPv6, also at a socket for both', async ({ scene }) => {
    const ask = async (source: string, to: string, filter: string) =>
      (await saved(scene, source, filter, to, [vxlan({}, web)])).packets.length;
    for (const filter of ['tunnel src 127.0.0.1', 'tunnel net 127.0.0.0/8', 'tunnel dst port 4789 and tcp']) {
      expect(await ask('udp::127.0.0.1:4789', '127.0.0.1', filter)).toBe(1);
      expect(await ask('udp::[::]:4789', '127.0.0.1', filter)).toBe(1);
    }
    expect(await ask('udp::[::]:4789', '::1', 'tunnel src ::1 and tunnel src port 51000')).toBe(1);
    expect(await ask('udp::[::]:4789', '::1', 'tunnel net 127.0.0.0/8 or tunnel src 2001:db8::/32')).toBe(0);
    expect(await ask('udp::127.0.0.1:4789', '127.0.0.1', 'not tunnel host 127.0.0.1')).toBe(0);
  });

  test('hold behind GENEVE options and beside invalid datagrams, which are counted', async ({ scene }) => {
    const options = [{ class: 0x0108, type: 1, data: new Uint8Array(20) }];
    const payloads = [geneve({ vni: 42, options }, web), geneve({ vni: 43, options }, web), Uint8Array.of(0)];
    const { packets, stderr } = await saved(scene, 'udp::127.0.0.1:6081:geneve', 'vni 42', '127.0.0.1', payloads);
    expect(packets).toEqual(hexOf([web]));
    expect(stderr).toMatch(/^1 datagram invalid/m);
    expect(refused(stderr)).toBe(1);
  });

  test('are asked by each of several workers, and counted without printing', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'udp::127.0.0.1:4789:workers=2', '--count', 'vni 42 and not tcp']);
    scene.sendDatagrams('127.0.0.1', 4789, inVxlan, { sourcePorts: 8 });
    const { stdout } = await fandump.interrupt();
    expect(stdout.toString()).toBe('1 packet\n');
  });

  test('are asked behind decap=, where packets outside tunnels answer no', async ({ scene }) => {
    scene.namespace.addVeth('left', 'right');
    const filter = 'vni 42 and tunnel src 10.9.0.1 or (not vni 0-16777215 and udp port 53)';
    const fandump = await scene.fandump(['-i', 'af_packet::left:decap=vxlan', '-w', scene.path('out.pcap'), filter]);
    const outer = (vni: number) =>
      ethernet({}, ipv4({ source: '10.9.0.1' }, udp({ destinationPort: 4789 }, vxlan({ vni }, web))));
    scene.sendFrames('right', [outer(42), outer(43), dns, web]);
    await fandump.interrupt();
    expect(savedBytes(scene.path('out.pcap'))).toEqual(hexOf([web, dns]));
  });
});

describe('-d and --explain', () => {
  const stdout = async (scene: Scene, args: string[]) => (await scene.start(args).ended()).stdout.toString();

  test('show what is asked of the tunnel where it is asked', async ({ scene }) => {
    const source = ['-i', 'udp::127.0.0.1:4789'];
    expect(await stdout(scene, ['-d', ...source, 'vni 42 and tcp'])).toContain('jeq      #0x2a');
    expect(await stdout(scene, ['--explain', ...source, 'vni 42 and tcp'])).toMatch(
      /the filter runs in the kernel, with what it asks of the tunnel \(\d+ instructions/,
    );
    expect(await stdout(scene, ['--explain', '-i', 'udp::127.0.0.1:6081:geneve+vxlan', 'vni 42'])).toContain(
      'the filter runs in userspace: the VNI stands at no place',
    );
    expect(await stdout(scene, ['--explain', '-i', 'af_packet::lo:decap=auto', 'vni 42'])).toContain(
      'the filter runs in userspace, behind decap',
    );
  });

  test('show in userspace a program for each set of answers', async ({ scene }) => {
    const args = ['-d', '-i', 'udp::127.0.0.1:4789:gro=on', 'vni 42 or tunnel src 10.0.0.1'];
    expect(await stdout(scene, args)).toBe(
      `# not vni 42, not tunnel src 10.0.0.1
(000) ret      #0
# vni 42, not tunnel src 10.0.0.1
# not vni 42, tunnel src 10.0.0.1
# vni 42, tunnel src 10.0.0.1
(000) ret      #262144
`,
    );
    const { code, stderr } = await scene.start(['-dd', ...args.slice(1)]).ended();
    expect(code).toBe(2);
    expect(stderr).toContain('-dd is for one program');
  });
});

describe('a filter about tunnels', () => {
  test('is refused before anything is opened where it cannot be meant', async ({ scene }) => {
    const refusal = async (args: string[]) => {
      const { code, stderr } = await scene.start([...args, '-w', scene.path('none.pcap')]).ended();
      expect(code).toBe(2);
      expect(stderr.split('\n')).toHaveLength(2);
      return stderr;
    };
    expect(await refusal(['-i', 'udp::127.0.0.1:4789', 'vni', '16777216'])).toContain("'16777216' is not a VNI");
    expect(await refusal(['-i', 'udp::127.0.0.1:4789', 'tunnel src 10.0.0.300'])).toContain("'10.0.0.300'");
    expect(await refusal(['-i', 'lo', 'vni 42'])).toContain('af_packet::lo takes packets out of none');
    expect(await refusal(['-r', 'some.pcap', 'vni 42'])).toContain("'some.pcap'");
    expect(await refusal(['-i', 'udp::127.0.0.1:4789', 'vni 42 tcp'])).toContain('syntax error');
  });
});
