import { describe, expect, test } from 'vitest';
import { hex, udp4 } from '../fixtures/frames';
import { Lines } from '../lines';
import { describeModes } from '../modes';

const before = 'IP 192.0.2.1.9000 > 192.0.2.2.2055: NetFlow ';
const times = '00012345 5f5e1000 075bcd15';
const sampling = '0000004d 00010000';
const flow = '0a000001 0a000064 0a0000fe 0001 0002 0000000a 000003e8 00001388 00001964 04d2 0050';
const flowLines = ['  started 5.000, last 6.500', '    10.0.0.1:1234 > 10.0.0.100:80 >> 10.0.0.254'];
const flowLinesWithNetworks = [
  '  started 5.000, last 6.500',
  '    10.0.0.1/24:65001:1234 > 10.0.0.100/16:65002:80 >> 10.0.0.254',
];

function printed(records: string): string[] {
  return new Lines({ packetType: 'cnfp' }).print(udp4(9000, 2055, hex(records))).split('\n');
}

describeModes('NetFlow', [
  {
    title: 'of another version no more than that',
    frame: udp4(9000, 2055, hex('0009 0001')),
    lines: { '-Tcnfp': `${before}v9` },
  },
  {
    title: 'no version where there is none',
    frame: udp4(9000, 2055, hex('00')),
    lines: { '-Tcnfp': 'IP 192.0.2.1.9000 > 192.0.2.2.2055:  [|cnfp]' },
  },
]);

// tcpdump 4.99.3 takes four bytes for the number of records, and those of version 5 to be as long as version 6's.
describe('NetFlow', () => {
  test('prints as many records of version 1 as there are', () => {
    const record = `${flow} 0000 06 04 1b 000000 00000000`;
    expect(printed(`0001 0002 ${times} ${record} ${record}`)).toEqual([
      `${before}v1, 74.565 uptime, 1600000000.123456789,  2 recs`,
      ...flowLines,
      '    6 FSPA tos 4, 10 (1000 octets) ',
      ...flowLines,
      '    6 FSPA tos 4, 10 (1000 octets) ',
    ]);
  });

  test('prints networks and autonomous systems of version 5', () => {
    const record = `${flow} 00 00 11 04 fde9 fdea 18 10 0000`;
    expect(printed(`0005 0002 ${times} ${sampling} ${record} ${record}`)).toEqual([
      `${before}v5, 74.565 uptime, 1600000000.123456789, #77,  2 recs`,
      ...flowLinesWithNetworks,
      '    17 tos 4, 10 (1000 octets) ',
      ...flowLinesWithNetworks,
      '    17 tos 4, 10 (1000 octets) ',
    ]);
  });

  test('prints the encapsulations of version 6', () => {
    const record = `${flow} 00 02 06 04 fde9 fdea 18 10 0405 0a000007`;
    expect(printed(`0006 0001 ${times} ${sampling} ${record}`)).toEqual([
      `${before}v6, 74.565 uptime, 1600000000.123456789, #77,  1 recs`,
      ...flowLinesWithNetworks,
      '    6 S tos 4, 10 (1000 octets) (4<>5 encaps)',
    ]);
  });

  test('says that a record is cut', () => {
    expect(printed(`0001 0001 ${times} ${flow}`)).toEqual([
      `${before}v1, 74.565 uptime, 1600000000.123456789,  1 recs [|cnfp]`,
    ]);
  });

  test('prints more nanoseconds than a second has as they are', () => {
    expect(printed('0001 0000 00000001 00000002 ffffffff')).toEqual([
      `${before}v1, 0.001 uptime, 2.4294967295,  0 recs`,
    ]);
  });
});
