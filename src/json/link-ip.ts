/** Link types that are IP itself or IP after an address family: RAW, IPV4, IPV6, NULL and LOOP. */
import { IpProtocol } from '../decode/ip-protocol';
import type { JsonContext } from './context';

const familyLength = 4;
/** AF_INET everywhere, and AF_INET6 of NetBSD and OpenBSD, FreeBSD, macOS. */
const familyIpv4 = 2;
const familiesIpv6 = [24, 28, 30];
/** Families are small, so a larger value was written in the other byte order. */
const largestFamily = 0xffff;

export function writeRawIp(context: JsonContext, at: number, length: number): void {
  const version = context.view.u8(at) >>> 4;
  if (version === 4) context.next(context.tables.ip[IpProtocol.ipv4], at, length);
  else if (version === 6) context.next(context.tables.ip[IpProtocol.ipv6], at, length);
}

export function writeNull(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('null');
  const little = view.u32LE(at);
  const family = little > largestFamily ? view.u32(at) : little;
  json.number('family', family);
  json.endLayer();
  context.linkLength = familyLength;
  const { ip } = context.tables;
  const write =
    family === familyIpv4 ? ip[IpProtocol.ipv4] : familiesIpv6.includes(family) ? ip[IpProtocol.ipv6] : undefined;
  context.next(write, at + familyLength, length - familyLength);
}
