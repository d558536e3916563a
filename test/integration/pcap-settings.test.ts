import { writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { ethernet, ipv4, toBytes, udp } from '../../src/frames/frames';
import { savedBytes } from '../support/savefile';
import { test } from '../support/scene';

const frames = Array.from({ length: 40 }, (_, flow) =>
  toBytes(ethernet({}, ipv4({ source: `10.0.0.${flow + 1}` }, udp({ sourcePort: 1000 + flow }, new Uint8Array(100))))),
);

describe("the settings of libpcap's fan-out extension", () => {
  test('put members into the group that the environment names', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const env = { PCAP_GROUP: '9', PCAP_FANOUT: 'lb+defrag' };
    const paths = ['first', 'second'].map((name) => scene.path(name));
    const members = paths.map((path) => scene.start(['-i', 'vb', '-w', path], env));
    for (const member of members) await member.says(/joined fanout group 9 \(lb\)[\s\S]*listening on/);
    scene.sendFrames('va', frames);
    for (const member of members) await member.interrupt();
    expect(paths.map((path) => savedBytes(path).length)).toEqual([20, 20]);
  });

  test('of a file give each virtual device its own group, cut packets, and are explained', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const config = scene.path('pcap.conf');
    writeFileSync(config, 'group_vb=3\ngroup_vb:1=4\nfanout@4=rnd\ncaplen=60\n');
    const env = { PCAP_CONFIG: config };
    const capture = scene.start(['-i', 'vb', '-i', 'vb:1', '-w', scene.path('saved')], env);
    await capture.says(/group 3 \(hash\)[\s\S]*group 4 \(rnd\)[\s\S]*listening on/);
    scene.sendFrames('va', frames);
    await capture.interrupt();
    const saved = savedBytes(scene.path('saved'));
    expect(saved).toHaveLength(2 * frames.length);
    expect(new Set(saved.map((bytes) => bytes.length / 2))).toEqual(new Set([60]));

    const explained = await scene.start(['--explain', '-i', 'vb:1'], { ...env, PCAP_GROUP_vb_1: '5' }).ended();
    const text = explained.stdout.toString();
    expect(text).toMatch(/fanout_id +5 +environment PCAP_GROUP_vb_1=5/);
    expect(text).toMatch(/snapshot length +60 +file .*pcap\.conf, line 4: caplen=60/);
  });

  test('several devices in one source are captured together', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    scene.namespace.addVeth('vc', 'vd');
    const capture = await scene.fandump(['-i', 'vb^vd:ignore_outgoing', '-w', scene.path('saved')]);
    scene.sendFrames('va', frames);
    scene.sendFrames('vc', frames);
    await capture.interrupt();
    expect(savedBytes(scene.path('saved'))).toHaveLength(2 * frames.length);
  });

  test('that are wrong end the command with file, line and hint', async ({ scene }) => {
    const config = scene.path('pcap.conf');
    writeFileSync(config, 'group=1\nfanout=hsah\n');
    const { code, stderr } = await scene.start(['-i', 'lo', '--count'], { PCAP_CONFIG: config }).ended();
    expect(code).toBe(2);
    expect(stderr).toMatch(/pcap\.conf, line 2: 'hsah' is not one of.*did you mean 'hash'/s);
  });
});

describe('queues', () => {
  const manyQueues = 'numrxqueues 4 numtxqueues 4';
  const addDevices = `ip link add va ${manyQueues} type veth peer name vb ${manyQueues}`;
  const counts = (text: string) =>
    [...text.matchAll(/^(RX|TX):\s+(\d+)/gm)].map(([, kind, count]) => `${kind}=${count}`);

  test('are set before capturing and put back at the end', async ({ scene, skip }) => {
    const { namespace } = scene;
    if (namespace.run('ethtool', ['--version']).status !== 0) skip('no ethtool');
    namespace.sh(`${addDevices} && ethtool -L vb rx 3 tx 2`);
    namespace.quietUp('va');
    namespace.quietUp('vb');
    const now = () => counts(namespace.sh('ethtool -l vb').split('Current')[1]);
    const capture = await scene.fandump(['-i', 'vb:channels=rx=2,tx=2', '--restore', '--count']);
    expect(now()).toEqual(['RX=2', 'TX=2']);
    const { stderr, code } = await capture.interrupt();
    expect(stderr).toMatch(/vb: queues set to rx=2, before: rx=3\n/);
    expect(stderr).toMatch(/as they were before\n$/);
    expect(code).toBe(0);
    expect(now()).toEqual(['RX=3', 'TX=2']);

    const killed = await scene.fandump(['-i', 'vb:channels=rx=1', '--restore', '--count']);
    expect(now()).toEqual(['RX=1', 'TX=2']);
    await killed.kill();
    await expect.poll(now, { timeout: 5000 }).toEqual(['RX=3', 'TX=2']);
  });

  test('that the device does not have are refused with the reason', async ({ scene }) => {
    scene.namespace.sh(addDevices);
    scene.namespace.quietUp('vb');
    const refused = await scene.start(['-i', 'vb:channels=rx=9', '--count']).ended();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/setting the queues of vb: it has at most 4 rx queues/);
    const irq = await scene.start(['-i', 'vb:irq.0=0', '--count']).ended();
    expect(irq.stderr).toMatch(/irq\.0 of vb: it has no interrupts/);
  });
});
