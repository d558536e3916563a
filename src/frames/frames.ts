/**
 * Frames written down as they nest: `ethernet({}, vlan({ id: 13 }, ipv4({}, tcp({ flags: 'S' }))))`.
 * Lengths, types and checksums are right unless a field says otherwise. `toBytes` turns a layer without
 * Ethernet around it (raw IP) into bytes.
 */
export { internetChecksum, transportChecksum } from './checksum';
export { IpProtocol, icmp, icmpv6, ipv4, ipv6 } from './internet';
export { concat, type Layer, type Payload, toBytes } from './layer';
export { arp, EtherType, ethernet, vlan } from './link';
export { erm, erspan, gre, mpls, tzsp } from './mirror';
export { tcp, udp } from './transport';
export { type GeneveOption, geneve, gue, vxlan, vxlanGpe } from './tunnel';
