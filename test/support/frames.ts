/**
 * Frames written down as they nest: `ethernet({}, vlan({ id: 13 }, ipv4({}, tcp({ flags: 'S' }))))`.
 * Lengths, types and checksums are right unless a field says otherwise. `toBytes` turns a layer without
 * Ethernet around it (raw IP) into bytes.
 */
export { internetChecksum, transportChecksum } from './frames/checksum';
export { icmp, icmpv6, IpProtocol, ipv4, ipv6 } from './frames/internet';
export { concat, type Layer, type Payload, toBytes } from './frames/layer';
export { arp, ethernet, EtherType, vlan } from './frames/link';
export { tcp, udp } from './frames/transport';
export { geneve, type GeneveOption, vxlan } from './frames/tunnel';
