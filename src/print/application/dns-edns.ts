/** EDNS options (RFC 6891, 6.1.2; 6975; 7314; 7828; 7830; 7871; 7873; 7901; 8145). */
import { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { ipv4, ipv6 } from '../text/address';
import { type NameTable, nameOr, names } from '../text/names';
import { packetHex } from '../text/packet-text';

const Option = {
  signatureAlgorithms: 5,
  digestAlgorithms: 6,
  hashAlgorithms: 7,
  clientSubnet: 8,
  expire: 9,
  cookie: 10,
  keepAlive: 11,
  padding: 12,
  chain: 13,
  keyTag: 14,
} as const;

const optionNames = names(() => ({
  1: 'LLQ',
  2: 'UL',
  3: 'NSID',
  5: 'DAU',
  6: 'DHU',
  7: 'N3U',
  8: 'ECS',
  9: 'EXPIRE',
  10: 'COOKIE',
  11: 'KEEPALIVE',
  12: 'PADDING',
  13: 'CHAIN',
  14: 'KEY-TAG',
  16: 'CLIENT-TAG',
  17: 'SERVER-TAG',
}));

/** IANA "DNS Security Algorithm Numbers". */
const signatureNames = names(() => ({
  0: 'DELETE',
  1: 'RSAMD5',
  2: 'DH',
  3: 'DS',
  5: 'RSASHA1',
  6: 'DSA-NSEC3-SHA1',
  7: 'RSASHA1-NSEC3-SHA1',
  8: 'RSASHA256',
  10: 'RSASHA512',
  12: 'ECC-GOST',
  13: 'ECDSAP256SHA256',
  14: 'ECDSAP384SHA384',
  15: 'ED25519',
  16: 'ED448',
  252: 'INDIRECT',
  253: 'PRIVATEDNS',
  254: 'PRIVATEOID',
}));
/** IANA "DS RR Type Digest Algorithms" and "DNSSEC NSEC3 Hash Algorithms". */
const digestNames = names(() => ({ 1: 'SHA-1', 2: 'SHA-256', 3: 'GOST_R_34.11-94', 4: 'SHA-384' }));
const hashNames = names(() => ({ 1: 'SHA-1' }));

const clientCookieLength = 8;
const shortestServerCookie = 8;
const longestCookie = 40;

/** Options from `at` to `end`. One that goes beyond has no value: other records would show the bytes there, too. */
export function printEdnsOptions(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  out.text(' [');
  let from = at;
  while (from < end) {
    if (from > at) out.char(0x2c);
    const code = view.u16(from);
    nameOr(out, optionNames, code, 'Opt');
    const size = view.u16(from + 2);
    if (size > 0) {
      view.need(from + 4, size);
      out.char(0x20);
      if (from + 4 + size > end || !optionData(context, code, from + 4, size)) context.invalid();
    }
    from += 4 + size;
  }
  out.char(0x5d);
}

/** false: the size is wrong for the option. */
function optionData(context: PrintContext, code: number, at: number, size: number): boolean {
  const { out, view } = context;
  switch (code) {
    case Option.signatureAlgorithms:
      return algorithms(context, signatureNames, at, size);
    case Option.digestAlgorithms:
      return algorithms(context, digestNames, at, size);
    case Option.hashAlgorithms:
      return algorithms(context, hashNames, at, size);
    case Option.clientSubnet:
      return clientSubnet(context, at, size);
    case Option.expire:
      if (size !== 4) return false;
      out.decimal(view.u32(at));
      out.text(' sec');
      return true;
    case Option.cookie:
      return cookie(context, at, size);
    case Option.keepAlive:
      if (size !== 2) return false;
      tenths(context, view.u16(at));
      out.text(' sec');
      return true;
    case Option.padding:
      out.char(0x28);
      out.decimal(size);
      out.char(0x29);
      return true;
    case Option.chain:
      name(context, at, at + size);
      return true;
    case Option.keyTag:
      return keyTags(context, at, size);
  }
  packetHex(context, at, size);
  return true;
}

function algorithms(context: PrintContext, table: NameTable, at: number, size: number): boolean {
  const { out, view } = context;
  for (let i = 0; i < size; i++) {
    if (i > 0) out.char(0x20);
    nameOr(out, table, view.u8(at + i), 'Alg_');
  }
  return true;
}

/** The client's cookie and, after a space, the server's. */
function cookie(context: PrintContext, at: number, size: number): boolean {
  const server = size - clientCookieLength;
  if (server < 0 || size > longestCookie || (server > 0 && server < shortestServerCookie)) return false;
  packetHex(context, at, clientCookieLength);
  if (server === 0) return true;
  context.out.char(0x20);
  packetHex(context, at + clientCookieLength, server);
  return true;
}

function tenths(context: PrintContext, value: number): void {
  const { out } = context;
  out.decimal(Math.trunc(value / 10));
  out.char(0x2e);
  out.decimal(value % 10);
}

function keyTags(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size % 2 !== 0) return false;
  out.reserve(3 * size);
  for (let i = 0; i < size; i += 2) {
    if (i > 0) out.char(0x20);
    out.decimal(view.u16(at + i));
  }
  return true;
}

/** A name without pointers; what lies past the option is not part of it. */
function name(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  let from = at;
  if (view.u8(from) === 0) out.char(0x2e);
  while (from < end) {
    const label = view.u8(from++);
    if (label === 0) return;
    const stop = Math.min(from + label, end);
    out.reserve(4 * (stop - from) + 1);
    for (; from < stop; from++) out.caret(view.u8(from));
    if (stop < end) out.char(0x2e);
  }
}

const subnet = new ByteView();
const subnetBytes = new Uint8Array(16);
subnet.attach(subnetBytes, new DataView(subnetBytes.buffer), 0, 16);

/** RFC 7871: family, prefix lengths, and exactly as many address bytes as the source prefix needs. */
function clientSubnet(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < 4) return false;
  const family = view.u16(at);
  const width = family === 1 ? 4 : family === 2 ? 16 : 0;
  const source = view.u8(at + 2);
  const scope = view.u8(at + 3);
  const held = size - 4;
  if (width === 0 || source > 8 * width || scope > 8 * width || held !== (source + 7) >>> 3) return false;
  for (let i = 0; i < 16; i++) subnetBytes[i] = i < held ? view.u8(at + 4 + i) : 0;
  if (family === 1) ipv4(out, subnet, 0);
  else ipv6(out, subnet, 0);
  out.char(0x2f);
  out.decimal(source);
  out.char(0x2f);
  out.decimal(scope);
  return true;
}
