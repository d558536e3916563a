/** Resource records (RFC 1035, 3.2; 2782; 3596; 6891). */
import { afterName, DnsType, dnsClassInternet, dnsTopBit } from '../../decode/dns';
import { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { ipv4, ipv6 } from '../text/address';
import { names } from '../text/names';
import { relativeTime } from '../text/relative-time';
import { printEdnsOptions } from './dns-edns';
import { printDnsName, printDnsString } from './dns-name';

const typeNames = names(() => ({
  1: 'A',
  2: 'NS',
  3: 'MD',
  4: 'MF',
  5: 'CNAME',
  6: 'SOA',
  7: 'MB',
  8: 'MG',
  9: 'MR',
  10: 'NULL',
  11: 'WKS',
  12: 'PTR',
  13: 'HINFO',
  14: 'MINFO',
  15: 'MX',
  16: 'TXT',
  17: 'RP',
  18: 'AFSDB',
  19: 'X25',
  20: 'ISDN',
  21: 'RT',
  22: 'NSAP',
  23: 'NSAP_PTR',
  24: 'SIG',
  25: 'KEY',
  26: 'PX',
  27: 'GPOS',
  28: 'AAAA',
  29: 'LOC',
  30: 'NXT',
  31: 'EID',
  32: 'NIMLOC',
  33: 'SRV',
  34: 'ATMA',
  35: 'NAPTR',
  36: 'KX',
  37: 'CERT',
  38: 'A6',
  39: 'DNAME',
  40: 'SINK',
  41: 'OPT',
  42: 'APL',
  43: 'DS',
  44: 'SSHFP',
  45: 'IPSECKEY',
  46: 'RRSIG',
  47: 'NSEC',
  48: 'DNSKEY',
  99: 'SPF',
  100: 'UINFO',
  101: 'UID',
  102: 'GID',
  103: 'UNSPEC',
  104: 'UNSPECA',
  249: 'TKEY',
  250: 'TSIG',
  251: 'IXFR',
  252: 'AXFR',
  253: 'MAILB',
  254: 'MAILA',
  255: 'ANY',
  256: 'URI',
}));
const classNames = names(() => ({ 1: 'IN', 3: 'CHAOS', 4: 'HS', 255: 'ANY' }));
const dnssecOk = 0x8000;

/** ` AAAA` */
export function dnsType(context: PrintContext, type: number): void {
  const name = typeNames.get(type);
  context.out.char(0x20);
  context.out.text(name ?? 'Type');
  if (name === undefined) context.out.decimal(type);
}

/** ` CHAOS` */
export function dnsClass(context: PrintContext, value: number): void {
  const name = classNames.get(value);
  if (name !== undefined) {
    context.out.char(0x20);
    context.out.text(name);
    return;
  }
  context.out.text(' (Class ');
  context.out.decimal(value);
  context.out.char(0x29);
}

/** Returns what follows the record, or -1 where it is cut or bad. */
export function printDnsRecord(context: PrintContext, at: number, message: number, multicast: boolean): number {
  const { out, view } = context;
  let from = at;
  if (context.verbose > 0) {
    out.char(0x20);
    from = printDnsName(context, from, message);
  } else {
    from = afterName(view, from);
  }
  if (from < 0 && context.verbose > 0) return -1;
  if (from < 0 || !view.has(from, 10)) return view.end;
  const type = view.u16(from);
  const field = view.u16(from + 2);
  const wanted = multicast ? field & ~dnsTopBit : field;
  if (wanted !== dnsClassInternet && type !== DnsType.opt) dnsClass(context, wanted);
  if (multicast && (field & dnsTopBit) !== 0) out.text(' (Cache flush)');
  if (type !== DnsType.opt && context.verbose > 2) {
    out.text(' [');
    relativeTime(out, view.u32(from + 4));
    out.char(0x5d);
  }
  const size = view.u16(from + 8);
  const dataAt = from + 10;
  const end = dataAt + size;
  dnsType(context, type);
  if (end > view.end) return -1;
  if (type === DnsType.opt) {
    out.text(' UDPsize=');
    out.decimal(field);
    if ((view.u16(from + 6) & dnssecOk) !== 0) out.text(' DO');
    if (dataAt < end) printEdnsOptions(context, dataAt, end);
    return end;
  }
  return data(context, type, dataAt, end, message) ? end : -1;
}

/** false: bad or cut. */
function data(context: PrintContext, type: number, at: number, end: number, message: number): boolean {
  const { out, view } = context;
  switch (type) {
    case DnsType.a:
      if (!view.has(at, 4)) return false;
      out.char(0x20);
      ipv4(out, view, at);
      return true;
    case DnsType.aaaa:
      if (!view.has(at, 16)) return false;
      out.char(0x20);
      ipv6(out, view, at);
      return true;
    case DnsType.ns:
    case DnsType.cname:
    case DnsType.ptr:
    case DnsType.dname:
      out.char(0x20);
      return printDnsName(context, at, message) >= 0;
    case DnsType.soa:
      return context.verbose === 0 || startOfAuthority(context, at, message);
    case DnsType.mx:
      out.char(0x20);
      if (printDnsName(context, at + 2, message) < 0) return false;
      out.char(0x20);
      out.decimal(view.u16(at));
      return true;
    case DnsType.txt:
      for (let from = at; from < end; ) {
        out.text(' "');
        from = printDnsString(context, from);
        out.char(0x22);
      }
      return true;
    case DnsType.srv:
      out.char(0x20);
      if (printDnsName(context, at + 6, message) < 0) return false;
      out.char(0x3a);
      out.decimal(view.u16(at + 4));
      out.char(0x20);
      out.decimal(view.u16(at));
      out.char(0x20);
      out.decimal(view.u16(at + 2));
      return true;
    case DnsType.a6:
      return a6(context, at, message);
    case DnsType.unspecified:
      out.reserve(4 * (end - at));
      for (let from = at; from < end; from++) out.caret(view.u8(from));
      return true;
    case DnsType.tsig:
      return context.verbose === 0 || signature(context, at, message);
    case DnsType.uri:
      return target(context, at, end);
    default:
      return true;
  }
}

function startOfAuthority(context: PrintContext, at: number, message: number): boolean {
  const { out, view } = context;
  out.char(0x20);
  let from = printDnsName(context, at, message);
  if (from < 0) return false;
  out.char(0x20);
  from = printDnsName(context, from, message);
  if (from < 0) return false;
  if (!view.has(from, 20)) return false;
  for (let i = 0; i < 5; i++, from += 4) {
    out.char(0x20);
    out.decimal(view.u32(from));
  }
  return true;
}

const addressLength = 16;
const a6Bytes = new Uint8Array(addressLength);
const a6View = new ByteView();
a6View.attach(a6Bytes, new DataView(a6Bytes.buffer), 0, addressLength);

/** RFC 2874: how many bits the name gives, the rest of the address, the name. */
function a6(context: PrintContext, at: number, message: number): boolean {
  const { out, view } = context;
  const bits = view.u8(at);
  if (bits > 128) {
    out.char(0x20);
    out.decimal(bits);
    out.text('(bad plen)');
    return true;
  }
  const given = bits >>> 3;
  if (bits < 128) {
    view.need(at + 1, addressLength - given);
    for (let i = 0; i < addressLength; i++) a6Bytes[i] = i < given ? 0 : view.u8(at + 1 + i - given);
    out.char(0x20);
    out.decimal(bits);
    out.char(0x20);
    ipv6(out, a6View, 0);
  }
  if (bits === 0) return true;
  out.char(0x20);
  return printDnsName(context, at + 1 + addressLength - given, message) >= 0;
}

/** RFC 7553: priority, weight and text. */
function target(context: PrintContext, at: number, end: number): boolean {
  const { out, view } = context;
  if (end < at + 4) return false;
  out.char(0x20);
  out.decimal(view.u16(at));
  out.char(0x20);
  out.decimal(view.u16(at + 2));
  out.char(0x20);
  out.reserve(4 * (end - at));
  for (let from = at + 4; from < end; from++) out.caret(view.u8(from));
  return true;
}

/** Transaction signature (RFC 8945). */
function signature(context: PrintContext, at: number, message: number): boolean {
  const { out, view } = context;
  out.char(0x20);
  let from = printDnsName(context, at, message);
  if (from < 0) return false;
  from += 6;
  out.text(' fudge=');
  out.decimal(view.u16(from));
  from += 2;
  const mac = view.u16(from);
  out.text(' maclen=');
  out.decimal(mac);
  from += 2 + mac;
  out.text(' origid=');
  out.decimal(view.u16(from));
  out.text(' error=');
  out.decimal(view.u16(from + 2));
  out.text(' otherlen=');
  out.decimal(view.u16(from + 4));
  return true;
}
