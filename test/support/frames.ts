/**
 * Frames written down as they nest: `ethernet({}, vlan({ id: 13 }, ipv4({}, tcp({ flags: 'S' }))))`.
 * Lengths, types and checksums are right unless a field says otherwise. `toBytes` turns a layer without
 * Ethernet around it (raw IP) into bytes.
 */
export { internetChecksum, transportChecksum } from './frames/checksum';
export { IpProtocol, icmp, icmpv6, ipv4, ipv6 } from './frames/internet';
export { concat, type Layer, type Payload, toBytes } from './frames/layer';
export { arp, EtherType, ethernet, vlan } from './frames/link';
export { erm, erspan, gre, mpls, tzsp } from './frames/mirror';
export { tcp, udp } from './frames/transport';
export { type GeneveOption, geneve, gue, vxlan, vxlanGpe } from './frames/tunnel';
