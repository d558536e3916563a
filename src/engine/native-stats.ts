/** What the addon tells of a capture: what was opened, what was counted. */

/** One opened source. */
export interface OpenedSource {
  /** What to call it in messages: the interface, the address and port, the file. */
  name: string;
  linkType: number;
  snaplen: number;
  /** The fanout group joined, and how many members it had before, -1: the kernel does not tell; undefined: none. */
  fanout: { id: number; mode: number; membersBefore: number } | undefined;
  /** Bytes of receive buffer that the kernel really gave; 0 where that means nothing. */
  receiveBuffer: number;
  workers: number;
  /** Where an XDP program takes tunnels off: in the driver, in the kernel's generic place, or by another capture. */
  xdp?: 'native' | 'generic' | 'shared';
}

/** Of one worker of one source. */
export interface SourceStats {
  source: number;
  /** Among all workers. */
  worker: number;
  captured: number;
  received: number;
  receivedBytes: number;
  /** What passed the kernel's filter, dropped packets included: tcpdump's "received by filter". */
  kernelMatched: number;
  kernelDropped: number;
  /** Datagrams that the filter has refused in the kernel (udp only). */
  kernelRefused: number;
  /** The one or the other: the socket counts both in one, and the kernel's other counters did not tell. */
  refusedOrDropped: number;
  /** Each of kernelDropped is a message of one datagram or several (UDP_GRO). */
  dropsAreMessages: boolean;
  queueFreezes: number;
  interfaceDropped: number;
  truncated: number;
  discardedAtJoin: number;
  /** Refused by the filter in userspace. */
  filtered: number;
  invalid: {
    tooShort: number;
    vxlanFlags: number;
    geneveVersion: number;
    geneveProtocol: number;
    innerNotVxlan: number;
    /** GRE, ERSPAN, TZSP or MPLS of a kind that nothing can be taken out of. */
    tunnelHeader: number;
    /** Frames outside the tunnel, where such are dropped. */
    notInTunnel: number;
    /** With strict: GENEVE options that do not fill the room for options. */
    geneveOptions: number;
    /** With strict: a critical GENEVE option that is not known. */
    geneveCritical: number;
    /** A control message of GUE; with strict, of GENEVE and VXLAN-GPE, too. */
    control: number;
    gpeVersion: number;
    gpeProtocol: number;
    /** GUE of an unknown variant, or with unknown flags. */
    gueHeader: number;
    gueProtocol: number;
    /** No such tunnel inside the tunnel. */
    notNested: number;
    /** No tunnel that auto knows. */
    unrecognized: number;
  };
  /** Who sent the last one of each cause; time: seconds since 1970. */
  invalidSenders?: Partial<Record<keyof SourceStats['invalid'], RejectedSender>>;
}

export interface RejectedSender {
  address: string;
  port: number;
  time: number;
}

/** What became of the packets that were to be sent on. */
export interface ForwardStats {
  sent: number;
  sentBytes: number;
  /** What the system did not take, by its reason. */
  refused: { errno: number; reason: string; packets: number }[];
  /** Of those sent: cut by the capture that they come from. */
  sentCut: number;
  /** Of link types that the sink does not carry. */
  notCarried: number;
  /** For the interface's MTU. */
  tooLong: number;
  /** For a link header. */
  tooShort: number;
  /** Not due yet when the capture was stopped. */
  stopped: number;
  /** Answers that a datagram could not be delivered. */
  icmpErrors: number;
  /** Nobody was connected. */
  withoutReader: number;
  /** Connections that there have been, and those of them that were cut off. */
  readers: number;
  slowReaders: number;
}

/** Frames that came by an XDP program which takes tunnels off. None is dropped. */
export interface StripStats {
  interface: string;
  stripped: number;
  /** Not in such a tunnel. */
  other: number;
  /** In one whose header is cut or not understood. */
  invalid: number;
  /** What is inside is shorter than an Ethernet header. */
  shortInner: number;
}

export interface SessionStats {
  /** Packets that reached the sinks: tcpdump's "packets captured". */
  captured: number;
  sources: SourceStats[];
  /** Written to the savefile, and their captured bytes. */
  written: number;
  writtenBytes: number;
  /** Not written because their link type is not the file's. */
  otherLinkType: number;
  /** Not written because they came after the last file that was wanted. */
  afterLastFile: number;
  /** How often a receiver had to wait for the disk. */
  writerWaits: number;
  /** Complete files that gave way to newer ones on a full disk. */
  deletedFiles: number;
  /** Datagrams that are kept for study; absent: they are not. */
  invalidWritten?: number;
  /** Of all refusedOrDropped, how many were dropped; undefined: unknown. */
  droppedOfMixed: number | undefined;
  /** Not shown because the reader of batches was too slow (lossless: false only). */
  notShown: number;
  /** Of the XDP programs that take tunnels off, for all captures that share one. */
  strips?: StripStats[];
  /** Absent: there is no such sink. */
  forwarded?: ForwardStats;
}

/** What packets are counted by. */
export type CountKey = 'vni' | 'proto' | 'src' | 'dst' | 'port' | 'flow' | 'tunnel';

export interface TallyRow {
  /** What each of the keys says, '' where the packets had nothing to say; no control characters. */
  texts: string[];
  packets: number;
  bytes: number;
  /** So many of the packets may have been of other keys, which no longer have a row. */
  uncertain: number;
}

export interface TallyReport {
  /** Most packets first. */
  rows: TallyRow[];
  /** Of all packets, with those that have no row here. */
  keys: number;
  packets: number;
  bytes: number;
  /** No worker had more keys than it can keep apart. */
  exact: boolean;
}
