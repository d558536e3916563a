import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonLines, recordOf } from '../../support/json-packet';
import { sampleFrames } from '../../support/sample-frames';
import { jsonSamples } from './samples';

const printableAscii = /^[\x20-\x7e]*$/;
const samples = [...jsonSamples.map(({ bytes, linkType = 1 }) => ({ bytes, linkType }))].concat(
  sampleFrames.map((bytes) => ({ bytes, linkType: 1 })),
);
const sample = fc.integer({ min: 0, max: samples.length - 1 });
const linkTypes = [0, 1, 9, 12, 50, 51, 101, 105, 108, 113, 127, 147, 228, 276];
const lines = new JsonLines({ bytes: 'withoutLink', number: true }, ['eth0']);

function expectJson(bytes: Uint8Array, linkType: number, caplen = bytes.length): void {
  const line = lines.line(recordOf(bytes, { linkType, caplen }));
  expect(line).toMatch(printableAscii);
  expect(JSON.parse(line)).toMatchObject({ caplen, layers: expect.any(Array) });
}

describe('hostile bytes stay one line of valid JSON in printable ASCII', () => {
  test('at any prefix of a packet', () => {
    for (const { bytes, linkType } of samples) {
      for (let caplen = 0; caplen <= bytes.length; caplen++) expectJson(bytes, linkType, caplen);
    }
  });

  test('at any flipped bits', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sample, flips, (index, changes) => {
        const changed = samples[index].bytes.slice();
        for (const [at, mask] of changed.length === 0 ? [] : changes) changed[at % changed.length] ^= mask;
        expectJson(changed, samples[index].linkType);
      }),
      { numRuns: 10_000 },
    );
  });

  test('of every link type at random', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...linkTypes), (bytes, linkType) =>
        expectJson(bytes, linkType),
      ),
      {
        numRuns: 5000,
      },
    );
  });

  test('in every byte after a header', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 20, max: 60 }), fc.uint8Array({ maxLength: 200 }), (index, keep, tail) => {
        const { bytes, linkType } = samples[index];
        const changed = new Uint8Array(Math.min(keep, bytes.length) + tail.length);
        changed.set(bytes.subarray(0, keep));
        changed.set(tail, changed.length - tail.length);
        expectJson(changed, linkType);
      }),
      { numRuns: 5000 },
    );
  });
});
