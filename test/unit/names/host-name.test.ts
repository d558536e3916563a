import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostNameBytes } from '../../../src/names/host-name';

const text = (name: string, short = false) => {
  const bytes = hostNameBytes(name, short);
  return bytes && Buffer.from(bytes).toString('latin1');
};

describe('host names', () => {
  test('are printed as they are', () => {
    expect(text('mail.example.org')).toBe('mail.example.org');
    expect(text('_dns.host-1')).toBe('_dns.host-1');
  });

  test('lose the final dot of a resolver', () => {
    expect(text('example.org.')).toBe('example.org');
  });

  test('end before the first dot at -N', () => {
    expect(text('mail.example.org', true)).toBe('mail');
  });

  test('that a terminal would act upon are refused', () => {
    expect(text('evil\x1b[2Jname')).toBeUndefined();
    expect(text('two words')).toBeUndefined();
    expect(text('line\nfeed')).toBeUndefined();
    expect(text('ümlaut')).toBeUndefined();
  });

  test('that look like an address are refused', () => {
    expect(text('192.0.2.1')).toBeUndefined();
    expect(text('10')).toBeUndefined();
    expect(text('0x7f000001')).toBeUndefined();
    expect(text('0x7F.1')).toBeUndefined();
    expect(text('0xfood.example.org')).toBe('0xfood.example.org');
  });

  test('of which -N leaves what looks like an address are refused', () => {
    expect(text('192.evil.org')).toBe('192.evil.org');
    expect(text('192.evil.org', true)).toBeUndefined();
    expect(text('0x7f000001.evil.org', true)).toBeUndefined();
  });

  test('that are empty or too long are refused', () => {
    expect(text('')).toBeUndefined();
    expect(text('.')).toBeUndefined();
    expect(text('a'.repeat(254))).toBeUndefined();
  });

  test('are printable ASCII without blanks, whatever a name server says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (name, short) => {
        expect(text(name, short) ?? 'x').toMatch(/^[!-~]+$/);
      }),
    );
  });
});
