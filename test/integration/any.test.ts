import { describe, expect } from 'vitest';
import { numberedFrames, sampleFrames, taggedFrames } from '../support/sample-frames';
import { readSavefile, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';

/** LINKTYPE_LINUX_SLL2 */
const cooked = 276;
const headerLength = 20;

/** Captures on all interfaces, with both programs at once, what is sent through two pairs of interfaces. */
async function captureBoth(scene: Scene, options: string[], filter: string[] = []) {
  scene.namespace.addVeth('va', 'vb');
  scene.namespace.addVeth('vc', 'vd');
  const tcpdump = await scene.tcpdump('tcpdump.pcap', ['-i', 'any', ...options, ...filter]);
  const fandump = await scene.fandump(['-i', 'any', ...options, '-w', scene.path('fandump.pcap'), ...filter]);
  // tcpdump loses the tags of cooked packets.
  scene.sendFrames('va', [...sampleFrames.filter((frame) => !taggedFrames.includes(frame)), ...numberedFrames(10)]);
  scene.sendFrames('vc', numberedFrames(10, 100));
  scene.namespace.sh('ping -c 2 -i 0.2 127.0.0.1');
  await tcpdump.finish();
  return fandump.interrupt();
}

describe('-i any', () => {
  test('writes the packets of all interfaces, as tcpdump does', async ({ scene }) => {
    const { code, stderr } = await captureBoth(scene, []);
    expect(code).toBe(0);
    expect(stderr).toContain('listening on any, link-type LINUX_SLL2 (Linux cooked v2), snapshot length 262144 bytes');
    const written = readSavefile(scene.path('fandump.pcap'));
    expect(written.linkType).toBe(cooked);
    expect(savedBytes(scene.path('fandump.pcap'))).toEqual(savedBytes(scene.path('tcpdump.pcap')));
    expect(written.packets.length).toBeGreaterThan(40);
  });

  test('has the first version of the header with -y LINUX_SLL, as tcpdump does', async ({ scene }) => {
    await captureBoth(scene, ['-y', 'LINUX_SLL']);
    expect(savedBytes(scene.path('fandump.pcap'))).toEqual(savedBytes(scene.path('tcpdump.pcap')));
  });

  test.for([['tcp port 443'], ['icmp'], ['inbound and udp'], ['outbound'], ['ip host 10.0.0.1 or arp']])(
    'filters in the kernel by "%s" what tcpdump filters',
    async ([filter], { scene }) => {
      const { stderr } = await captureBoth(scene, [], filter.split(' '));
      const written = savedBytes(scene.path('fandump.pcap'));
      expect(written).toEqual(savedBytes(scene.path('tcpdump.pcap')));
      expect(stderr).toContain(`${written.length} packets received by filter`);
    },
  );

  test('filters in userspace by an address of the header, of which the kernel does not tell', async ({ scene }) => {
    await captureBoth(scene, [], ['link[11]', '=', '6', 'and', 'link[12]', '=', '0']);
    expect(savedBytes(scene.path('fandump.pcap'))).toEqual(savedBytes(scene.path('tcpdump.pcap')));
  });

  test('keeps the tags that the kernel takes off, behind the header', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'any', '-Q', 'in', '-w', scene.path('tags.pcap')]);
    scene.sendFrames('va', taggedFrames);
    await fandump.interrupt();
    const written = savedBytes(scene.path('tags.pcap')).map((bytes) => bytes.slice(2 * headerLength));
    expect(written).toEqual(
      taggedFrames.map((frame) =>
        Buffer.from(frame)
          .toString('hex')
          .slice(2 * 14),
      ),
    );
  });

  test('prints the name of an interface that has come meanwhile, sandboxed', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', 'any', '-n', '-Q', 'in', '-c', '1']);
    scene.namespace.addVeth('later', 'vb');
    scene.sendFrames('vb', numberedFrames(1));
    const { stdout } = await fandump.ended();
    expect(stdout.toString()).toMatch(/ later P {3}IP /);
  });

  test('shares the packets of all interfaces out to workers', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    scene.namespace.addVeth('vc', 'vd');
    const fandump = await scene.fandump(['-i', 'any:fanout=inner', '-Q', 'in', '--workers', '2', '--count']);
    scene.sendFrames('va', numberedFrames(40));
    scene.sendFrames('vc', numberedFrames(30));
    expect((await fandump.interrupt()).stdout.toString().trim()).toBe('70 packets');
  });

  test('takes tunnels off', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    scene.namespace.sh('ip address add 192.0.2.1/24 dev va && ip neigh add 192.0.2.2 lladdr 02:00:00:00:00:02 dev va');
    const fandump = await scene.fandump(['-i', 'any:decap=vxlan:decap_other=drop', '-Q', 'in', '-c', '5', '--count']);
    scene.namespace.sh('ip link add vx0 type vxlan id 7 remote 192.0.2.2 dstport 4789 dev va && ip link set vx0 up');
    scene.sendFrames('vx0', numberedFrames(5));
    const { stdout, code } = await fandump.ended();
    expect(code).toBe(0);
    expect(stdout.toString().trim()).toBe('5 packets');
  });
});

describe('a cooked capture of one interface', () => {
  test('has its packets without their link headers', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    scene.namespace.addVeth('vc', 'vd');
    const file = scene.path('one.pcap');
    const fandump = await scene.fandump(['-i', 'vb', '-y', 'LINUX_SLL2', '-w', file]);
    scene.sendFrames('vc', numberedFrames(3));
    const frames = numberedFrames(4);
    scene.sendFrames('va', frames);
    await fandump.interrupt();
    const written = savedBytes(file).map((bytes) => bytes.slice(2 * headerLength));
    expect(written).toEqual(
      frames.map((frame) =>
        Buffer.from(frame)
          .toString('hex')
          .slice(2 * 14),
      ),
    );
    expect(readSavefile(file).linkType).toBe(cooked);
  });
});
