import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FilterParts, filterParts, mostTunnelTests } from '../../../src/plan/filter';

/** The expression with its tests as numbers: `0 and tcp`. */
const shape = ({ parts }: FilterParts) => parts.reduce((text, part, index) => `${text}${index - 1}${part}`);
const texts = (expression: string) => filterParts(expression).tests.map(({ text }) => text);
const only = (expression: string) => filterParts(expression).tests[0];

function refusal(expression: string): string {
  try {
    filterParts(expression);
  } catch (error) {
    const { code, message, hint } = error as { code: string; message: string; hint: string };
    expect(code).toBe('EPLAN_VALUE');
    expect(hint).not.toBe('');
    return message;
  }
  throw new Error(`${expression} was taken`);
}

describe("the filter's own words", () => {
  test('are taken out of what libpcap compiles', () => {
    const expression = 'vni 42 and (tcp port 443 or tunnel src 10.0.0.1)';
    expect(shape(filterParts(expression))).toBe('0 and (tcp port 443 or 1)');
    expect(texts(expression)).toEqual(['vni 42', 'tunnel src 10.0.0.1']);
  });

  test('stand wherever a primitive may begin', () => {
    for (const before of ['', '(', '! ', 'not ', 'tcp and ', 'tcp && ', 'tcp or(', 'tcp||', 'ip[0] & 1 != 0 and ']) {
      expect(texts(`${before}vni 42`)).toEqual(['vni 42']);
    }
  });

  test('are names where libpcap expects one', () => {
    for (const expression of [
      '',
      'host vni',
      'src host tunnel or dst tunnel',
      '\\vni or \\tunnel',
      'ether host inner',
    ]) {
      expect(filterParts(expression)).toEqual({ parts: [expression], tests: [] });
    }
  });

  test('hold for a value that stands alone behind them, as those of libpcap do', () => {
    expect(texts('vni 42 or 43 or not 0x2c')).toEqual(['vni 42', '43', '0x2c']);
    expect(only('tunnel src port 1 or 2')).toMatchObject({ fact: 'port', end: 'src' });
    expect(shape(filterParts('tunnel dst 10.0.0.1 or (2001:db8::1 and tcp port 80 or 443)'))).toBe(
      '0 or (1 and tcp port 80 or 443)',
    );
    expect(shape(filterParts('vni 1 and 6 = ip[9] or (vni 2) or 80'))).toBe('0 and 6 = ip[9] or (1) or 80');
  });

  test('are at most eight, each of which may be a list', () => {
    const tests = (count: number) => Array.from({ length: count }, (_, index) => `vni ${index}`).join(' or ');
    expect(texts(tests(mostTunnelTests))).toHaveLength(mostTunnelTests);
    expect(refusal(tests(mostTunnelTests + 1))).toContain('more than 8 things');
  });
});

describe('vni and inner vni', () => {
  test('take numbers, ranges and lists, in order and apart', () => {
    expect(only('vni 42')).toEqual({ fact: 'vni', text: 'vni 42', ranges: [[42, 42]] });
    expect(only('vni 40-50')).toMatchObject({ ranges: [[40, 50]] });
    expect(only('vni 9,0xffffff, 1-3,4,2')).toMatchObject({
      text: 'vni 9,0xffffff, 1-3,4,2',
      ranges: [
        [1, 4],
        [9, 9],
        [16_777_215, 16_777_215],
      ],
    });
    expect(only('inner vni 7')).toMatchObject({ fact: 'innerVni', ranges: [[7, 7]] });
  });

  test('have 24 bits', () => {
    for (const value of ['16777216', '-1', '1-', '1-2-3', 'x', '1,', '0x1000000', '99999999999']) {
      expect(refusal(`vni ${value}`)).toMatch(/VNI|without a value/);
    }
    expect(refusal('vni 9-3')).toContain('ends before it begins');
    expect(refusal('vni and tcp')).toContain("'vni' without a value");
  });
});

describe('tunnel', () => {
  test('asks for the outer addresses, one of them or either', () => {
    expect(only('tunnel src 10.0.0.1')).toMatchObject({
      fact: 'address',
      end: 'src',
      networks: [{ address: '10.0.0.1', prefix: 32 }],
    });
    expect(only('tunnel dst host 2001:DB8::1')).toMatchObject({
      end: 'dst',
      networks: [{ address: '2001:db8::1', prefix: 128 }],
    });
    expect(only('tunnel host 10.0.0.1,10.0.0.2')).toMatchObject({ end: 'either' });
    expect(only('tunnel src net 10.0.0.0/9,2001:db8::/33')).toMatchObject({
      networks: [
        { address: '10.0.0.0', prefix: 9 },
        { address: '2001:db8::', prefix: 33 },
      ],
    });
  });

  test('takes a mapped address for the IPv4 address that outer headers have', () => {
    expect(only('tunnel net ::ffff:10.0.0.0/104')).toMatchObject({ networks: [{ address: '10.0.0.0', prefix: 8 }] });
    expect(only('tunnel net ::/0')).toMatchObject({ networks: [{ address: '::', prefix: 0 }] });
  });

  test('asks for the outer ports', () => {
    expect(only('tunnel port 4789')).toMatchObject({ fact: 'port', end: 'either', ranges: [[4789, 4789]] });
    expect(only('tunnel src portrange 1-5')).toMatchObject({ end: 'src', ranges: [[1, 5]] });
  });

  test('takes nothing for an address that is none', () => {
    for (const value of [
      'example.org',
      '10.0.0.256',
      '10.0.0.1/33',
      '10.0.0.1/8',
      '10.0.0.0/8/8',
      ':::',
      '10.0.0.1/',
    ]) {
      expect(refusal(`tunnel src ${value}`)).toContain(`'${value}'`);
    }
    expect(refusal('tunnel port 65536')).toContain('UDP port');
  });

  test('has to be told what to look at', () => {
    expect(refusal('tunnel 10.0.0.1')).toContain('neither src, dst');
    expect(refusal('tunnel')).toContain('neither src, dst');
    expect(refusal('tunnel src')).toContain("'tunnel src' without a value");
    expect(refusal('tunnel \x1b[2J')).not.toContain('\x1b');
  });
});

describe('any expression', () => {
  const primitive = fc.constantFrom('tcp', 'udp port 53', 'ip[0] & 0xf != 5', 'host vni', 'len > 5', 'vlan 7');
  const ours = fc.oneof(
    fc.nat(0xffffff).map((vni) => `vni ${vni}`),
    fc.nat(0xffff).map((port) => `tunnel dst port ${port}`),
    fc.ipV4().map((address) => `tunnel src ${address}`),
    fc.ipV6().map((address) => `tunnel host ${address}`),
  );
  const term = fc.tuple(fc.constantFrom('', 'not ', '!'), fc.oneof(primitive, ours));

  test('keeps what is not ours as it is, and loses no test', () => {
    const expressions = fc.array(fc.tuple(term, fc.constantFrom(' and ', ' or ', '&&', ' || ')), { maxLength: 8 });
    fc.assert(
      fc.property(expressions, (terms) => {
        const expression = terms.map(([[not, text], operator], index) => `${index > 0 ? operator : ''}${not}(${text})`);
        const { parts, tests } = filterParts(expression.join(''));
        const expected = terms.map(([[, text]]) => text).filter((text) => /^(vni|tunnel)/.test(text));
        expect(tests.map(({ text }) => text)).toEqual(expected);
        const again = parts.reduce((whole, part, index) => `${whole}${tests[index - 1].text}${part}`);
        expect(again).toBe(expression.join(''));
      }),
    );
  });

  test('is understood, or refused in words for the user', () => {
    const word = fc.constantFrom(
      'vni',
      'inner',
      'tunnel',
      'src',
      'port',
      'net',
      '42',
      '1-2',
      ',',
      '(',
      ')',
      'and',
      '!',
      '/',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 4 }))), (words) => {
        try {
          const { parts, tests } = filterParts(words.join(' '));
          expect(parts).toHaveLength(tests.length + 1);
        } catch (error) {
          expect(error).toHaveProperty('hint');
        }
      }),
    );
  });
});
