/** What Juniper's service cards put before IP: encryption, mobile gateways, adaptive services, monitoring. */

import type { PrintContext } from '../context';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';
import { ipv4 } from '../text/address';
import { names } from '../text/names';
import { guessIp, type JuniperHeader } from './juniper-header';

const encryptionLength = 16;
/** Of one kind of association the tunnel's addresses were written over the packet's beginning. */
const rewrittenLength = 16;
const associationNames = names(() => ({
  1: 'ESP ENCR-AUTH',
  2: 'ESP ENCR-AH AUTH',
  3: 'ESP AUTH',
  4: 'AH AUTH',
  5: 'ESP ENCR',
}));
const lastBundle = 2;

const GatewayProtocol = { null: 1, ipv4: 2, ipv6: 6 } as const;
const gatewayNames = names(() => ({
  [GatewayProtocol.null]: 'Null',
  [GatewayProtocol.ipv4]: 'IPv4',
  [GatewayProtocol.ipv6]: 'IPv6',
}));
const serviceLength = 8;

/** IPsec of an encryption services card. */
export function encryption(context: PrintContext, { next, length }: JuniperHeader): void {
  const { out, view } = context;
  view.need(next, encryptionLength);
  const type = view.u8(next + 3);
  if (!associationNames.has(type)) {
    out.text('ES Invalid type ');
    out.decimal(type);
    out.text(', length ');
    out.decimal(length);
    return;
  }
  const rewritten = type > lastBundle ? rewrittenLength : 0;
  if (context.linkLevel) association(context, next, type, length - rewritten);
  printIpv4(context, next + rewritten, length - rewritten);
}

function association(context: PrintContext, at: number, type: number, length: number): void {
  const { out, view } = context;
  out.text('ES SA, index ');
  out.decimal(view.u16(at));
  out.text(', ttl ');
  out.decimal(view.u8(at + 2));
  out.text(' type ');
  out.text(associationNames.get(type) ?? 'Unknown');
  out.text(' (');
  out.decimal(type);
  out.char(0x29);
  if (type > lastBundle) {
    out.text(', spi ');
    out.decimal(view.u32(at + 4));
    out.text(', Tunnel ');
    ipv4(out, view, at + 8);
    out.text(' > ');
    ipv4(out, view, at + 12);
  }
  out.text(', length ');
  out.decimal(length);
  out.char(0x0a);
}

/** A gateway GPRS support node: the cookie tells the protocol. */
export function gateway(context: PrintContext, { cookie, next, length }: JuniperHeader): void {
  const { out } = context;
  const protocol = cookie[2];
  if (context.linkLevel) {
    out.text('proto ');
    out.text(gatewayNames.get(protocol) ?? 'Unknown');
    out.text(' (');
    out.decimal(protocol);
    out.text('), vlan ');
    out.decimal((cookie[4] << 8) | cookie[5]);
    out.text(': ');
  }
  if (protocol === GatewayProtocol.ipv4) {
    printIpv4(context, next, length);
  } else if (protocol === GatewayProtocol.ipv6) {
    printIpv6(context, next, length);
  } else if (!context.linkLevel) {
    out.text('unknown GGSN proto (');
    out.decimal(protocol);
    out.char(0x29);
  }
}

/** Adaptive services. As in tcpdump the fields are those of the first bytes behind the cookie. */
export function services(context: PrintContext, { next, length }: JuniperHeader): void {
  const { out, view } = context;
  view.need(next, serviceLength);
  if (context.linkLevel) {
    out.text('service-id ');
    out.decimal(view.u8(next));
    out.text(' flags 0x');
    out.hex8(view.u8(next + 1));
    out.text(' service-set-id 0x');
    out.hex16(view.u16(next + 2));
    out.text(' iif ');
    out.decimal(view.u24(next + 5));
    out.text(': ');
  }
  guessIp(context, next, length);
}

/** Passive monitoring, with its fields from the same place. */
export function monitoring(context: PrintContext, { next, length }: JuniperHeader): void {
  const { out, view } = context;
  view.need(next, serviceLength);
  if (context.linkLevel) {
    out.text('service-id ');
    out.decimal(view.u32(next + 4));
    out.text(', iif ');
    out.decimal(view.u16(next + 2));
    out.text(', pkt-type ');
    out.decimal(view.u8(next));
    out.text(': ');
  }
  guessIp(context, next, length);
}
