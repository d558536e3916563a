import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { ethernet, ipv4, udp, vxlan } from '../../src/frames/frames';
import { writePcap } from '../support/pcap-writer';
import { sampleFrames, tcpConversation } from '../support/sample-frames';
import { readSavefile, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';
import { runTcpdump } from '../support/tcpdump';

const linkAndIp = 14 + 20;

function keyFile(scene: Scene): string {
  const path = scene.path('key');
  writeFileSync(path, Buffer.from(Array.from({ length: 32 }, (_, index) => index)));
  return path;
}

async function copy(scene: Scene, ...args: string[]) {
  writePcap(scene.path('in.pcap'), sampleFrames);
  return scene.start(['-r', scene.path('in.pcap'), '-w', scene.path('out.pcap'), ...args]).ended();
}

/** What tcpdump says of checksums, in the order of the packets. */
function verdicts(path: string): string[] {
  const { stdout } = runTcpdump(['-nn', '-vv', '-t', '-r', path]);
  return stdout.match(/bad cksum|\(incorrect|\(correct|udp sum ok|bad udp cksum|no cksum|wrong icmp cksum/g) ?? [];
}

describe('--anonymize', () => {
  test('addresses become those of Crypto-PAn, and tcpdump judges every checksum as before', async ({ scene }) => {
    expect(await copy(scene, '--anonymize', keyFile(scene))).toMatchObject({ code: 0 });
    expect(verdicts(scene.path('out.pcap'))).toEqual(verdicts(scene.path('in.pcap')));
    const { stdout } = runTcpdump(['-nn', '-t', '-r', scene.path('out.pcap'), '-c', '1']);
    // 192.0.2.1 under the key that other programs give as an example, and 192.0.2.2 with the same first 30 bits.
    expect(stdout).toMatch(/^IP 2\.90\.93\.17\.40000 > 2\.90\.93\.19\.443/);
    for (const packet of savedBytes(scene.path('out.pcap'))) expect(packet).not.toMatch(/c0000201|c0000202/);
  });

  test('live, and in pcapng nothing else tells addresses', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const out = scene.path('out.pcapng');
    const args = ['-i', 'vb', '-w', out, '--anonymize', keyFile(scene), 'host 192.0.2.1'];
    const fandump = await scene.fandump(args);
    scene.sendFrames('va', tcpConversation);
    await fandump.interrupt();
    const { stdout } = runTcpdump(['-nn', '-t', '-r', out]);
    expect(stdout.trim().split('\n')).toHaveLength(tcpConversation.length);
    expect(stdout).not.toContain('192.0.2.');
    expect(readFileSync(out, 'latin1')).not.toContain('192.0.2.1');
  });

  test('what a first fragment has inside is found at the port of the tunnel', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const args = ['-i', 'vb:decap=vxlan:decap_port=9999', '-w', scene.path('out.pcap'), '--anonymize', keyFile(scene)];
    const fandump = await scene.fandump(args);
    const datagram = udp({ destinationPort: 9999, length: 2000 }, vxlan({}, tcpConversation[0]));
    scene.sendFrames('va', [ethernet({}, ipv4({ source: '198.51.100.1', moreFragments: true }, datagram))]);
    await fandump.interrupt();
    const saved = savedBytes(scene.path('out.pcap'));
    expect(saved).toHaveLength(1);
    expect(saved[0]).not.toMatch(/c0000201|c6336401/);
  });

  test('the packets of -w udp:: are anonymized, too', async ({ scene }) => {
    const receiver = await scene.fandump(['-i', 'udp::127.0.0.1:4789', '-w', scene.path('got.pcap')]);
    writePcap(scene.path('in.pcap'), tcpConversation);
    const args = ['-r', scene.path('in.pcap'), '-w', 'udp::127.0.0.1:4789', '--anonymize', keyFile(scene)];
    expect(await scene.start(args).ended()).toMatchObject({ code: 0 });
    await receiver.interrupt();
    const got = savedBytes(scene.path('got.pcap'));
    expect(got).toHaveLength(tcpConversation.length);
    for (const packet of got) expect(packet).not.toContain('c0000201');
  });

  test.for([
    ['recvmmsg', 'udp::192.0.2.1:4789:implementation=recvmmsg'],
    ['io_uring', 'udp::192.0.2.1:4789:implementation=io_uring'],
    ['messages of several datagrams', 'udp::192.0.2.1:4789:gro=on'],
    ['several endpoints', 'udp::192.0.2.1:4789,8472'],
    ['several workers', 'udp::192.0.2.1:4789:workers=2'],
  ])('the outer addresses of each datagram are the same pseudonyms: %s', async ([, source], { scene }) => {
    scene.namespace.sh('ip addr add 192.0.2.1/32 dev lo');
    const fandump = await scene.fandump(['-i', source, '--count-by', 'tunnel', '--anonymize', keyFile(scene)]);
    const payloads = tcpConversation.map((frame) => vxlan({ vni: 7 }, frame));
    for (let burst = 0; burst < 20; burst++) {
      scene.sendDatagrams('192.0.2.1', 4789, payloads, { sourcePorts: 16 });
    }
    const { stdout } = await fandump.interrupt();
    const [, row, sum] = stdout.toString().trimEnd().split('\n');
    expect(row).toContain('vxlan 7 2.90.93.17 > 2.90.93.17');
    expect(sum).toMatch(new RegExp(`^ *${20 * payloads.length} .* all$`));
  });

  test('a key that only others may read is not answered with the making of a new one', async ({ scene }) => {
    const key = keyFile(scene);
    chmodSync(key, 0);
    const { stderr } = await scene.startUnprivileged(['-r', '/dev/null', '-w', '-', '--anonymize', key]).ended();
    expect(stderr).toContain(`key ${key}: Permission denied; namei -l '${key}' says who may read it`);
    expect(stderr).not.toContain('urandom');
  });

  test('a key that is none is refused with the command that makes one', async ({ scene }) => {
    writeFileSync(scene.path('key'), 'too short');
    const { code, stderr } = await copy(scene, '--anonymize', scene.path('key'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/neither 32 bytes nor 64 hexadecimal digits.*head -c 32 \/dev\/urandom > 'fandump\.key'/s);
  });

  test('packets of a link type whose addresses are not known are refused', async ({ scene }) => {
    writePcap(scene.path('in.pcap'), [new Uint8Array(60)], 105);
    const args = ['-r', scene.path('in.pcap'), '-w', scene.path('out.pcap'), '--anonymize', keyFile(scene)];
    const { code, stderr } = await scene.start(args).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/link type 105/);
  });
});

describe('--slice', () => {
  test('headers+N keeps N bytes behind the transport header, and how long packets were', async ({ scene }) => {
    const frame = ethernet({}, ipv4({}, udp({}, 'sixteen bytes...')));
    writePcap(scene.path('in.pcap'), [frame]);
    for (const [kept, more] of [
      ['headers', 0],
      ['headers+4', 4],
      ['headers+400', 16],
    ] as const) {
      const args = ['-r', scene.path('in.pcap'), '-w', scene.path('out.pcap'), '--force', '--slice', kept];
      expect(await scene.start(args).ended()).toMatchObject({ code: 0 });
      const [packet] = readSavefile(scene.path('out.pcap')).packets;
      expect(packet.bytes.length / 2).toBe(linkAndIp + 8 + more);
      expect(packet.len).toBe(frame.length);
    }
  });
});
