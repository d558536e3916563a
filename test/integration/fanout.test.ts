import { describe, expect } from 'vitest';
import { ethernet, ipv4, udp } from '../../src/frames/frames';
import { closingLines } from '../support/closing-lines';
import { hexOf, savedBytes } from '../support/savefile';
import { test } from '../support/scene';

const flows = 100;

/** Two packets in each direction of each flow; the payload begins with the flow's number. */
function bidirectionalFrames(): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let flow = 0; flow < flows; flow++) {
    const client = `10.0.${flow >> 4}.${(flow & 15) + 1}`;
    for (const sequence of [1, 2]) {
      const content = Uint8Array.of(flow, sequence);
      const request = udp({ sourcePort: 20000 + flow, destinationPort: 53 }, content);
      const reply = udp({ sourcePort: 53, destinationPort: 20000 + flow }, content);
      frames.push(ethernet({}, ipv4({ source: client, destination: '192.0.2.2' }, request)));
      frames.push(ethernet({}, ipv4({ source: '192.0.2.2', destination: client }, reply)));
    }
  }
  return frames;
}

/** The flows of captured frames, by the first byte of their payload. */
function flowsOf(frames: string[]): Set<string> {
  return new Set(frames.map((frame) => frame.slice(-4, -2)));
}

function intersection(a: Set<string>, b: Set<string>): string[] {
  return [...a].filter((element) => b.has(element));
}

describe('a fanout group of two processes', () => {
  test.for([
    ['which is named', 'fanout_id=7'],
    ['of several workers each', 'workers=2'],
  ])('%s splits by flow, both directions together, nothing lost and nothing doubled', async ([, option], { scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const source = `af_packet::vb:fanout=hash:${option}`;
    const first = await scene.fandump(['-i', source, '-w', scene.path('first.pcap')]);
    const second = await scene.fandump(['-i', source, '-w', scene.path('second.pcap')]);
    const frames = bidirectionalFrames();
    scene.sendFrames('va', frames);
    await Promise.all([first.interrupt(), second.interrupt()]);
    const [left, right] = [savedBytes(scene.path('first.pcap')), savedBytes(scene.path('second.pcap'))];
    expect([...left, ...right].sort()).toEqual(hexOf(frames).sort());
    expect(intersection(flowsOf(left), flowsOf(right))).toEqual([]);
    expect(Math.min(flowsOf(left).size, flowsOf(right).size)).toBeGreaterThan(flows / 5);
  });

  test('tells the second member how many were there before', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const source = 'af_packet::vb:fanout=hash:fanout_id=7';
    await scene.fandump(['-i', source, '--count']);
    const second = await scene.fandump(['-i', source, '--count']);
    expect((await second.interrupt()).stderr).toMatch(/fanout group 7.*\b1\b.*member/i);
  });

  test('refuses a member of another mode and says so', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    await scene.fandump(['-i', 'af_packet::vb:fanout=hash:fanout_id=7', '--count']);
    const other = await scene.start(['-i', 'af_packet::vb:fanout=cpu:fanout_id=7', '--count']).ended();
    expect(other.code).toBe(1);
    expect(other.stderr).toMatch(/fanout.*7/i);
    expect(other.stderr).toMatch(/mode/i);
  });

  test('refuses a member on another interface and says so', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    await scene.fandump(['-i', 'af_packet::vb:fanout=hash:fanout_id=7', '--count']);
    const other = await scene.start(['-i', 'af_packet::va:fanout=hash:fanout_id=7', '--count']).ended();
    expect(other.code).toBe(1);
    expect(other.stderr).toMatch(/interface/i);
  });

  test('is not joined unless asked: two plain captures both see everything', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const first = await scene.fandump(['-i', 'vb', '--count']);
    const second = await scene.fandump(['-i', 'vb', '--count']);
    scene.sendFrames('va', bidirectionalFrames());
    for (const { stderr } of await Promise.all([first.interrupt(), second.interrupt()])) {
      expect(closingLines(stderr).captured).toBe(4 * flows);
    }
  });

  test('fanout_id=auto founds a group of its own', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const source = 'af_packet::vb:fanout=hash:fanout_id=auto';
    const fandump = await scene.fandump(['-i', source, '-w', scene.path('auto.pcap')]);
    const frames = bidirectionalFrames();
    scene.sendFrames('va', frames);
    expect((await fandump.interrupt()).code).toBe(0);
    expect(savedBytes(scene.path('auto.pcap'))).toEqual(hexOf(frames));
  });
});

describe('reuseport', () => {
  test('splits datagrams by sender, nothing lost and nothing doubled', async ({ scene }) => {
    const source = 'udp::127.0.0.1:4789:raw:reuseport';
    const first = await scene.fandump(['-i', source, '-w', scene.path('first.pcap')]);
    const second = await scene.fandump(['-i', source, '-w', scene.path('second.pcap')]);
    // The senders take turns, so the payload's first byte names the sender.
    const payloads = Array.from({ length: 3 * flows }, (_, index) =>
      ethernet({}, Uint8Array.of(index % flows, Math.floor(index / flows))),
    );
    scene.sendDatagrams('127.0.0.1', 4789, payloads, { sourcePorts: flows, sourcePort: 30000 });
    await Promise.all([first.interrupt(), second.interrupt()]);
    const [left, right] = [savedBytes(scene.path('first.pcap')), savedBytes(scene.path('second.pcap'))];
    expect([...left, ...right].sort()).toEqual(hexOf(payloads).sort());
    expect(intersection(flowsOf(left), flowsOf(right))).toEqual([]);
    expect(Math.min(left.length, right.length)).toBeGreaterThan(flows / 3);
  });
});
