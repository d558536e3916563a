/** A stack of several targets, of which tcpdump 4.99.3 reads the second one four bytes too early. */
import { expect, test } from 'vitest';
import { concat, hex, udp4, zeros } from '../fixtures/frames';
import { Lines } from '../lines';

test('every target of a stack is told', () => {
  const header = concat(hex('0001 0000 01 02 00 00'), zeros(24));
  const stack = hex('0001 0018 0001 0005 c6336400 18 000000 0001 0005 cb007100 18 000000');
  const lines = new Lines({ verbose: 1 }).print(udp4(40000, 3503, concat(header, stack))).split('\n');
  expect(lines.slice(-4)).toEqual([
    '\t    LDP IPv4 prefix subTLV (1), length: 5',
    '\t      198.51.100.0/24',
    '\t    LDP IPv4 prefix subTLV (1), length: 5',
    '\t      203.0.113.0/24',
  ]);
});
