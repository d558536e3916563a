import { describe, expect, test } from 'vitest';
import { printOptionsOf } from '../../../support/print-flags';
import { concat, hex, udp4 } from '../fixtures/frames';
import { Lines } from '../lines';

function lineOf(first: string, payloads: Uint8Array): string {
  const header = hex(`6102030405060708 0202030405060708 ${first} 10 05 00 00000000 00000000`);
  return new Lines({ ...printOptionsOf(['-v']), time: 'none' }).print(udp4(500, 500, concat(header, payloads)));
}

describe('hostile ISAKMP', () => {
  test('deletes of 65535 identifiers without a length are not listed', () => {
    const line = lineOf('0c', hex('00 00 000c 00000001 03 00 ffff'));
    expect(line).toContain('(d: doi=ipsec proto=ipsec-esp spilen=0 nspi=65535 spi=)');
  });

  test('security associations inside one another end at some depth', () => {
    const proposal = hex('01 00 0008 01 01 00 00');
    const association = hex('00 00 000c 00000001 00000001');
    const nested = Array.from({ length: 200 }, () => concat(association, proposal, hex('01 00 0008 01 01 0000')));
    expect(lineOf('01', concat(...nested))).toContain(' [more than 64 layers])');
  });
});
