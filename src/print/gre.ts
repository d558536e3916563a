/** Generic Routing Encapsulation (RFC 2784, 2890, 1701) and its version 1 of PPTP (RFC 2637). */
import { ipv4 } from './address';
import type { PrintContext } from './context';
import { printEthernet } from './ethernet';
import { printEthertype } from './ethertype';
import { ethertypeNames, type FlagName, flagNames } from './names';

const GreFlag = { checksum: 0x8000, routing: 0x4000, key: 0x2000, sequence: 0x1000, acknowledgement: 0x0080 } as const;
const Protocol = { bridged: 0x6558, iso: 0x00fe, ppp: 0x880b } as const;

const flags0: readonly FlagName[] = [
  [0x8000, 'checksum present'],
  [0x4000, 'routing present'],
  [0x2000, 'key present'],
  [0x1000, 'sequence# present'],
  [0x0800, 'source routing present'],
];
const flags1: readonly FlagName[] = [...flags0.slice(0, 5), [0x0080, 'ack present']];

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

function flagsText(context: PrintContext, field: number, table: readonly FlagName[]): void {
  if (context.verbose === 0) return;
  context.out.text(', Flags [');
  flagNames(context.out, table, field);
  context.out.char(0x5d);
}

function version0(context: PrintContext, at: number, length: number, field: number): void {
  const { out, view } = context;
  flagsText(context, field, flags0);
  const protocol = view.u16(at + 2);
  let from = at + 4;
  if ((field & (GreFlag.checksum | GreFlag.routing)) !== 0) {
    if (context.verbose > 0) {
      out.text(', sum 0x');
      out.hex(view.u16(from));
    }
    out.text(', off 0x');
    out.hex(view.u16(from + 2));
    from += 4;
  }
  if ((field & GreFlag.key) !== 0) {
    out.text(', key=0x');
    out.hex(view.u32(from));
    from += 4;
  }
  if ((field & GreFlag.sequence) !== 0) {
    out.text(', seq ');
    out.decimal(view.u32(from));
    from += 4;
  }
  if ((field & GreFlag.routing) !== 0) {
    from = routes(context, from, at + length);
    if (from < 0) return;
  }
  if (context.linkLevel) protocolName(context, protocol);
  out.text(', length ');
  out.decimal(length);
  out.text(context.verbose < 1 ? ': ' : '\n\t');
  payload(context, protocol, from, length - (from - at));
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
  if (greCarries.has(protocol) && printEthertype(context, protocol, at, length)) return;
  context.out.text('gre-proto-0x');
  context.out.hex(protocol);
}

/** Of all ethertypes, those that are decoded inside GRE. */
const greCarries = new Set([0x0800, 0x86dd, 0x8847, 0x8848, 0x00fe, 0x809b]);

/** Source route entries (RFC 1701); returns what follows them, or -1. */
function routes(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  let from = at;
  while (from < end) {
    const family = view.u16(from);
    const offset = view.u8(from + 2);
    const size = view.u8(from + 3);
    if (size === 0) return from + 4;
    out.text(', (rtaf=0x');
    out.hex(family);
    if (family === 0x0800) {
      for (let i = 0; i + 4 <= size; i += 4) {
        out.char(0x20);
        if (i === offset) out.char(0x2a);
        ipv4(out, view, from + 4 + i);
      }
    }
    out.char(0x29);
    from += 4 + size;
  }
  return from;
}

function version1(context: PrintContext, at: number, length: number, field: number): void {
  const { out, view } = context;
  flagsText(context, field, flags1);
  const protocol = view.u16(at + 2);
  let from = at + 4;
  if ((field & GreFlag.key) !== 0) {
    out.text(', call ');
    out.decimal(view.u32(from) & 0xffff);
    from += 4;
  }
  if ((field & GreFlag.sequence) !== 0) {
    out.text(', seq ');
    out.decimal(view.u32(from));
    from += 4;
  }
  if ((field & GreFlag.acknowledgement) !== 0) {
    out.text(', ack ');
    out.decimal(view.u32(from));
    from += 4;
  }
  if ((field & GreFlag.sequence) === 0) {
    out.text(', no-payload, length ');
    out.decimal(length);
    return;
  }
  if (context.linkLevel) protocolName(context, protocol);
  out.text(', length ');
  out.decimal(length);
  out.text(': ');
  if (protocol === Protocol.ppp) {
    context.tables.ethertype.get(Protocol.ppp)?.(context, from, length - (from - at));
    return;
  }
  out.text('gre-proto-0x');
  out.hex(protocol);
}
