import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PacketJson } from '../../../src/json/schema';
import { JsonLines } from '../../support/json-packet';
import { packetSchema } from '../../support/packet-schema';
import { sampleFrames } from '../../support/sample-frames';
import { firstViolation, type Schema } from '../../support/schema-validator';
import { projectRoot } from '../../support/tool-path';
import { jsonSamples } from './samples';

const path = join(projectRoot, 'schema/packet.schema.json');
const schema = (): Schema => JSON.parse(readFileSync(path, 'utf8'));

function layerNames(): unknown[] {
  const named = Object.values(schema().$defs ?? {}).map(({ properties }) => properties?.layer?.const);
  return named.filter((name) => name !== undefined).sort();
}

describe('the published schema', () => {
  test('is what the types make of it (npx vitest run test/unit/json/schema.test.ts -u writes it)', async () => {
    await expect(`${JSON.stringify(packetSchema(), undefined, 2)}\n`).toMatchFileSnapshot(path);
  });

  test('allows every packet that is printed, whole or cut anywhere', () => {
    const published = schema();
    const lines = new JsonLines({ bytes: 'whole', number: true }, ['eth0']);
    for (const frame of [...sampleFrames, ...jsonSamples.map(({ bytes }) => bytes)]) {
      for (let caplen = 0; caplen <= frame.length; caplen++) {
        const packet = lines.packet(frame, { caplen, direction: 4, flags: 31, interfaceIndex: 7 });
        expect(firstViolation(published, packet)).toBeUndefined();
      }
    }
  });

  test.each([0x01, 0xff])('allows every packet with the bits %i of any byte flipped', (mask) => {
    const published = schema();
    const lines = new JsonLines();
    for (const { bytes, linkType = 1 } of jsonSamples) {
      for (let at = 0; at < bytes.length; at++) {
        const changed = bytes.slice();
        changed[at] ^= mask;
        expect(firstViolation(published, lines.packet(changed, { linkType }))).toBeUndefined();
      }
    }
  });

  test('names every layer that the samples show, and no other is left without a sample', () => {
    const shown = new Set<string>();
    const collect = (layers: PacketJson['layers']) => {
      for (const layer of layers) {
        shown.add(layer.layer);
        if ('quoted' in layer && layer.quoted !== undefined) collect(layer.quoted);
      }
    };
    for (const { bytes, linkType = 1 } of jsonSamples) collect(new JsonLines().packet(bytes, { linkType }).layers);
    expect([...shown].sort()).toEqual(layerNames());
  });

  test('has no layer that the manual page does not list', () => {
    const manual = readFileSync(join(projectRoot, 'man/fandump.1.in'), 'utf8');
    const [, list] = /^Layers are\n((?:\.Cm .*\n)+)/m.exec(manual) ?? [];
    const listed = list.split(/[\s,.]+/).filter((word) => word !== '' && word !== 'Cm');
    expect(listed.sort()).toEqual(layerNames());
  });

  test('refuses a member that it does not name, and a value of another type', () => {
    const packet = new JsonLines().packet(sampleFrames[0]);
    expect(firstViolation(schema(), { ...packet, surprise: 1 })).toBe(': surprise is not in the schema');
    expect(firstViolation(schema(), { ...packet, caplen: '60' })).toBe('.caplen is no number');
    expect(firstViolation(schema(), { ...packet, time: 'yesterday' })).toContain('does not match');
  });
});
