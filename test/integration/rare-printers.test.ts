import { describe, expect } from 'vitest';
import { runFandump } from '../support/fandump';
import { writePcap } from '../support/pcap-writer';
import { test } from '../support/scene';
import { fixtures } from '../unit/print/fixtures/all';
import { Lines } from '../unit/print/lines';

/** Whole packets and their first halves: a cut is met in one bundle and told of by the other. */
function packetsByLinkType(): Map<number, Uint8Array[]> {
  const byLinkType = new Map<number, Uint8Array[]>();
  for (const { frame, linkType = 1 } of Object.values(fixtures).flat()) {
    const packets = byLinkType.get(linkType) ?? [];
    packets.push(frame, frame.subarray(0, Math.ceil(frame.length / 2)));
    byLinkType.set(linkType, packets);
  }
  return byLinkType;
}

describe('the printers of the second bundle', () => {
  test.for([...packetsByLinkType()])(
    'print as in one with the others: link type %d',
    async ([type, packets], { scene }) => {
      const file = scene.path('packets.pcap');
      writePcap(file, packets, type);
      const { stdout } = await runFandump(['-nn', '-t', '-vv', '-r', file]);
      const lines = new Lines({ verbose: 2, numeric: 2 });
      expect(stdout.toString('latin1')).toBe(packets.map((packet) => `${lines.print(packet, type)}\n`).join(''));
    },
  );

  test('are found when files can no longer be opened', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb', '-t', '-c', '1']);
    const [{ frame, line }] = fixtures.lldp;
    scene.sendFrames('va', [frame]);
    const { stdout } = await fandump.ended();
    expect(stdout.toString()).toBe(`${line}\n`);
  });
});
