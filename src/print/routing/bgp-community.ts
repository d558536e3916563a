/** Communities: marks on routes (RFC 1997), typed ones (RFC 4360) and those of large numbers (RFC 8092). */

import type { PrintContext } from '../context';
import { megabits } from '../text/float';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';
import { count } from '../text/phrase';
import { asNumber } from './as-number';
import { l2vpnEncapsulationNames } from './pseudowire-names';

const wellKnown = names(() => ({
  0xffffff01: ' NO_EXPORT',
  0xffffff02: ' NO_ADVERTISE',
  0xffffff03: ' NO_EXPORT_SUBCONFED',
}));
const communityLength = 4;
const extendedLength = 8;
const largeLength = 12;

/** These return the bytes that -vv shows once more, as all printers of attributes do. */
export function communities(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  if (length % communityLength !== 0) {
    out.text('invalid len');
    return length;
  }
  for (let offset = 0; offset < length; offset += communityLength) {
    const community = view.u32(at + offset);
    const name = wellKnown.get(community);
    if (name !== undefined) {
      out.text(name);
      continue;
    }
    count(out, '', community >>> 16, ':');
    count(out, '', community & 0xffff, offset + communityLength < length ? ', ' : '');
  }
  return length;
}

export function largeCommunities(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  if (length === 0 || length % largeLength !== 0) {
    out.text('invalid len');
    return length;
  }
  out.text('\n\t    ');
  for (let offset = 0; offset < length; offset += largeLength) {
    if (offset > 0) out.text(', ');
    count(out, '', view.u32(at + offset), ':');
    count(out, '', view.u32(at + offset + 4), ':');
    out.decimal(view.u32(at + offset + 8));
  }
  return 0;
}

const extendedFlags: readonly FlagName[] = [
  [0x8000, 'vendor-specific'],
  [0x4000, 'non-transitive'],
];

type CommunityPrinter = (context: PrintContext, at: number) => void;

const tunnelTypes = names(() => ({
  1: 'L2TPv3 over IP',
  2: 'GRE',
  3: 'Transmit Tunnel',
  4: 'IPsec',
  5: 'IP in IP with IPsec',
  6: 'MPLS in IP with IPsec',
  7: 'IP in IP',
  8: 'VXLAN',
  9: 'NVGRE',
  10: 'MPLS',
  11: 'MPLS in GRE',
  12: 'VXLAN GPE',
  13: 'MPLS in UDP',
  14: 'IPv6',
  15: 'SR TE',
  16: 'Bare',
  17: 'SR',
}));

const ospfRouteTypes = names(() => ({
  1: 'Router',
  2: 'Network',
  3: 'Summary',
  5: 'External',
  7: 'NSSA External',
  129: 'MPLS-VPN Sham',
}));
const OspfRoute = { external: 5, nssa: 7 } as const;

/** Two bytes and four. */
const numbers2: CommunityPrinter = ({ out, view }, at) => {
  count(out, '', view.u16(at + 2), ':');
  count(out, '', view.u32(at + 4), ' (= ');
  out.dotted(view.bytes, at + 4);
  out.char(0x29);
};

/** Four bytes and two. */
const numbers4: CommunityPrinter = (context, at) => {
  const { out, view } = context;
  asNumber(context, view.u32(at + 2), '', ':');
  out.decimal(view.u16(at + 6));
};

const addressAndNumber: CommunityPrinter = (context, at) => {
  namedIpv4(context, at + 2);
  count(context.out, ':', context.view.u16(at + 6));
};

const address: CommunityPrinter = (context, at) => namedIpv4(context, at + 2);

const bandwidth: CommunityPrinter = ({ out, view }, at) => {
  out.text('bandwidth: ');
  megabits(out, view, at + 4);
  out.text(' Mbps');
};

const ospfRoute: CommunityPrinter = (context, at) => {
  const { out, view } = context;
  const type = view.u8(at + 6);
  out.text('area:');
  namedIpv4(context, at + 2);
  out.text(', router-type:');
  const name = ospfRouteTypes.get(type);
  if (name === undefined) {
    out.text('unknown (0x');
    out.hex8(type);
    out.char(0x29);
  } else {
    out.text(name);
  }
  out.text(', metric-type:');
  if ((view.u8(at + 7) & 1) !== 0) out.text('E2');
  if (type === OspfRoute.external || type === OspfRoute.nssa) out.text('E1');
};

const layer2: CommunityPrinter = ({ out, view }, at) => {
  out.text(l2vpnEncapsulationNames.get(view.u8(at + 2)) ?? 'unknown encaps');
  out.text(' Control Flags [0x');
  out.hex8(view.u8(at + 3));
  count(out, ']:MTU ', view.u16(at + 4));
};

const sourceAs: CommunityPrinter = ({ out, view }, at) => count(out, 'AS ', view.u16(at + 2));

const encapsulation: CommunityPrinter = ({ out, view }, at) => {
  out.text('Tunnel type: ');
  out.text(tunnelTypes.get(view.u16(at + 6)) ?? 'unknown encaps');
};

const undecoded: CommunityPrinter = ({ out, view }, at) => {
  for (let i = 2; i < extendedLength; i++) out.hex8(view.u8(at + i));
};

/** By type and subtype (IANA "BGP Extended Communities"); those of 0x88 are Cisco's. */
const kinds = new Map<number, readonly [name: string, print: CommunityPrinter]>([
  [0x0002, ['target', numbers2]],
  [0x0102, ['target', addressAndNumber]],
  [0x0202, ['target', numbers4]],
  [0x0003, ['origin', numbers2]],
  [0x0103, ['origin', addressAndNumber]],
  [0x0203, ['origin', numbers4]],
  [0x4004, ['link-BW', bandwidth]],
  [0x0005, ['ospf-domain', address]],
  [0x0105, ['ospf-domain', address]],
  [0x0205, ['ospf-domain', address]],
  [0x8005, ['ospf-domain', address]],
  [0x0306, ['ospf-route-type', ospfRoute]],
  [0x8000, ['ospf-route-type', ospfRoute]],
  [0x030c, ['encapsulation', encapsulation]],
  [0x0107, ['ospf-router-id', address]],
  [0x8001, ['ospf-router-id', address]],
  [0x800a, ['layer2-info', layer2]],
  [0x0009, ['source-AS', sourceAs]],
  [0x010b, ['vrf-route-import', addressAndNumber]],
  [0x000a, ['l2vpn-id', numbers2]],
  [0xf10a, ['l2vpn-id', addressAndNumber]],
  [0x8800, ['eigrp-general-route (flag, tag)', undecoded]],
  [0x8801, ['eigrp-route-metric (AS, delay)', undecoded]],
  [0x8802, ['eigrp-route-metric (reliability, nexthop, bandwidth)', undecoded]],
  [0x8803, ['eigrp-route-metric (load, MTU)', undecoded]],
  [0x8804, ['eigrp-external-route (remote-AS, remote-ID)', undecoded]],
  [0x8805, ['eigrp-external-route (remote-proto, remote-metric)', undecoded]],
]);
const unknownKind = ['unknown extd community typecode', undecoded] as const;

export function extendedCommunities(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  if (length % extendedLength !== 0) {
    out.text('invalid len');
    return length;
  }
  for (let from = at; from < at + length; from += extendedLength) {
    const type = view.u16(from);
    const [name, print] = kinds.get(type) ?? unknownKind;
    out.text('\n\t    ');
    out.text(name);
    out.text(' (0x');
    out.hex16(type);
    out.text('), Flags [');
    flagNames(out, extendedFlags, type);
    out.text(']: ');
    view.need(from, extendedLength);
    print(context, from);
  }
  return length;
}
