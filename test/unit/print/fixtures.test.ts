import { describe, expect, test } from 'vitest';
import { fixtures } from './fixtures/all';
import { Lines } from './lines';
import { oracleIsHere, oracleText, oracleTimeout } from './oracle';

describe.each(Object.entries(fixtures))('%s', (_protocol, list) => {
  test.each(list)('prints $title', ({ frame, linkType, length, line }) => {
    expect(new Lines().print(frame, linkType ?? 1, length ?? frame.length)).toBe(line);
  });
});

describe.skipIf(!oracleIsHere)('tcpdump 4.99.3 on the same packets', () => {
  test('prints the lines that are written down', { timeout: oracleTimeout }, () => {
    for (const fixture of Object.values(fixtures).flat()) expect(oracleText(fixture)).toBe(`${fixture.line}\n`);
  });
});
