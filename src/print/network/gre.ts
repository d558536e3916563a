/** Generic Routing Encapsulation (RFC 2784, 2890, 1701) and its version 1 of PPTP (RFC 2637). */
import type { PrintContext } from '../context';
import { printEthernet } from '../link/ethernet';
import { printEthertype } from '../link/ethertype';
import { namedIpv4 } from '../text/named';
import { ethertypeNames, type FlagName, flagNames } from '../text/names';

const GreFlag = { checksum: 0x8000, routing: 0x4000, key: 0x2000, sequence: 0x1000, acknowledgement: 0x0080 } as const;
const Protocol = { bridged: 0x6558, iso: 0x00fe, ppp: 0x880b } as const;

/** Address families of source route entries, and the bytes before their addresses. */
const RouteFamily = { ip: 0x0800, autonomousSystem: 0xfffe } as const;
const routeHeaderLength = 4;

const flagTable: readonly FlagName[] = [
  [0x8000, 'checksum present'],
  [0x4000, 'routing present'],
  [0x2000, 'key present'],
  [0x1000, 'sequence# present'],
  [0x0800, 'source routing present'],
  [0x0080, 'ack present'],
];

export function printGre(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'gre';
  const field = view.u16(at);
  const version = field & 7;
  out.text('GREv');
  out.decimal(version);
  if (version === 0) version0(context, at, length, field);
  else if (version === 1) version1(context, at, length, field);
  else out.text(' ERROR: unknown-version');
}

function flagsText(context: PrintContext, field: number): void {
  if (context.verbose === 0) return;
  context.out.text(', Flags [');
  flagNames(context.out, flagTable, field);
  context.out.char(0x5d);
}

function version0(context: PrintContext, at: number, length: number, field: number): void {
  const { out, view } = context;
  flagsText(context, field);
  const protocol = view.u16(at + 2);
  let from = at + 4;
  if ((field & (GreFlag.checksum | GreFlag.routing)) !== 0) {
    if (context.verbose > 0) {
      const sum = view.u16(from);
      out.text(', sum 0x');
      out.hex(sum);
    }
    const offset = view.u16(from + 2);
    out.text(', off 0x');
    out.hex(offset);
    from += 4;
  }
  if ((field & GreFlag.key) !== 0) {
    const key = view.u32(from);
    out.text(', key=0x');
    out.hex(key);
    from += 4;
  }
  if ((field & GreFlag.sequence) !== 0) from = counter(context, ', seq ', from);
  if ((field & GreFlag.routing) !== 0) {
    from = routes(context, from, length - (from - at));
    if (from < 0) return;
  }
  if (context.linkLevel) protocolName(context, protocol);
  out.text(', length ');
  out.decimal(length);
  out.text(context.verbose < 1 ? ': ' : '\n\t');
  payload(context, protocol, from, length - (from - at));
}

/** Sequence and acknowledgement numbers are of 32 bits. Returns what follows. */
function counter({ out, view }: PrintContext, label: string, at: number): number {
  const number = view.u32(at);
  out.text(label);
  out.decimal(number);
  return at + 4;
}

function protocolName(context: PrintContext, protocol: number): void {
  const { out } = context;
  out.text(', proto ');
  out.text(ethertypeNames.get(protocol) ?? 'unknown');
  out.text(' (0x');
  out.hex16(protocol);
  out.char(0x29);
}

function payload(context: PrintContext, protocol: number, at: number, length: number): void {
  if (protocol === Protocol.bridged) {
    printEthernet(context, at, length);
    return;
  }
  if (protocol === Protocol.iso) {
    context.tables.rare().printIso(context, at, length);
    return;
  }
  if (greCarries.has(protocol) && printEthertype(context, protocol, at, length)) return;
  unknownPayload(context, protocol);
}

function unknownPayload({ out }: PrintContext, protocol: number): void {
  out.text('gre-proto-0x');
  out.hex(protocol);
}

/** Of all ethertypes, those that are decoded inside GRE. */
const greCarries = new Set([0x0800, 0x86dd, 0x8847, 0x8848, 0x809b]);

/** Source route entries (RFC 1701), `left` bytes at most; returns what follows them, or -1 where they are cut. */
function routes(context: PrintContext, at: number, left: number): number {
  const { out, view } = context;
  let from = at;
  let rest = left;
  for (;;) {
    const family = view.u16(from);
    const offset = view.u8(from + 2);
    const size = view.u8(from + 3);
    from += routeHeaderLength;
    rest -= routeHeaderLength;
    if (size === 0) return from;
    out.text(', (rtaf=');
    if (family === RouteFamily.ip) entries(context, 'ip', from, offset, size, rest, 4);
    else if (family === RouteFamily.autonomousSystem) entries(context, 'asn', from, offset, size, rest, 2);
    else {
      out.text('0x');
      out.hex(family);
    }
    out.char(0x29);
    if (rest < size) {
      context.truncated();
      return -1;
    }
    from += size;
    rest -= size;
  }
}

/** IPv4 addresses or AS numbers of `width` bytes; the next hop is marked. */
function entries(
  context: PrintContext,
  name: string,
  at: number,
  offset: number,
  size: number,
  left: number,
  width: number,
): void {
  const { out, view } = context;
  out.text(name);
  if (offset % width !== 0) {
    out.text(', badoffset=');
    out.decimal(offset);
    return;
  }
  if (size % width !== 0) {
    out.text(', badlength=');
    out.decimal(size);
    return;
  }
  if (offset >= size) {
    out.text(', badoff/len=');
    out.decimal(offset);
    out.char(0x2f);
    out.decimal(size);
    return;
  }
  for (let i = 0; i < size && i + width <= left; i += width) {
    out.text(i === offset ? ' *' : ' ');
    if (width === 4) {
      namedIpv4(context, at + i);
    } else {
      out.hex(view.u16(at + i));
    }
  }
}

function version1(context: PrintContext, at: number, length: number, field: number): void {
  const { out, view } = context;
  flagsText(context, field);
  const protocol = view.u16(at + 2);
  let from = at + 4;
  if ((field & GreFlag.key) !== 0) {
    const call = view.u32(from) & 0xffff;
    out.text(', call ');
    out.decimal(call);
    from += 4;
  }
  if ((field & GreFlag.sequence) !== 0) from = counter(context, ', seq ', from);
  if ((field & GreFlag.acknowledgement) !== 0) from = counter(context, ', ack ', from);
  const empty = (field & GreFlag.sequence) === 0;
  if (empty) out.text(', no-payload');
  if (context.linkLevel) protocolName(context, protocol);
  out.text(', length ');
  out.decimal(length);
  if (empty) return;
  out.text(context.verbose < 1 ? ': ' : '\n\t');
  if (protocol === Protocol.ppp) {
    context.tables.rare().printPpp(context, from, length - (from - at));
    return;
  }
  unknownPayload(context, protocol);
}
