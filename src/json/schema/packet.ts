/** What `--json` prints: one object per packet. The schema file is generated from these types. */
import type { GeneveOptionJson } from './encapsulation';
import type { CommunityId, HexBytes, Ipv4Address, Ipv6Address, TimeText } from './layer';
import type { LayerJson } from './layers';

export interface PacketJson {
  /** When the packet was captured. */
  time: TimeText;
  /** Counts the packets from 1; with -#. */
  number?: number;
  /** Captured bytes. */
  caplen: number;
  /** Bytes on the wire. */
  len: number;
  /** LINKTYPE_ value (https://www.tcpdump.org/linktypes.html). */
  link_type: number;
  /** The interface, the address and port, or the file that the packet came from. */
  source?: string;
  /** Which worker of the source received it, from 0. */
  worker: number;
  /** The kernel's interface index, or the interface number inside a pcapng section. */
  interface_index?: number;
  /** packet(7): to this host, to all, to a group, to another host, or from this host. */
  direction?: 'host' | 'broadcast' | 'multicast' | 'otherhost' | 'outgoing';
  /** The time was taken by the network card. */
  hardware_time?: true;
  /** Sent from this host with the transport checksum left to the network card. */
  checksum_not_ready?: true;
  /** The kernel has verified the transport checksum. */
  checksum_valid?: true;
  /** The receive buffer was shorter than the packet. */
  receive_truncated?: true;
  /** A VLAN tag that the kernel had taken off was put back. */
  vlan_restored?: true;
  /** The tunnel that the source has taken off. */
  tunnel?: TunnelJson;
  /** From the link layer inwards. */
  layers: LayerJson[];
  /** The packet nests more layers than are shown. */
  layers_omitted?: true;
  /** Number of the outermost VLAN. */
  vlan?: number;
  /** Number of the VLAN inside it. */
  inner_vlan?: number;
  /** Zeek's names for the flow of the innermost IP header: the originator's address. */
  'id.orig_h'?: Ipv4Address | Ipv6Address;
  /** The originator's port; for ICMP the message's type. */
  'id.orig_p'?: number;
  /** The responder's address. */
  'id.resp_h'?: Ipv4Address | Ipv6Address;
  /** The responder's port; for ICMP the type of the answer, or the code where nothing answers. */
  'id.resp_p'?: number;
  /** The transport protocol in Zeek's words. */
  proto?: 'tcp' | 'udp' | 'icmp' | 'unknown_transport';
  /** IP protocol number of the flow. */
  ip_proto?: number;
  /** Community ID version 1 with seed 0 (https://github.com/corelight/community-id-spec). */
  community_id?: CommunityId;
  /** The captured bytes: with -xx all, with -x those after the link header. */
  bytes?: HexBytes;
}

export interface TunnelJson {
  /** Tunnels in tunnels from outside in, with + between them. */
  encapsulation: string;
  /** MPLS has no addresses. */
  source?: Ipv4Address | Ipv6Address;
  /** Where the tunnel has ports. */
  source_port?: number;
  destination?: Ipv4Address | Ipv6Address;
  destination_port?: number;
  /** Network identifier of the outermost encapsulation. */
  vni?: number;
  /** That of the innermost tunnel which has one. */
  inner_vni?: number;
  /** VXLAN's group policy ID. */
  policy?: number;
  /** A control message, not a user's packet. */
  control?: true;
  /** GENEVE options that the end of a tunnel has to know. */
  critical?: true;
  geneve_options?: GeneveOptionJson[];
}
