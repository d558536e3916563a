import { describe, expect } from 'vitest';
import { ethernet, ipv4, toBytes, udp } from '../../src/frames/frames';
import { test } from '../support/scene';

describe('--fanout-test', () => {
  test('says of every mode and tunnel whether flows stay together, in a namespace of its own', async ({ scene }) => {
    const { code, stdout } = await scene.start(['--fanout-test']).ended();
    const lines = stdout.toString().split('\n');
    const verdict = (mode: string, carrier: string) =>
      lines.find((line) => new RegExp(`^....  ${mode} +${carrier} `).test(line))?.slice(0, 4);
    for (const carrier of ['plain', 'vxlan', 'geneve', 'erm', 'erspan I', 'erspan II', 'erspan III', 'gre', 'mpls']) {
      expect(verdict('inner', carrier)).toBe('PASS');
      expect(verdict('rnd', carrier)).toBe('FAIL');
      expect(verdict('lb', carrier)).toBe('FAIL');
    }
    expect(verdict('hash', 'plain')).toBe('PASS');
    expect(verdict('hash', 'erm')).toBe('FAIL');
    expect(code).toBe(0);
  });

  test('tests every mode as it is, whatever the environment sets for captures', async ({ scene }) => {
    const environment = { PCAP_GROUP: '3', PCAP_FANOUT: 'hash+defrag+rollover' };
    const { code, stdout } = await scene.start(['--fanout-test', '--workers', '2'], environment).ended();
    expect(stdout.toString()).toMatch(/^FAIL {2}rollover {2}plain /m);
    expect(code).toBe(0);
  });

  test.for([
    ['hash', 0, /^PASS {2}hash {2}vb {2}40 flows, each on one of 4 workers/],
    ['lb', 1, /^FAIL {2}lb {2}vb {2}\d+ of 40 flows are on several workers/],
  ] as const)('watches the flows of an interface under mode %s', async ([mode, exitCode, text], { scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const frames = Array.from({ length: 121 }, (_, at) =>
      toBytes(
        ethernet({}, ipv4({ source: `10.0.0.${(at % 40) + 1}` }, udp({ sourcePort: 9 }, new Uint8Array(20 + at)))),
      ),
    );
    frames.splice(60, 1);
    const watching = scene.start(['--fanout-test', `vb:fanout=${mode}`, '-c', '120']);
    await watching.says(/watching vb/);
    // It says so before it opens: flows move while its members join, and that does not count.
    const sender = scene.startSender('va', [...frames, frames[0]], { rate: 500, count: 2000 });
    const { stdout, code } = await watching.ended();
    await sender.kill();
    expect(stdout.toString()).toMatch(text);
    expect(code).toBe(exitCode);
  });

  test.for([
    ['--json', ['vb', '--json']],
    ['-w', ['vb', '-w', 'f']],
    ['-c', ['-c', '5']],
  ] as const)('refuses %s where it changes nothing', async ([flag, words], { scene }) => {
    const { code, stderr } = await scene.start(['--fanout-test', ...words]).ended();
    expect(code).toBe(2);
    expect(stderr).toMatch(`${flag} changes nothing of that; drop ${flag}`);
  });

  test('takes interfaces only', async ({ scene }) => {
    const { code, stderr } = await scene.start(['--fanout-test', 'udp::127.0.0.1:4789']).ended();
    expect(code).toBe(2);
    expect(stderr).toMatch(/takes one interface/);
  });
});
