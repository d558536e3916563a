/** Routes of BGP that tcpdump 4.99.3 reads at a wrong place, and attributes whose lists it reads past their ends. */
import { expect, test } from 'vitest';
import { hex, tcp4 } from '../fixtures/frames';
import { Lines } from '../lines';

/** The lines below the message's own. */
function attributeLines(attribute: string): string[] {
  const size = hex(attribute).length;
  const sizes = [size + 23, 2].map((length) => length.toString(16).padStart(4, '0'));
  const message = `ffffffffffffffffffffffffffffffff ${sizes[0]} 02 0000 00${size.toString(16).padStart(2, '0')} ${attribute}`;
  return new Lines({ verbose: 1 })
    .print(tcp4(40000, 179, hex(message)))
    .split('\n')
    .slice(3);
}

test('an S-PMSI route names its originator', () => {
  expect(attributeLines('800f 1b 0001 05 03 16 0000 fde8 00000001 20 0a000009 20 ef000001 0a000001')).toEqual([
    '\t  Multi-Protocol Unreach NLRI (15), length: 27, Flags [O]: ',
    '\t    AFI: IPv4 (1), SAFI: Multicast VPN (5)',
    '\t      Route-Type: S-PMSI (3), length: 22, RD: 65000:1 (= 0.0.0.1), Source 10.0.0.9, Group 239.0.0.1, Originator 10.0.0.1',
  ]);
});

test('a prefix of OSI begins behind its length', () => {
  expect(attributeLines('800f 08 0003 01 20 49000102').at(-1)).toBe('\t      49.0001.02/32');
});

test('an AS path ends with its attribute', () => {
  expect(attributeLines('4002 06 02 02 00010002')).toEqual(['\t  AS Path (2), length: 6, Flags [T]: 1 2 ']);
  expect(attributeLines('4002 08 02 02 00010002 03 04')).toEqual([
    '\t  AS Path (2), length: 8, Flags [T]: 65538  [|bgp]',
  ]);
});
