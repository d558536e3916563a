import { describe, expect, test } from 'vitest';
import { ether, hex } from '../fixtures/frames';
import { Lines } from '../lines';

function verbose(values: string): string {
  return new Lines({ verbose: 1 }).print(ether(0x88cc, hex(values)));
}

/** Where tcpdump 4.99.3 takes one bit for another. */
describe('LLDP', () => {
  test('tells who sources power, whatever its priority', () => {
    expect(verbose('fe07 0012bb 04 11 0041')).toContain('Power type [PSE device], Power source [PSE - primary');
  });

  test('tells a shaper by credits from the will to be configured', () => {
    const tables = '00000000 0000000000000000 0000000000000000';
    expect(verbose(`fe19 0080c2 09 80 ${tables}`)).toContain('Willing:1, CBS:0, RES:0, Max TCs:0');
    expect(verbose(`fe19 0080c2 09 40 ${tables}`)).toContain('Willing:0, CBS:1, RES:0, Max TCs:0');
  });
});
