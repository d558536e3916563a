// Values of a filter's tests of tunnels: lists of numbers, ranges, addresses and networks with commas between them.
import { formatIPv4, formatIPv6, isIPv4, isMapped, parseIPv6 } from '../source/ip-address';
import { quote } from '../source/quote';
import { PlanError } from './error';

/** Lowest and highest number, both included. */
export type NumberRange = [number, number];

export interface TunnelNetwork {
  /** IPv4 or IPv6 text. */
  address: string;
  /** Leading bits that count, 0..32 or 0..128. */
  prefix: number;
}

const ipv6Bits = 128;
const groupBits = 16;
/** IPv4-mapped addresses (RFC 4291 section 2.5.5.2) begin with ::ffff. */
const mappedPrefix = 96;

/** Ranges in order, none touching another. @throws PlanError */
export function parseNumbers(list: string, most: number, what: string, example: string): NumberRange[] {
  const ranges = list.split(',').map((item): NumberRange => {
    const bounds = item.split('-').map((text) => numberOf(text, most));
    const [low, high] = [bounds[0], bounds.at(-1)];
    if (low === undefined || high === undefined || bounds.length > 2) {
      fail(`${quote(item)} is not ${what}, which is a number from 0 to ${most}`, `write ${example}`);
    }
    if (low > high) fail(`the range ${quote(item)} ends before it begins`, `write ${high}-${low}`);
    return [low, high];
  });
  return merged(ranges);
}

function numberOf(text: string, most: number): number | undefined {
  if (!/^(\d{1,8}|0x[\da-f]{1,6})$/i.test(text)) return undefined;
  const value = Number(text);
  return value <= most ? value : undefined;
}

function merged(ranges: NumberRange[]): NumberRange[] {
  const result: NumberRange[] = [];
  for (const [low, high] of ranges.sort(([one], [other]) => one - other)) {
    const last = result.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else result.push([low, high]);
  }
  return result;
}

/** @throws PlanError */
export function parseAddresses(list: string): TunnelNetwork[] {
  return list.split(',').map((item) => {
    const [address, bits, ...more] = item.split('/');
    const groups = isIPv4(address) ? ipv4Groups(address) : parseIPv6(address);
    if (groups === undefined || more.length > 0) {
      fail(
        `${quote(item)} is not an IPv4 or IPv6 address, and names are not looked up for tunnels`,
        'write tunnel src 10.0.0.1, tunnel src net 10.0.0.0/8 or tunnel src 2001:db8::1',
      );
    }
    const most = groups.length * groupBits;
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (!(prefix <= most)) fail(`${quote(item)} has no prefix length from 0 to ${most}`, `write ${address}/${most}`);
    if (hasBitsBehind(groups, prefix)) fail(`${quote(item)} has bits behind its prefix`, networkHint(groups, prefix));
    return unmapped(groups, prefix);
  });
}

function ipv4Groups(address: string): number[] {
  const [first, second, third, fourth] = address.split('.').map(Number);
  return [first * 256 + second, third * 256 + fourth];
}

/** The network in the form in which outer addresses are noted: a mapped one as IPv4. */
function unmapped(groups: number[], prefix: number): TunnelNetwork {
  if (prefix >= mappedPrefix && isMapped(groups)) {
    return { address: formatIPv4(groups.slice(6)), prefix: prefix - mappedPrefix };
  }
  return { address: addressText(groups), prefix };
}

function hasBitsBehind(groups: number[], prefix: number): boolean {
  return networkGroups(groups, prefix).some((group, index) => group !== groups[index]);
}

function networkGroups(groups: number[], prefix: number): number[] {
  return groups.map((group, index) => {
    const kept = Math.min(Math.max(prefix - index * groupBits, 0), groupBits);
    return (group >> (groupBits - kept)) << (groupBits - kept);
  });
}

function networkHint(groups: number[], prefix: number): string {
  return `write ${addressText(networkGroups(groups, prefix))}/${prefix}`;
}

function addressText(groups: number[]): string {
  return groups.length * groupBits === ipv6Bits ? formatIPv6(groups) : formatIPv4(groups);
}

function fail(message: string, hint: string): never {
  throw new PlanError('EPLAN_VALUE', `filter: ${message}`, hint);
}
