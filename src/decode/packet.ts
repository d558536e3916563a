/**
 * A captured packet as the decoder sees it: where its bytes lie, and what is known of it besides them.
 * One object is reused for every packet of a batch; nobody keeps a reference past the call that got it.
 */
export interface PacketRecord {
  /** The memory that holds the packet; more than this packet may lie in it. */
  bytes: Uint8Array;
  /** A view of the same memory as `bytes`, same offset and length. */
  view: DataView;
  /** Index of the packet's first byte in `bytes`. */
  offset: number;
  /** Captured bytes. */
  caplen: number;
  /** Bytes on the wire. */
  len: number;
  /** LINKTYPE_ value (https://www.tcpdump.org/linktypes.html). */
  linkType: number;
  /** Whole seconds since the epoch. */
  seconds: number;
  /** 0..999999999 */
  nanoseconds: number;
  /** sll_pkttype: 0 host, 1 broadcast, 2 multicast, 3 other host, 4 outgoing, 255 unknown. */
  direction: number;
  /** Bits of {@link PacketFlag}. */
  flags: number;
  /** Which source of the plan, from 0. */
  source: number;
  /** Which worker of the source, from 0. */
  worker: number;
  /** The kernel's interface index, or the interface number inside a pcapng section; 0 where unknown. */
  interfaceIndex: number;
  /** What is known of the tunnel that the packet came through; reused like the record itself. */
  tunnel: TunnelFacts | undefined;
  /** The packet's line, where a worker has written it; reused like the record itself. caplen is 0 where it is enough. */
  line?: PreparedLine;
}

/** What a worker has to know to write lines: CommonLineOptions of native/sink/common_line.h. */
export interface LineRequest {
  /** -v: with the fields of the IP header. */
  ipHeader: boolean;
  /** Only packets whose checksums are right, which the line says. */
  checksums: boolean;
  /** -S */
  absoluteSequence: boolean;
  /** The packet's bytes are wanted beside its line. */
  keepBytes: boolean;
  /** A bit for each port, 8192 bytes: what has such a port has another line. */
  tcpPorts: Uint8Array;
  udpPorts: Uint8Array;
}

/** A line without its time, in `PacketRecord.view`: struct BatchLine in native/sink/common_line.h. */
export interface PreparedLine {
  /** All of the text, or what stands before the relative numbers; a multiple of eight, padded with zeros. */
  textOffset: number;
  textLength: number;
  /** Bits of {@link LineNumbers}; 0: the text is whole, and nothing of what follows holds. */
  numbers: number;
  /** The text behind the numbers, like the first part. */
  restOffset: number;
  restLength: number;
  /** Bytes of the segment's payload. */
  payload: number;
  /** 32 bits, as they stand in the header. */
  sequence: number;
  acknowledgement: number;
  /** The conversation's key in `words`: ports, then both addresses, the lower side first. */
  words: Uint32Array;
  keyIndex: number;
  keyWords: number;
}

/** enum LineNumbersFlag in native/sink/common_line.h */
export const LineNumbers = {
  relative: 1,
  /** The sequence number is shown. */
  sequence: 2,
  /** The sender is the higher side of the key. */
  swapped: 4,
  syn: 8,
} as const;

export const PacketFlag = {
  /** The time stamp was made by the NIC. */
  hardwareTime: 1,
  /** Sent from this host with the checksum left to the NIC. */
  checksumNotReady: 2,
  /** The kernel has verified the transport checksum. */
  checksumValid: 4,
  /** The receive buffer was shorter than the packet. */
  truncated: 8,
  /** A VLAN tag that the kernel had taken off was put back. */
  vlanRestored: 16,
  /** The time stamp is that of several datagrams, which the kernel had put together (GRO). */
  sharedTime: 32,
  /** The worker has verified the outermost transport checksum and its IPv4 header; not set where one is wrong or unseen. */
  checksumVerified: 64,
} as const;

/** In the order of enum Encapsulation in native/types.h. */
export const encapsulations = [
  'none',
  'vxlan',
  'geneve',
  'geneve+vxlan',
  'skip',
  'erm',
  'tzsp',
  'erspan',
  'gre',
  'mpls',
  // What auto asks for has the name of what it found.
  'none',
  'vxlan-gpe',
  'gue',
] as const;
export type EncapsulationName = (typeof encapsulations)[number];

/** enum TunnelFlag in native/types.h */
export const TunnelFlag = {
  /** A control message, not a user's packet (O). */
  control: 1,
  /** GENEVE options that a tunnel's end has to know (C). */
  critical: 2,
  /** There is a group policy ID (G). */
  policy: 4,
  /** The policy has been applied (A). */
  policyApplied: 8,
  /** The sender's address is not to be learnt (D). */
  dontLearn: 16,
} as const;

/** Outer addresses, VNI and options of the tunnel that a packet came through. */
export interface TunnelFacts {
  encapsulation: EncapsulationName;
  /** 0: the tunnel has no addresses (MPLS). */
  family: 0 | 4 | 6;
  /** Where the 4 or 16 address bytes start in `PacketRecord.bytes`. */
  sourceOffset: number;
  destinationOffset: number;
  /** 0: the tunnel has no ports (GRE, ERSPAN, MPLS). */
  sourcePort: number;
  destinationPort: number;
  /** Outermost VNI, -1 where the encapsulation has none. */
  vni: number;
  /** Innermost VNI of tunnels in tunnels, else -1. */
  innerVni: number;
  /** The tunnels inside the outermost one, from outside in. */
  inside: readonly EncapsulationName[];
  /** {@link TunnelFlag}, of the outermost header. */
  flags: number;
  /** VXLAN's group policy ID, with TunnelFlag.policy. */
  policy: number;
  /** GENEVE options in `PacketRecord.bytes`; length 0 where there are none. */
  optionsOffset: number;
  optionsLength: number;
}
