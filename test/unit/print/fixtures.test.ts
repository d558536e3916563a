import { describe, expect, test } from 'vitest';
import { fixtures } from './fixtures/all';
import { Lines } from './lines';
import { expectOracle, oracleIsHere, oracleTimeout } from './oracle';

describe.each(Object.entries(fixtures))('%s', (_protocol, list) => {
  test.each(list)('prints $title', ({ frame, linkType, length, line }) => {
    expect(new Lines().print(frame, linkType ?? 1, length ?? frame.length)).toBe(line);
  });
});

describe.skipIf(!oracleIsHere)('tcpdump 4.99.3 on the same packets', () => {
  test('prints the lines that are written down', { timeout: oracleTimeout }, () => {
    for (const list of Object.values(fixtures)) {
      expectOracle(list.map(({ line, ...packet }) => ({ ...packet, flags: [], expected: line })));
    }
  });
});
