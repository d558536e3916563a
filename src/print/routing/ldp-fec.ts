/** Forwarding equivalence classes of LDP: prefixes (RFC 5036, 3.4.1) and virtual circuits (RFC 4906, RFC 4447). */
import { prefixBytes } from '../../decode/prefix';
import { TRUNCATED } from '../../decode/view';
import type { PrintContext } from '../context';
import { AddressFamily } from '../text/address-family';
import { type FlagName, flagNames, names } from '../text/names';
import { count, nameAndHex } from '../text/phrase';
import { printPrefix } from '../text/prefix';
import { longEnough } from './ldp-tlv';
import { pseudowireTypeNames } from './pseudowire-names';

const FecType = { prefix: 0x02, circuit: 0x80 } as const;
const fecNames = names(() => ({ 0x01: 'Wildcard', 0x02: 'Prefix', 0x03: 'Host address', 0x80: 'Martini VC' }));

const circuitIdLength = 4;
/** Type, length of what follows the group, and the group. */
const circuitHeaderLength = 7;

const Parameter = { mtu: 0x01, description: 0x03, vccv: 0x0c } as const;
const parameterNames = names(() => ({ 0x01: 'MTU', 0x03: 'Description', 0x0c: 'VCCV' }));
const parameterHeaderLength = 2;

/** RFC 5085. */
const controlChannels: readonly FlagName[] = [
  [0x01, 'PWE3 control word'],
  [0x02, 'MPLS Router Alert Label'],
  [0x04, 'MPLS inner label TTL = 1'],
];
const verifications: readonly FlagName[] = [
  [0x01, 'ICMP Ping'],
  [0x02, 'LSP Ping'],
  [0x04, 'BFD'],
];

export function fecElement(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const type = view.u8(at);
  out.text('\n\t      ');
  out.text(fecNames.get(type) ?? 'Unknown');
  out.text(' FEC (0x');
  out.hex8(type);
  out.char(0x29);
  if (type === FecType.prefix) prefix(context, at + 1, length - 1);
  else if (type === FecType.circuit) circuit(context, at + 1, length - 1);
}

function prefix(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (!longEnough(context, length, 2)) return;
  const family = view.u16(at);
  if (family !== AddressFamily.ipv4 && family !== AddressFamily.ipv6) {
    count(out, ': Address family ', family, ' prefix');
    return;
  }
  if (length < 3) throw TRUNCATED;
  const bits = view.u8(at + 2);
  const isIpv4 = family === AddressFamily.ipv4;
  if (bits <= (isIpv4 ? 32 : 128)) {
    if (length < 3 + prefixBytes(bits)) throw TRUNCATED;
    view.need(at + 3, prefixBytes(bits));
  }
  out.text(isIpv4 ? ': IPv4 prefix ' : ': IPv6 prefix ');
  if (bits > (isIpv4 ? 32 : 128)) out.text('(invalid length)');
  else printPrefix(context, isIpv4 ? 4 : 6, at + 3, bits);
}

function circuit(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (!longEnough(context, length, circuitHeaderLength)) return;
  const size = view.u8(at + 2);
  if (size > 0 && !longEnough(context, length, circuitHeaderLength + circuitIdLength)) return;
  view.need(at, circuitHeaderLength + (size > 0 ? circuitIdLength : 0));
  const type = view.u16(at);
  out.text(': ');
  out.text(pseudowireTypeNames.get(type & 0x7fff) ?? 'Unknown');
  out.text((type & 0x8000) !== 0 ? ', control word' : ', no control word');
  count(out, ', group-ID ', view.u32(at + 3));
  if (size > 0) count(out, ', VC-ID ', view.u32(at + circuitHeaderLength));
  count(out, ', VC-info-length: ', size);
  if (size === 0) return;
  if (size < circuitIdLength) {
    out.text(' (invalid, < 4');
    return;
  }
  const parametersAt = at + circuitHeaderLength + circuitIdLength;
  const parametersLength = size - circuitIdLength;
  if (!longEnough(context, length - (parametersAt - at), parametersLength)) return;
  parameters(context, parametersAt, parametersAt + parametersLength);
}

/** Of the interface at the sender's end. */
function parameters(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  for (let from = at; from + parameterHeaderLength < end; ) {
    const type = view.u8(from);
    const length = view.u8(from + 1);
    if (length < parameterHeaderLength || from + length > end) return;
    out.text('\n\t\tInterface Parameter: ');
    nameAndHex(out, parameterNames, type, 2);
    count(out, ', len ', length);
    parameter(context, type, from + parameterHeaderLength, length - parameterHeaderLength);
    from += length;
  }
}

function parameter(context: PrintContext, type: number, at: number, length: number): void {
  const { out, view } = context;
  switch (type) {
    case Parameter.mtu:
      count(out, ': ', view.u16(at));
      return;
    case Parameter.description:
      out.text(': ');
      for (let i = 0; i < length; i++) out.caret(view.u8(at + i));
      return;
    case Parameter.vccv:
      flags(context, '\n\t\t  Control Channels (0x', controlChannels, view.u8(at));
      flags(context, '\n\t\t  CV Types (0x', verifications, view.u8(at + 1));
      return;
  }
  context.dumpPart('\n\t\t  ', at, length);
}

function flags(context: PrintContext, title: string, table: readonly FlagName[], value: number): void {
  const { out } = context;
  out.text(title);
  out.hex8(value);
  out.text(') = [');
  flagNames(out, table, value);
  out.char(0x5d);
}
