import { maxPort } from '../source/port';
import { printable, quote } from '../source/quote';
import { closest } from '../source/suggest';
import { PlanError } from './error';
import { type FilterToken, tokensOf } from './filter-tokens';
import { type NumberRange, parseAddresses, parseNumbers, type TunnelNetwork } from './filter-values';

/** Which of the outer addresses or ports a test is about. */
export type TunnelEnd = 'src' | 'dst' | 'either';

/** A question about the tunnel that a packet came through. A packet that came through none answers no. */
export type TunnelTest =
  | { fact: 'vni' | 'innerVni'; text: string; ranges: NumberRange[] }
  | { fact: 'port'; text: string; end: TunnelEnd; ranges: NumberRange[] }
  | { fact: 'address'; text: string; end: TunnelEnd; networks: TunnelNetwork[] };

/** A filter with the tests of tunnels taken out of it. */
export interface FilterParts {
  /** libpcap's language before, between and behind the tests: one more than there are tests. */
  parts: string[];
  tests: TunnelTest[];
}

/** For each set of answers there is a program of its own. */
export const mostTunnelTests = 8;

const maxVni = 2 ** 24 - 1;
const kinds = ['src', 'dst', 'host', 'net', 'port', 'portrange'];

/**
 * Finds `vni`, `inner vni` and `tunnel` where a primitive of pcap-filter(7) may begin. As there, a value alone behind
 * `and`, `or` or `not` takes the words of the test before it: `vni 42 or 43`.
 * @throws PlanError
 */
export function filterParts(expression: string): FilterParts {
  return new FilterReader(expression).read();
}

type TestOf = (value: string, text: string) => TunnelTest;

class FilterReader {
  private readonly tokens: FilterToken[];
  private readonly parts: string[] = [];
  private readonly tests: TunnelTest[] = [];
  private next = 0;
  /** Where the part of libpcap's language begins that is not yet taken. */
  private rest = 0;

  constructor(private readonly expression: string) {
    this.tokens = tokensOf(expression);
  }

  read(): FilterParts {
    let mayBegin = true;
    let previous: TestOf | undefined;
    while (this.next < this.tokens.length) {
      const { kind } = this.tokens[this.next];
      if (mayBegin && kind === 'word') {
        previous = this.test(previous);
        mayBegin = false;
        continue;
      }
      mayBegin = kind === 'operator' || kind === 'open';
      if (kind === 'close' || kind === 'other') previous = undefined;
      this.next++;
    }
    return { parts: [...this.parts, this.expression.slice(this.rest)], tests: this.tests };
  }

  /** Takes the test that begins here; where there is none, the word, and undefined is returned. */
  private test(previous: TestOf | undefined): TestOf | undefined {
    const begin = this.next;
    const testOf = this.words() ?? (this.isValueAlone() ? previous : undefined);
    if (testOf === undefined) {
      this.next = begin + 1;
      return undefined;
    }
    const from = this.tokens[begin].start;
    const value = this.value(this.expression.slice(from, this.tokens[this.next - 1]?.end ?? from));
    const end = this.tokens[this.next - 1].end;
    this.parts.push(this.expression.slice(this.rest, from));
    this.tests.push(testOf(value, this.expression.slice(from, end)));
    this.rest = end;
    if (this.tests.length > mostTunnelTests) {
      fail(
        `the filter asks more than ${mostTunnelTests} things about tunnels`,
        'write a list where you can: vni 1,7,40-50 or tunnel src 10.0.0.1,10.0.0.2',
      );
    }
    return testOf;
  }

  /** The words that say what is asked, without the value. */
  private words(): TestOf | undefined {
    if (this.takes('vni')) return vniTest('vni');
    if (this.word() === 'inner' && this.word(1) === 'vni') {
      this.next += 2;
      return vniTest('innerVni');
    }
    return this.takes('tunnel') ? this.tunnelTest() : undefined;
  }

  private tunnelTest(): TestOf {
    const end = this.takes('src') ? 'src' : this.takes('dst') ? 'dst' : 'either';
    if (this.takes('port') || this.takes('portrange')) return portTest(end);
    const isNamed = this.takes('host') || this.takes('net');
    if (end === 'either' && !isNamed) throw unknownTunnelWord(this.word());
    return addressTest(end);
  }

  /** A value takes what follows a comma with it. */
  private value(words: string): string {
    let value = '';
    do {
      const token = this.tokens[this.next];
      if (token?.kind !== 'word') {
        fail(`the filter ends its test ${quote(words)} without a value`, `write ${printable(words)} VALUE`);
      }
      value += token.text;
      this.next++;
    } while (value.endsWith(','));
    return value;
  }

  private isValueAlone(): boolean {
    const following = this.tokens[this.next + 1]?.kind;
    return /^[\da-f]*[\d:]/i.test(this.word() ?? '') && following !== 'word' && following !== 'other';
  }

  private word(ahead = 0): string | undefined {
    const token = this.tokens[this.next + ahead];
    return token?.kind === 'word' ? token.text : undefined;
  }

  private takes(word: string): boolean {
    if (this.word() !== word) return false;
    this.next++;
    return true;
  }
}

function vniTest(fact: 'vni' | 'innerVni'): TestOf {
  return (value, text) => ({ fact, text, ranges: parseNumbers(value, maxVni, 'a VNI', 'vni 42, vni 40-50') });
}

function portTest(end: TunnelEnd): TestOf {
  const example = 'tunnel port 4789, tunnel src port 49152-65535';
  return (value, text) => ({ fact: 'port', text, end, ranges: parseNumbers(value, maxPort, 'a UDP port', example) });
}

function addressTest(end: TunnelEnd): TestOf {
  return (value, text) => ({ fact: 'address', text, end, networks: parseAddresses(value) });
}

function unknownTunnelWord(word: string | undefined): PlanError {
  const nearest = word === undefined ? undefined : closest(word, kinds);
  return new PlanError(
    'EPLAN_VALUE',
    `the filter says of the tunnel neither src, dst, host, net nor port${word === undefined ? '' : `, but ${quote(word)}`}`,
    nearest === undefined
      ? 'tunnel src 10.0.0.1, tunnel dst net 10.0.0.0/8, tunnel host 2001:db8::1 or tunnel port 4789'
      : `did you mean 'tunnel ${nearest}'?`,
  );
}

function fail(message: string, hint: string): never {
  throw new PlanError('EPLAN_VALUE', message, hint);
}
