/** Cisco NetFlow (-T cnfp): flow records of versions 1, 5 and 6; of others the version. Cisco's formats of export packets. */
import { IpProtocol } from '../../decode/ip-protocol';
import type { PrintContext } from '../context';
import { ipv4 } from '../text/address';
import { namedIpProtocol } from '../text/named';
import { count } from '../text/phrase';

interface Version {
  readonly headerLength: number;
  readonly recordLength: number;
  /** Where a record has its flags, and what only some versions have. */
  readonly flagsAt: number;
  readonly networksAt?: number;
  readonly encapsulationsAt?: number;
}

const versions: ReadonlyMap<number, Version> = new Map<number, Version>([
  [1, { headerLength: 16, recordLength: 48, flagsAt: 40 }],
  [5, { headerLength: 24, recordLength: 48, flagsAt: 37, networksAt: 40 }],
  [6, { headerLength: 24, recordLength: 52, flagsAt: 37, networksAt: 40, encapsulationsAt: 46 }],
]);
const protocolAt = 38;
const serviceAt = 39;
const flagLetters = 'FSRPAU';

export function printNetflow(context: PrintContext, at: number): void {
  const { out, view } = context;
  context.protocol = 'cnfp';
  const number = view.u16(at);
  const version = versions.get(number);
  if (version !== undefined) context.need(at, version.headerLength);
  out.text('NetFlow v');
  out.hex(number);
  if (version === undefined) return;
  out.text(', ');
  milliseconds(context, at + 4);
  count(out, ' uptime, ', view.u32(at + 8), '.');
  const nanoseconds = view.u32(at + 12);
  if (nanoseconds < 1e9) out.padded(nanoseconds, 9);
  else out.decimal(nanoseconds);
  out.text(', ');
  if (version.networksAt !== undefined) count(out, '#', view.u32(at + 16), ', ');
  const records = view.u16(at + 2);
  out.decimalWide(records, 2);
  out.text(' recs');
  for (let i = 0; i < records; i++) record(context, version, at + version.headerLength + i * version.recordLength);
}

/** A time since the router's start, in seconds. */
function milliseconds(context: PrintContext, at: number): void {
  const { out, view } = context;
  const value = view.u32(at);
  count(out, '', Math.floor(value / 1000), '.');
  out.padded(value % 1000, 3);
}

function record(context: PrintContext, version: Version, at: number): void {
  const { out, view } = context;
  context.need(at, version.recordLength);
  out.text('\n  started ');
  milliseconds(context, at + 24);
  out.text(', last ');
  milliseconds(context, at + 28);
  out.text('\n    ');
  endpoint(context, version, at, 0);
  out.text('> ');
  endpoint(context, version, at, 1);
  out.text('>> ');
  ipv4(out, view, at + 8);
  out.text('\n    ');
  namedIpProtocol(context, view.u8(at + protocolAt), '');
  out.char(0x20);
  if (view.u8(at + protocolAt) === IpProtocol.tcp) flags(context, view.u8(at + version.flagsAt));
  count(out, 'tos ', view.u8(at + serviceAt), ', ');
  count(out, '', view.u32(at + 16), ' (');
  count(out, '', view.u32(at + 20), ' octets) ');
  if (version.encapsulationsAt !== undefined) encapsulations(context, at + version.encapsulationsAt);
}

/** `10.0.0.1/24:65001:1234 `: address, network and AS where the version has them, port. `side`: 0 sent, 1 received. */
function endpoint(context: PrintContext, { networksAt }: Version, at: number, side: 0 | 1): void {
  const { out, view } = context;
  ipv4(out, view, at + 4 * side);
  if (networksAt !== undefined) {
    count(out, '/', view.u8(at + networksAt + 4 + side));
    count(out, ':', view.u16(at + networksAt + 2 * side));
  }
  count(out, ':', view.u16(at + 32 + 2 * side), ' ');
}

/** All that the segments of the flow had. */
function flags({ out }: PrintContext, value: number): void {
  for (let bit = 0; bit < flagLetters.length; bit++) {
    if ((value & (1 << bit)) !== 0) out.char(flagLetters.charCodeAt(bit));
  }
  if (value !== 0) out.char(0x20);
}

function encapsulations({ out, view }: PrintContext, at: number): void {
  count(out, '(', view.u8(at), '<>');
  count(out, '', view.u8(at + 1), ' encaps)');
}
