import { isIPv4 as platformIsIPv4, isIPv6 as platformIsIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIPv6, formatUnmapped, isIPv4, parseIPv6 } from '../../../src/source/ip-address';

/** Texts that are addresses, or nearly. */
const nearIPv4 = fc.array(fc.constantFrom('0', '1', '01', '255', '256', '9', '', ' 1'), { minLength: 3, maxLength: 5 });
const nearIPv6 = fc.array(fc.constantFrom('0', '1', 'ffff', 'fffff', '', 'g', '1.2.3.4'), {
  minLength: 1,
  maxLength: 9,
});

describe('addresses', () => {
  test('what is an IPv4 address here is one for the platform, and the other way round', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.ipV4(),
          nearIPv4.map((parts) => parts.join('.')),
          fc.string(),
        ),
        (text) => {
          expect(isIPv4(text)).toBe(platformIsIPv4(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('what is an IPv6 address here is one for the platform, and the other way round', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.ipV6(),
          nearIPv6.map((parts) => parts.join(':')),
          fc.string(),
        ),
        (text) => {
          expect(parseIPv6(text) !== undefined).toBe(platformIsIPv6(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['1:0:0:2:3:0:0:4', '1::2:3:0:0:4'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['FE80::0001', 'fe80::1'],
  ])('%s is written %s', (text, canonical) => {
    expect(formatIPv6(parseIPv6(text) as number[])).toBe(canonical);
  });

  test('an IPv4 address mapped into IPv6 is that IPv4 address', () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        expect(formatUnmapped(parseIPv6(`::ffff:${text}`) ?? [])).toBe(text);
      }),
    );
    expect(formatUnmapped(parseIPv6('::1.2.3.4') ?? [])).toBe('::102:304');
    expect(formatUnmapped(parseIPv6('1::ffff:102:304') ?? [])).toBe('1::ffff:102:304');
  });
});
