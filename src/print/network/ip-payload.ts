/** What an IPv4 protocol number or the last IPv6 next-header leads to. */
import { IpProtocol } from '../../decode/ip-protocol';
import type { PrintContext } from '../context';
import { namedIpProtocol } from '../text/named';
import { ipProtocolNames } from '../text/names';

/** The version of IP that a protocol belongs to; 0: either. */
const versions = new Uint8Array(256);
versions[IpProtocol.icmp] = 4;
versions[IpProtocol.igmp] = 4;
versions[IpProtocol.icmp6] = 6;
versions[IpProtocol.ethernet] = 6;

export function printIpPayload(context: PrintContext, protocol: number, at: number, length: number): void {
  const version = versions[protocol];
  if (version !== 0 && version !== context.family) {
    wrongVersion(context, protocol, version);
    return;
  }
  const print = context.tables.ip[protocol];
  if (print !== undefined) {
    if (context.enter()) print(context, at, length);
    return;
  }
  const { out } = context;
  out.char(0x20);
  namedIpProtocol(context, protocol);
  out.char(0x20);
  out.decimal(length);
}

/** `[ICMP requires IPv4] (invalid)`. */
function wrongVersion(context: PrintContext, protocol: number, version: number): void {
  const { out } = context;
  out.char(0x5b);
  out.text(ipProtocolNames.get(protocol) as string);
  out.text(version === 4 ? ' requires IPv4]' : ' requires IPv6]');
  context.invalid();
}
