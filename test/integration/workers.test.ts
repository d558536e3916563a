import { describe, expect } from 'vitest';
import { ethernet, ipv4, toBytes, udp } from '../../src/frames/frames';
import { closingLines } from '../support/closing-lines';
import { LinkType } from '../support/pcap-writer';
import { hexOf, readSavefile, savedBytes } from '../support/savefile';
import { test } from '../support/scene';

const flows = 60;

/** Three packets of each flow, the flows in turn; the payload begins with the flow's number. */
function frames(): Uint8Array[] {
  const sent: Uint8Array[] = [];
  for (let sequence = 0; sequence < 3; sequence++) {
    for (let flow = 0; flow < flows; flow++) {
      const datagram = udp({ sourcePort: 20000 + flow, destinationPort: 53 }, Uint8Array.of(flow, sequence));
      sent.push(ethernet({}, ipv4({ source: `10.0.0.${flow + 1}`, destination: '192.0.2.2' }, datagram)));
    }
  }
  return sent;
}

describe('workers of one process', () => {
  test('write one savefile in the order of time, nothing lost and nothing doubled', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const capture = await scene.fandump(['-i', 'vb', '--workers', '3', '--nano', '-w', scene.path('all.pcap')]);
    const sent = frames();
    scene.sendFrames('va', sent);
    await capture.interrupt();
    expect(savedBytes(scene.path('all.pcap')).sort()).toEqual(hexOf(sent).sort());
    const times = readSavefile(scene.path('all.pcap')).packets.map(({ seconds, fraction }) => [seconds, fraction]);
    expect(times).toEqual([...times].sort(([a, b], [c, d]) => a - c || b - d));
  });

  test('write a file each, and a flow is in one of them', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const capture = await scene.fandump(['-i', 'vb:workers=2', '-w', scene.path('%w.pcap')]);
    const sent = frames();
    scene.sendFrames('va', sent);
    await capture.interrupt();
    const [first, second] = ['0.pcap', '1.pcap'].map((name) => savedBytes(scene.path(name)));
    expect([...first, ...second].sort()).toEqual(hexOf(sent).sort());
    const flowsOf = (saved: string[]) => new Set(saved.map((frame) => frame.slice(-4, -2)));
    expect(flowsOf(first).size + flowsOf(second).size).toBe(flows);
  });

  test('share a UDP port and a count', async ({ scene }) => {
    const capture = await scene.fandump(['-i', 'udp::127.0.0.1:4789:raw:dlt=raw:workers=2', '-nn', '-c', '5']);
    const payload = toBytes(ipv4({ source: '10.0.0.1', destination: '10.0.0.2' }, udp({}, Uint8Array.of(1))));
    scene.sendDatagrams(
      '127.0.0.1',
      4789,
      Array.from({ length: 9 }, () => payload),
    );
    const { stdout, stderr, code } = await capture.ended();
    expect(stdout.toString().trim().split('\n')).toHaveLength(5);
    expect(closingLines(stderr).captured).toBe(5);
    expect(code).toBe(0);
  });

  test('are listed one by one at the end', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const capture = await scene.fandump(['-i', 'vb', '--workers', '2', '--count']);
    scene.sendFrames('va', frames());
    const { stderr } = await capture.interrupt();
    const shares = [...stderr.matchAll(/^worker \d \(vb\): (\d+) packets? captured/gm)].map(([, count]) =>
      Number(count),
    );
    expect(shares).toHaveLength(2);
    expect(shares[0] + shares[1]).toBe(3 * flows);
  });
});

describe('several sources', () => {
  test('are printed together in the order of time', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const capture = await scene.fandump(['-i', 'vb', '-i', 'va', '-nn', '-tt', 'udp']);
    scene.sendFrames('va', frames().slice(0, 20));
    const { stdout } = await capture.interrupt();
    const times = stdout
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(times).toHaveLength(40);
    expect(times).toEqual([...times].sort());
  });

  test('of different link types do not go into one pcap file', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const sources = ['-i', 'vb', '-i', 'udp::127.0.0.1:4789:raw:dlt=raw'];
    const { code, stderr } = await scene.start([...sources, '-w', scene.path('mixed.pcap')]).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/one link type.*EN10MB.*RAW/);
  });

  test('of different link types have a savefile each, of its own link type', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const packet = ipv4({ source: '10.0.0.1', destination: '10.0.0.2' }, udp({}, Uint8Array.of(1)));
    const sources = ['-i', 'vb', '-i', 'udp::127.0.0.1:4789:raw:dlt=raw'];
    const capture = await scene.fandump([...sources, '-w', scene.path('%w.pcap')]);
    scene.sendFrames('va', [ethernet({}, packet)]);
    scene.sendDatagrams('127.0.0.1', 4789, [toBytes(packet)]);
    await capture.interrupt();
    expect(readSavefile(scene.path('0.pcap')).linkType).toBe(LinkType.ethernet);
    expect(savedBytes(scene.path('0.pcap'))).toEqual(hexOf([ethernet({}, packet)]));
    expect(readSavefile(scene.path('1.pcap')).linkType).toBe(LinkType.raw);
    expect(savedBytes(scene.path('1.pcap'))).toEqual(hexOf([toBytes(packet)]));
  });
});
