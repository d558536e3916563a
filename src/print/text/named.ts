/** Addresses and ports by name where names are wanted and one is known, by number otherwise. */
import { macLength } from '../../decode/ethernet';
import { IpProtocol } from '../../decode/ip-protocol';
import type { ByteView } from '../../decode/view';
import type { PrintContext } from '../context';
import { ipv4, ipv6, linkAddress, mac } from './address';

export function namedIpv4(context: PrintContext, at: number): void {
  const { names, out, view } = context;
  if (names !== undefined) {
    view.need(at, 4);
    const name = names.ipv4(view.bytes, at);
    if (name !== undefined) {
      out.literal(name);
      return;
    }
  }
  ipv4(out, view, at);
}

/** `view`: where the address is, if not in the packet itself. */
export function namedIpv6(context: PrintContext, at: number, view: ByteView = context.view): void {
  const { names, out } = context;
  if (names !== undefined) {
    view.need(at, 16);
    const name = names.ipv6(view.bytes, at);
    if (name !== undefined) {
      out.literal(name);
      return;
    }
  }
  ipv6(out, view, at);
}

/** An IPv4 address after `title`, of which nothing is written where the address is cut. */
export function titledIpv4(context: PrintContext, title: string, at: number): void {
  context.view.need(at, 4);
  context.out.text(title);
  namedIpv4(context, at);
}

/** The address at `at` of the family of the innermost IP header. */
export function namedAddress(context: PrintContext, at: number): void {
  if (context.family === 4) namedIpv4(context, at);
  else namedIpv6(context, at);
}

/** A station's name, or its address with who made it. */
export function namedMac(context: PrintContext, at: number): void {
  const { names, out, view } = context;
  if (names === undefined) {
    mac(out, view, at);
    return;
  }
  view.need(at, macLength);
  const name = names.station(view.bytes, at);
  if (name !== undefined) {
    out.literal(name);
    return;
  }
  mac(out, view, at);
  out.literal(names.vendor(view.bytes, at));
}

/** An address of `count` bytes: six of them are taken for a MAC address. */
export function namedLinkAddress(context: PrintContext, at: number, count: number): void {
  if (count === macLength) namedMac(context, at);
  else linkAddress(context.out, context.view, at, count);
}

/** A port of TCP or UDP; those of other protocols have no names. */
export function namedPort(context: PrintContext, protocol: number, port: number): void {
  const { names, out } = context;
  if (names !== undefined) {
    const name =
      protocol === IpProtocol.tcp ? names.tcpPort(port) : protocol === IpProtocol.udp ? names.udpPort(port) : undefined;
    if (name !== undefined) {
      out.literal(name);
      return;
    }
  }
  out.decimal(port);
}

/** `udp`, or `ip-proto-17` where no keyword is known. */
export function namedIpProtocol(context: PrintContext, protocol: number, prefix = 'ip-proto-'): void {
  const { names, out } = context;
  const name = names?.ipProtocol(protocol);
  if (name !== undefined) {
    out.literal(name);
    return;
  }
  out.text(prefix);
  out.decimal(protocol);
}
