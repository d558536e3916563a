import { describe, expect } from 'vitest';
import { ethernet, geneve, ipv4, udp } from '../../src/frames/frames';
import type { PacketJson } from '../../src/json/schema';
import { runFandump } from '../support/fandump';
import { writePcap } from '../support/pcap-writer';
import { sampleFrames } from '../support/sample-frames';
import { test } from '../support/scene';

const objects = (stdout: Buffer): PacketJson[] =>
  stdout
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('--json', () => {
  test('prints one object for each packet of a savefile', async ({ scene }) => {
    const path = scene.path('sample.pcap');
    writePcap(path, sampleFrames);
    const { stdout, code } = await runFandump(['--json', '-r', path]);
    const packets = objects(stdout);
    expect(packets.map(({ len }) => len)).toEqual(sampleFrames.map((frame) => frame.length));
    expect(packets.every(({ source }) => source === path)).toBe(true);
    expect(code).toBe(0);
  });

  test('obeys the filter and -c', async ({ scene }) => {
    const path = scene.path('sample.pcap');
    writePcap(path, sampleFrames);
    const { stdout } = await runFandump(['--json', '-c', '2', '-r', path, 'arp']);
    expect(objects(stdout).map(({ layers }) => layers[1].layer)).toEqual(['arp', 'arp']);
  });

  test('shows the tunnel that a udp source has taken off', async ({ scene }) => {
    const inner = ethernet({}, ipv4({ source: '198.51.100.1' }, udp({ destinationPort: 7 }, 'inside')));
    const options = [{ class: 0x108, type: 1, data: Uint8Array.of(1, 2, 3, 4) }];
    const fandump = await scene.fandump(['--json', '-c', '1', '-i', 'udp::127.0.0.1:6081:geneve']);
    scene.sendDatagrams('127.0.0.1', 6081, [geneve({ vni: 42, options }, inner)]);
    const [packet] = objects((await fandump.ended()).stdout);
    expect(packet.tunnel).toMatchObject({
      encapsulation: 'geneve',
      destination: '127.0.0.1',
      destination_port: 6081,
      vni: 42,
      geneve_options: [{ class: 0x108, type: 1, critical: false, name: 'gwlb-endpoint', data: '01020304' }],
    });
    expect(packet).toMatchObject({ 'id.orig_h': '198.51.100.1', 'id.resp_p': 7, proto: 'udp' });
  });

  test('ends with 2 and one line where it makes no sense', async () => {
    const { code, stderr } = await runFandump(['--json', '-q', '-i', 'lo']);
    expect(stderr).toBe('fandump: -q can not be used with --json: an object always has all its layers; drop -q\n');
    expect(code).toBe(2);
  });
});
