import { existsSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { writePcap } from '../support/pcap-writer';
import { sampleFrames } from '../support/sample-frames';
import { test } from '../support/scene';

describe('what cannot be opened', () => {
  test('without the right to capture the message names the capability', async ({ scene }) => {
    const { code, stderr } = await scene.startUnprivileged(['-i', 'lo', '--count']).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/CAP_NET_RAW/);
  });

  test('an interface that does not exist is named, exit code 1', async ({ scene }) => {
    const { code, stderr } = await scene.start(['-i', 'nosuch0', '--count']).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/nosuch0/);
  });

  test("a port of the kernel's tunnel device is said to be, with where its packets can be had", async ({ scene }) => {
    scene.namespace.sh('ip link add name vx0 type vxlan id 7 dstport 4789 && ip link set vx0 up');
    for (const options of ['', ':reuseport']) {
      const { code, stderr } = await scene.start(['-i', `udp::0.0.0.0:4789${options}`, '--count']).ended();
      expect(code).toBe(1);
      expect(stderr).toContain("port 4789 is that of the kernel's tunnel device vx0; capture what came through");
    }
  });

  test('a port of another program is not taken for that of a tunnel device which is down', async ({ scene }) => {
    scene.namespace.sh('ip link add name vx0 type vxlan id 7 dstport 4789');
    await scene.fandump(['-i', 'udp::127.0.0.1:4789', '--count']);
    const { stderr } = await scene.start(['-i', 'udp::127.0.0.1:4789', '--count']).ended();
    expect(stderr).toContain('UDP port 4789 is already in use');
  });

  test('a bad filter on a live source opens nothing: exit code 2 and no savefile', async ({ scene }) => {
    const out = scene.path('never.pcap');
    const { code } = await scene.start(['-i', 'lo', '-w', out, 'tcp prot 80']).ended();
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  test('a bad source URI is a usage error: exit code 2', async ({ scene }) => {
    for (const uri of ['udp::127.0.0.1', 'udp::127.0.0.1:4789:skipper=8', 'af_packet::lo:block_size=1']) {
      const { code, stderr } = await scene.start(['-i', uri, '--count']).ended();
      expect(code, stderr).toBe(2);
    }
  });

  test('a savefile that cannot be made beside a file that is read is named, in one line', async ({ scene }) => {
    writePcap(scene.path('in.pcap'), sampleFrames);
    const { code, stderr } = await scene.start(['-r', scene.path('in.pcap'), '-w', scene.path('in.pcap/x')]).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^fandump: \S*in\.pcap\/x: Not a directory.*\n$/);
  });

  test('no message is only what the kernel calls the error', async ({ scene }) => {
    const commands = [
      ['-i', 'nosuch0'],
      ['-i', 'udp::192.0.2.77:4789'],
      ['-r', '/nonexistent.pcap'],
      ['-r', '/dev/null'],
    ];
    for (const args of commands) {
      const { code, stderr } = await scene.start([...args, '--count']).ended();
      expect(code, stderr).toBe(1);
      expect(stderr).not.toMatch(/^\S*( error)?:? ?Invalid argument$/m);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});
