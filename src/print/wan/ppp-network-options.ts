/** Options of PPP's network control protocols (RFC 1332, 1877, 2507 IPCP; 5072 IPV6CP; 1962 CCP; 2125 BACP), at -v. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { type NameTable, names } from '../text/names';
import { bogusLength, cutOption, optionTitle } from './ppp-options';

const headerLength = 2;
const ipNames = names(() => ({
  1: 'IP-Addrs',
  2: 'IP-Comp',
  3: 'IP-Addr',
  4: 'Home-Addr',
  0x81: 'Pri-DNS',
  0x82: 'Pri-NBNS',
  0x83: 'Sec-DNS',
  0x84: 'Sec-NBNS',
}));
const ip6Names = names(() => ({ 1: 'Interface-ID' }));
const compressionNames = names(() => ({
  0: 'OUI',
  1: 'Pred-1',
  2: 'Pred-2',
  3: 'Puddle',
  16: 'HP-PPC',
  17: 'Stac-LZS',
  18: 'MPPC',
  19: 'Gand-FZA',
  20: 'V.42bis',
  21: 'BSD-Comp',
  23: 'LZS-DCP',
  24: 'MVRCA',
  25: 'DEC',
  26: 'Deflate',
  255: 'Reserved',
}));
const bandwidthNames = names(() => ({ 1: 'Favored-Peer' }));
const IpOption = { addresses: 1, compression: 2 } as const;
const headerCompressionNames = names(() => ({ 0x2d: 'VJ-Comp', 0x61: 'IP Header Compression' }));
const ipHeaderCompression = 0x61;
const headerCompressionLength = 14;
const suboptionNames = names(() => ({ 1: 'RTP-Compression', 2: 'Enhanced RTP-Compression' }));
const Compression = { bsd: 21, mvrca: 24, deflate: 26 } as const;
const zlib = 8;

type ValuePrinter = (context: PrintContext, kind: number, at: number, size: number) => Outcome;
/** `unknown`: the bytes are to be shown; `bogus`: the length is wrong, and nothing more is said; `end`: nor of others. */
type Outcome = 'known' | 'unknown' | 'bogus' | 'end';

/** Returns the option's length, or 0 where nothing more can be read. */
function option(
  context: PrintContext,
  label: string,
  table: NameTable,
  fallback: string,
  at: number,
  most: number,
  value: ValuePrinter,
): number {
  const { view } = context;
  if (!view.has(at, headerLength)) return cutOption(context, label);
  const kind = view.u8(at);
  const size = view.u8(at + 1);
  if (size > most) return 0;
  const name = table.get(kind) ?? fallback;
  optionTitle(context, name, kind, size);
  if (size < headerLength) {
    bogusLength(context, '>= ', headerLength);
    return 0;
  }
  const outcome = value(context, kind, at, size);
  if (outcome === 'end') return 0;
  if (outcome === 'bogus') return size;
  if (context.verbose > 1 || outcome === 'unknown') {
    context.dumpPart('\n\t    ', at + headerLength, size - headerLength);
  }
  return size;
}

export function printIpcpOption(context: PrintContext, at: number, most: number): number {
  return option(context, '[|ipcp]', ipNames, 'unknown', at, most, ipValue);
}

export function printIp6cpOption(context: PrintContext, at: number, most: number): number {
  return option(context, '[|ip6cp]', ip6Names, 'unknown', at, most, interfaceIdentifier);
}

export function printCcpOption(context: PrintContext, at: number, most: number): number {
  return option(context, '[|ccp]', compressionNames, 'Unknown', at, most, compression);
}

export function printBacpOption(context: PrintContext, at: number, most: number): number {
  return option(context, '[|bacp]', bandwidthNames, 'Unknown', at, most, favoredPeer);
}

function ipValue(context: PrintContext, kind: number, at: number, size: number): Outcome {
  const { out } = context;
  if (!ipNames.has(kind)) return 'unknown';
  if (kind === IpOption.compression) return headerCompression(context, at, size);
  const needed = kind === IpOption.addresses ? 10 : 6;
  if (size !== needed) {
    bogusLength(context, '= ', needed);
    return kind === IpOption.addresses ? 'bogus' : 'end';
  }
  context.view.need(at, size);
  out.text(kind === IpOption.addresses ? ': src ' : ': ');
  namedIpv4(context, at + 2);
  if (kind === IpOption.addresses) {
    out.text(', dst ');
    namedIpv4(context, at + 6);
  }
  return 'known';
}

/** RFC 1332, 3.2 and 3544. */
function headerCompression(context: PrintContext, at: number, size: number): Outcome {
  const { out, view } = context;
  if (size < 4) {
    bogusLength(context, '>= ', 4);
    return 'end';
  }
  const protocol = view.u16(at + 2);
  out.text(': ');
  out.text(headerCompressionNames.get(protocol) ?? 'Unknown');
  out.text(protocol < 0x10 ? ' (0x0' : ' (0x');
  out.hex(protocol);
  out.text('):');
  if (protocol !== ipHeaderCompression) return 'known';
  if (size < headerCompressionLength) {
    bogusLength(context, '>= ', headerCompressionLength);
    return 'end';
  }
  if (!view.has(at + headerLength, headerCompressionLength)) {
    out.text('[|ipcp]');
    return 'end';
  }
  parameters(context, at);
  return suboptions(context, at + headerCompressionLength, size - headerCompressionLength) ? 'known' : 'end';
}

function parameters(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t    TCP Space ');
  out.decimal(view.u16(at + 4));
  out.text(', non-TCP Space ');
  out.decimal(view.u16(at + 6));
  out.text(', maxPeriod ');
  out.decimal(view.u16(at + 8));
  out.text(', maxTime ');
  out.decimal(view.u16(at + 10));
  out.text(', maxHdr ');
  out.decimal(view.u16(at + 12));
}

/** false: one does not fit. */
function suboptions(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  if (length <= 0) return true;
  out.text('\n\t      Suboptions, length ');
  out.decimal(length);
  let from = at;
  let left = length;
  while (left >= 2) {
    if (!view.has(from, 2)) {
      out.text('[|ipcp]');
      return false;
    }
    const kind = view.u8(from);
    const size = view.u8(from + 1);
    if (kind === 0 || size === 0) break;
    out.text('\n\t\t');
    out.text(suboptionNames.get(kind) ?? 'Unknown');
    out.text(' Suboption #');
    out.decimal(kind);
    out.text(', length ');
    out.decimal(size);
    if (left < size) {
      context.tooShort(' [remaining suboptions length ', left, size);
      break;
    }
    from += size;
    left -= size;
  }
  return true;
}

function interfaceIdentifier(context: PrintContext, kind: number, at: number, size: number): Outcome {
  const { out, view } = context;
  if (kind !== 1) return 'unknown';
  if (size !== 10) {
    bogusLength(context, '= ', 10);
    return 'bogus';
  }
  if (!view.has(at, size)) {
    out.text('[|ip6cp]');
    return 'end';
  }
  out.text(': ');
  for (let i = 2; i < size; i += 2) {
    if (i > 2) out.char(0x3a);
    out.hex16(view.u16(at + i));
  }
  return 'known';
}

function compression(context: PrintContext, kind: number, at: number, size: number): Outcome {
  const { out, view } = context;
  const least = kind === Compression.bsd ? 3 : 4;
  if (kind !== Compression.bsd && kind !== Compression.mvrca && kind !== Compression.deflate) return 'unknown';
  if (size < least) {
    bogusLength(context, '>= ', least);
    return 'bogus';
  }
  view.need(at, least);
  const first = view.u8(at + 2);
  if (kind === Compression.bsd) {
    out.text(': Version: ');
    out.decimal(first >>> 5);
    out.text(', Dictionary Bits: ');
    out.decimal(first & 0x1f);
    return 'known';
  }
  const second = view.u8(at + 3);
  if (kind === Compression.mvrca) {
    out.text(': Features: ');
    out.decimal(first >>> 6);
    out.text((first & 0x20) !== 0 ? ', PxP: Enabled, History: ' : ', PxP: Disabled, History: ');
    out.decimal(first & 0x1f);
    out.text(', #CTX-ID: ');
    out.decimal(second);
    return 'known';
  }
  out.text(': Window: ');
  out.decimal(first >>> 4);
  out.text((first & 0x0f) === zlib ? 'K, Method: zlib (0x' : 'K, Method: unknown (0x');
  out.hex(first & 0x0f);
  out.text('), MBZ: ');
  out.decimal(second >>> 2);
  out.text(', CHK: ');
  out.decimal(second & 3);
  return 'known';
}

function favoredPeer(context: PrintContext, kind: number, at: number, size: number): Outcome {
  const { out, view } = context;
  if (kind !== 1) return 'unknown';
  if (size !== 6) {
    bogusLength(context, '= ', 6);
    return 'bogus';
  }
  view.need(at, size);
  out.text(': Magic-Num 0x');
  out.hex32(view.u32(at + 2));
  return 'known';
}
