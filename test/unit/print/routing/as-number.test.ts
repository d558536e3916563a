import { expect, test } from 'vitest';
import { bgp } from '../fixtures/bgp';
import type { Fixture } from '../fixtures/frames';
import { Lines } from '../lines';
import { expectOracle, oracleIsHere, oracleTimeout } from '../oracle';

function printed({ frame, linkType, length }: Fixture, asDot: boolean): string {
  return new Lines({ verbose: 1, asDot }).print(frame, linkType, length ?? frame.length);
}

test('-b writes an AS number above 65535 in halves, wherever BGP has one', () => {
  const changed = bgp.flatMap((fixture) => {
    const plain = printed(fixture, false).split('\n');
    return printed(fixture, true)
      .split('\n')
      .filter((line, i) => line !== plain[i]);
  });
  expect(changed.map((line) => line.trim())).toEqual([
    '4 Byte AS 1.2',
    'AS Path (2), length: 16, Flags [T]: 1.2 65001 ( 1.3 )',
    'AS4 Path (17), length: 6, Flags [OT]: 1.2',
    'Aggregator (7), length: 8, Flags [OT]:  AS #1.2, origin 10.0.0.2',
    'Aggregator4 (18), length: 8, Flags [OT]:  AS #1.2, origin 10.0.0.2',
    'RD: 1.2:3 (0.1.0.2:3), 10.1.2.0/24, label:16 (bottom)',
    'target (0x0202), Flags [none]: 1.2:3',
    'Route-Type: Inter-AS I-PMSI (2), length: 12, RD: 65000:1 (= 0.0.0.1), Source-AS 1.2',
    'Route-Type: Source Tree Join (7), length: 22, RD: 65000:1 (= 0.0.0.1), Source-AS 1.2, Source 10.0.0.9, Group 239.0.0.1',
    'origin AS: 65000, route-target: 1.2:3/64 (0202 0001 0002 0003)',
  ]);
});

test.skipIf(!oracleIsHere)('tcpdump 4.99.3 writes them alike', { timeout: oracleTimeout }, () => {
  expectOracle(bgp.map((fixture) => ({ ...fixture, flags: ['-v', '-b'], expected: printed(fixture, true) })));
});
