/** Values of the Cisco Discovery Protocol. */
import { cdpAddressFamily } from '../../decode/cdp';
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { type FlagName, flagNames } from '../text/names';
import { packetText } from '../text/packet-text';

/** Prints the `size` bytes of a value at `at`. */
export type CdpValuePrinter = (context: PrintContext, at: number, size: number) => void;

const newline = 0x0a;
const capabilityFlags: readonly FlagName[] = [
  [0x01, 'Router'],
  [0x02, 'Transparent Bridge'],
  [0x04, 'Source Route Bridge'],
  [0x08, 'L2 Switch'],
  [0x10, 'L3 capable'],
  [0x20, 'IGMP snooping'],
  [0x40, 'L1 capable'],
];
const ipv4Length = 4;
const ipv6Length = 16;
const prefixLength = 5;
const scale = 2 ** 64;

/** For each field, how it is written. */
export const cdpValues = {
  text(context: PrintContext, at: number, size: number): void {
    context.out.char(0x27);
    packetText(context, at, size);
    context.out.char(0x27);
  },

  /** Several lines, each behind the others' indent. */
  version(context: PrintContext, at: number, size: number): void {
    const { out, view } = context;
    out.text('\n\t  ');
    out.reserve(4 * Math.min(size, view.available(at)));
    for (let i = 0; i < size; i++) {
      const byte = view.u8(at + i);
      if (byte === newline) out.text('\n\t  ');
      else out.caret(byte);
    }
  },

  capabilities(context: PrintContext, at: number): void {
    const flags = context.view.u32(at);
    context.out.text('(0x');
    context.out.hex32(flags);
    context.out.text('): ');
    flagNames(context.out, capabilityFlags, flags);
  },

  vlan(context: PrintContext, at: number): void {
    context.out.decimal(context.view.u16(at));
  },

  duplex(context: PrintContext, at: number): void {
    context.out.text(context.view.u8(at) === 0 ? 'half' : 'full');
  },

  voiceVlan(context: PrintContext, at: number, size: number): void {
    const { out, view } = context;
    if (size === 2) {
      const word = view.u16(at);
      out.text('unknown 0x');
      out.hex16(word);
      return;
    }
    view.need(at, 3);
    out.text('app ');
    out.decimal(view.u8(at));
    out.text(', vlan ');
    out.decimal(view.u16(at + 1));
  },

  power(context: PrintContext, at: number, size: number): void {
    const { view } = context;
    watts(context, size === 1 ? view.u8(at) : size === 2 ? view.u16(at) : view.u24(at));
  },

  frameSize(context: PrintContext, at: number): void {
    context.out.decimal(context.view.u32(at));
    context.out.text(' bytes');
  },

  byte(context: PrintContext, at: number): void {
    const value = context.view.u8(at);
    context.out.text('0x');
    context.out.hex8(value);
  },

  location(context: PrintContext, at: number, size: number): void {
    cdpValues.byte(context, at);
    if (size === 1) return;
    context.out.char(0x2f);
    packetText(context, at + 1, size - 1);
  },

  prefixes(context: PrintContext, at: number, size: number): void {
    const { out, view } = context;
    if (size % prefixLength !== 0) {
      out.text(' [length ');
      out.decimal(size);
      out.text(' is not a multiple of 5]');
      view.need(at, size);
      return;
    }
    out.text(' IPv4 Prefixes (');
    out.decimal(size / prefixLength);
    out.text('):');
    for (let from = at; from < at + size; from += prefixLength) {
      view.need(from, prefixLength);
      out.char(0x20);
      out.dotted(view.bytes, from);
      out.char(0x2f);
      out.decimal(view.u8(from + ipv4Length));
      out.reserve(prefixLength * ipv4Length);
    }
  },

  /** How many there are, then each with its protocol. */
  addresses(context: PrintContext, at: number, size: number): void {
    const { out, view } = context;
    if (size < 4) {
      out.text(' (not enough space for num)');
      view.need(at, size);
      return;
    }
    const end = at + size;
    let from = at + 4;
    for (let left = view.u32(at); left > 0; left--) {
      const behind = address(context, left, from, end);
      if (behind === 0) return;
      from = behind;
      if (left > 1) out.char(0x20);
    }
    if (from === end) return;
    out.text(' (');
    out.decimal(end - from);
    out.text(' bytes of stray data)');
  },
};

/** Where it ends; 0: beyond `end`, and that has been said. */
function address(context: PrintContext, index: number, at: number, end: number): number {
  const { view } = context;
  if (end - at < 2) return noSpace(context, ' (not enough space for PT+PL)', at, end);
  const type = view.u8(at);
  const protocolLength = view.u8(at + 1);
  const protocolAt = at + 2;
  if (end - protocolAt < protocolLength + 2) return noSpace(context, ' (not enough space for P+AL)', protocolAt, end);
  const addressAt = protocolAt + protocolLength + 2;
  const length = view.u16(addressAt - 2);
  const family = cdpAddressFamily(view, type, protocolLength, protocolAt, length);
  if (family === 0) otherProtocol(context, type, protocolLength, protocolAt, length);
  if (end - addressAt < length) return noSpace(context, ' (not enough space for A)', addressAt, end);
  if (family === 0) octets(context, addressAt, length);
  else known(context, family, index, addressAt);
  return addressAt + length;
}

function noSpace(context: PrintContext, complaint: string, at: number, end: number): 0 {
  context.out.text(complaint);
  context.view.need(at, end - at);
  return 0;
}

function known(context: PrintContext, family: number, index: number, at: number): void {
  const { out, view } = context;
  view.need(at, family === 4 ? ipv4Length : ipv6Length);
  out.text(family === 4 ? 'IPv4 (' : 'IPv6 (');
  out.decimal(index);
  out.text(') ');
  if (family === 4) namedIpv4(context, at);
  else namedIpv6(context, at);
}

function otherProtocol(context: PrintContext, type: number, count: number, at: number, length: number): void {
  const { out } = context;
  out.text('pt=0x');
  out.hex8(type);
  out.text(', pl=');
  out.decimal(count);
  out.text(', pb=');
  octets(context, at, count);
  out.text(', al=');
  out.decimal(length);
  out.text(', a=');
}

function octets(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  out.reserve(3 * Math.min(count, view.available(at)));
  for (let i = 0; i < count; i++) {
    const byte = view.u8(at + i);
    out.char(0x20);
    out.hex8(byte);
  }
}

/** Thousandths of a watt as hundredths: half a hundredth goes where C's division has put it. */
function watts(context: PrintContext, thousandths: number): void {
  const { out } = context;
  let hundredths = Math.floor(thousandths / 10);
  const rest = thousandths % 10;
  if (rest > 5 || (rest === 5 && halfRoundsUp(thousandths, hundredths))) hundredths++;
  out.decimal(Math.floor(hundredths / 100));
  out.char(0x2e);
  out.padded(hundredths % 100, 2);
  out.char(0x57);
}

/** Whether the double next to `thousandths` / 1000 is above it, or is it and the digit before is odd. */
function halfRoundsUp(thousandths: number, hundredths: number): boolean {
  const quotient = BigInt((thousandths / 1000) * scale) * 1000n;
  const exact = BigInt(thousandths) * BigInt(scale);
  return quotient === exact ? hundredths % 2 === 1 : quotient > exact;
}
