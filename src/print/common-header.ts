/**
 * The headers of common-line.ts: IPv4 without options and fragments (RFC 791), IPv6 without extensions (RFC 8200).
 * What stands between their numbers is made when first seen, and copied from then on.
 */
import { FixedText } from './fixed-text';
import { congestionNames, flagNames, protocolName } from './ipv4-header';
import { putDecimal, putHex, putHex8, putHex16, putText } from './put';

const ipv4EndText = FixedText.of(')\n    ');
const openText = FixedText.of('(');
const classText = FixedText.of('class 0x');
const flowLabelText = FixedText.of('flowlabel 0x');
const commaText = FixedText.of(', ');
const hopLimitText = FixedText.of('hlim ');
const ipv6EndText = FixedText.of(') ');
/** The flags stand before the fragment offset. */
const flagsShift = 5;

/** `(tos 0x0, ttl 64, id `, by type of service and time to live. */
const upToId: FixedText[][] = [];
/** `, offset 0, flags [DF], proto TCP (6), length `, by flags and protocol. */
const upToLength: FixedText[] = [];
/** `, next-header TCP (6) payload length: `, by protocol. */
const upToPayloadLength: FixedText[] = [];

/** `(tos 0x0, ttl 64, id 7, offset 0, flags [DF], proto TCP (6), length 60)` and the start of the next line. */
export function putIpv4Header(data: DataView, at: number, packet: DataView, ip: number): number {
  const tos = packet.getUint8(ip + 1);
  const ttl = packet.getUint8(ip + 8);
  const flags = packet.getUint8(ip + 6);
  const protocol = packet.getUint8(ip + 9);
  const kind = (flags << 8) | protocol;
  let to = putText(data, at, upToId[tos]?.[ttl] ?? makeUpToId(tos, ttl));
  to = putDecimal(data, to, packet.getUint16(ip + 4));
  to = putText(data, to, upToLength[kind] ?? makeUpToLength(kind, flags, protocol));
  to = putDecimal(data, to, packet.getUint16(ip + 2));
  return putText(data, to, ipv4EndText);
}

function makeUpToId(tos: number, ttl: number): FixedText {
  const shownTtl = ttl > 0 ? `, ttl ${ttl}` : '';
  const text = FixedText.of(`(tos 0x${tos.toString(16)}${congestionNames[tos & 3]}${shownTtl}, id `);
  upToId[tos] ??= [];
  upToId[tos][ttl] = text;
  return text;
}

function makeUpToLength(kind: number, flags: number, protocol: number): FixedText {
  const shown = flagNames(flags >> flagsShift);
  const text = FixedText.of(`, offset 0, flags [${shown}], proto ${protocolName(protocol)}, length `);
  upToLength[kind] = text;
  return text;
}

/** `(class 0x2, flowlabel 0x12345, hlim 64, next-header TCP (6) payload length: 32) ` */
export function putIpv6Header(data: DataView, at: number, packet: DataView, ip: number): number {
  const word = packet.getUint32(ip);
  const trafficClass = (word >>> 20) & 0xff;
  const flowLabel = word & 0xfffff;
  const protocol = packet.getUint8(ip + 6);
  let to = putText(data, at, openText);
  if (trafficClass !== 0) {
    to = putText(data, to, classText);
    to = putText(data, putHex8(data, to, trafficClass), commaText);
  }
  if (flowLabel !== 0) {
    to = putText(data, to, flowLabelText);
    to = putHex(data, to, flowLabel >>> 16);
    to = putText(data, putHex16(data, to, flowLabel & 0xffff), commaText);
  }
  to = putDecimal(data, putText(data, to, hopLimitText), packet.getUint8(ip + 7));
  to = putText(data, to, upToPayloadLength[protocol] ?? makeUpToPayloadLength(protocol));
  return putText(data, putDecimal(data, to, packet.getUint16(ip + 4)), ipv6EndText);
}

function makeUpToPayloadLength(protocol: number): FixedText {
  const text = FixedText.of(`, next-header ${protocolName(protocol)} payload length: `);
  upToPayloadLength[protocol] = text;
  return text;
}
