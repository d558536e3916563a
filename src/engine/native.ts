/**
 * Every function and class of the addon, typed, on one page. Nobody else loads the .node file.
 * Arguments are already validated when they get here; errors thrown by the addon carry
 * `code`, `errno` (0 where no system call failed) and `hint` beside the message.
 */
import type { HostAddon } from './native-host';
import type { NativeUser, RightsAddon } from './native-rights';
import type { SettingsAddon } from './native-settings';
import type { TestAddon } from './native-test';

/** One source of the plan, flattened for the addon. */
export type NativeSource = NativeBackend & {
  /** Receiver threads, 1..256, each with a ring or socket of its own in one group. */
  workers: number;
  /** CPUs for the workers in turn; empty: wherever the scheduler puts them. */
  cpus: number[];
};

export type NativeEncapsulation =
  | 'vxlan'
  | 'geneve'
  | 'geneve+vxlan'
  | 'skip'
  | 'erm'
  | 'tzsp'
  | 'erspan'
  | 'gre'
  | 'mpls'
  | 'auto'
  | 'vxlan-gpe'
  | 'gue';

/** The program that shares packets out among the members of a group. */
export type NativeSteering = {
  /** Members of the group; 0: the kernel knows (fanout groups only). */
  groupSize: number;
  /** This member's slot, below groupSize; -1: none. */
  slot: number;
} & (
  | {
      /** By the flow inside tunnels: these, skip bytes behind the UDP header, port 0: the assigned one. */
      kind: 'inner';
      encapsulation: NativeEncapsulation;
      skip: number;
      port: number;
    }
  | {
      /** A classic BPF program in a file, in the form of tcpdump -ddd. */
      kind: 'classic';
      path: string;
    }
  | {
      /** An eBPF program in a BPF file system. */
      kind: 'pinned';
      path: string;
    }
);

/** Tunnels that are taken off the frames of an interface. */
export interface NativeDecap {
  encapsulation: NativeEncapsulation;
  /** Bytes behind the UDP header; encapsulation 'skip' only. */
  skip: number;
  /** UDP destination port; 0: the assigned one, for 'skip' any. */
  port: number;
  /** Frames that are not in the tunnel are dropped and counted. */
  dropOther: boolean;
  /** Run by the kernel on the frames; '' accepts everything. */
  outerFilter: string;
}

/** Where packets are sent on to. */
export type NativeForward = NativeTunnelSink | NativeWireSink | NativeStreamSink;

/** In UDP datagrams. */
export interface NativeTunnelSink {
  kind: 'udp';
  /** IPv4 or IPv6 address text without brackets. */
  address: string;
  port: number;
  encapsulation: 'vxlan' | 'geneve' | 'skip';
  /** Zero bytes before each packet; encapsulation 'skip' only. */
  skip: number;
  /** 24 bits. */
  vni: number;
  /** Source ports that flows are spread over, 1..1024. */
  sourcePorts: number;
  /** Packets per second; 0: as they come. */
  rate: number;
  /** Whether the kernel may carry packets of one size together. */
  segment: boolean;
}

/** On an interface, as they are. */
export interface NativeWireSink {
  kind: 'af_packet';
  interface: string;
  /** Packets per second; 0: as they come. */
  rate: number;
  /** Past the queueing discipline. */
  bypass: boolean;
}

/** As a pcap savefile over TCP. */
export interface NativeStreamSink extends NativeTcp {
  kind: 'tcp';
  /** How far a reader may stay behind. */
  bufferBytes: number;
  /** At a time. */
  readers: number;
  /** Of time stamps. */
  nanoseconds: boolean;
}

export interface NativeTcp {
  /** IPv4 or IPv6 address text without brackets. */
  address: string;
  port: number;
  /** Else: listens. */
  connects: boolean;
}

export interface NativeXdp {
  encapsulation: NativeEncapsulation;
  /** Bytes behind the UDP header; encapsulation 'skip' only. */
  skip: number;
  /** UDP destination port; 0: the assigned one, for 'skip' any. */
  port: number;
}

/** Sizes in bytes, times in milliseconds unless said otherwise. */
export type NativeBackend =
  | {
      kind: 'af_packet';
      interface: string;
      bufferSize: number;
      blockSize: number;
      blockTimeoutMs: number;
      hardwareTimestamps: boolean;
      promiscuous: boolean;
      ignoreOutgoing: boolean;
      /** LINKTYPE_ value, or -1: read it from the device. */
      linkType: number;
      /** PACKET_FANOUT_* mode; -1: no group is joined. */
      fanoutMode: number;
      /** 0..65535, or -1: the kernel picks a free one (PACKET_FANOUT_FLAG_UNIQUEID). */
      fanoutId: number;
      fanoutDefrag: boolean;
      fanoutRollover: boolean;
      /** For the modes that need a program. */
      steering: NativeSteering | undefined;
      /** The filter of the plan holds for what was inside then. */
      decap: NativeDecap | undefined;
      /** Tunnels that an XDP program takes off before the network stack sees the frames. */
      xdp: NativeXdp | undefined;
      /** 0: leave checksums to the reader, 1: verify here, 2: trust what the kernel says. */
      checksumMode: number;
    }
  | {
      kind: 'udp';
      /** Where it listens, one at least; IPv4 or IPv6 address text without brackets. */
      endpoints: { address: string; port: number }[];
      /** Multicast groups that are joined; '': any source, the interface of the routing table. */
      groups: { address: string; source: string; interface: string }[];
      encapsulation: NativeEncapsulation;
      /** Tunnels inside that are taken off as well, from outside in; at most 5. */
      inside: NativeEncapsulation[];
      /** Their UDP port; 0: the assigned ones. */
      insidePort: number;
      /** Refuse what the end of a tunnel has to drop. */
      strict: boolean;
      /** Bytes taken off before the inner packet; encapsulation 'skip' only. */
      skip: number;
      /** LINKTYPE_ of the inner packet, or -1: GENEVE's protocol type decides, Ethernet otherwise. */
      linkType: number;
      reusePort: boolean;
      /** The program of the sockets that share the port; undefined: the kernel's hash of the outer addresses. */
      steering: NativeSteering | undefined;
      /** Bytes asked of SO_RCVBUF; 0: the kernel's default. */
      receiveBufferSize: number;
      /** Datagrams per recvmmsg call, 1..1024. */
      batchSize: number;
      /** Bytes per datagram buffer. */
      datagramSize: number;
      /** Whether the kernel may hand several datagrams of one flow over as one message; auto: where it can. */
      gro: 'auto' | 'on' | 'off';
      /** auto: recvmmsg, which costs less on every load measured (npm run bench -- receivers). */
      implementation: 'auto' | 'recvmmsg' | 'io_uring';
      /** Microseconds for which a receive asks the device before it sleeps; 0: not at all. */
      busyPollUs: number;
    }
  | ({ kind: 'tcp' } & NativeTcp)
  | {
      kind: 'savefile';
      path: string;
      /** How often it is read; 0: for ever. */
      passes: number;
    };

/** Packets in files. Sizes in bytes. */
export interface NativeSave {
  path: string;
  /** %w in the path is the worker's number, and each has a file; otherwise one file in the order of time. */
  perWorker: boolean;
  /** Else pcap. */
  pcapng: boolean;
  /** Of pcap's time stamps; pcapng always has them. */
  nanoseconds: boolean;
  /** pcapng: an interface block for each VNI. */
  interfacePerVni: boolean;
  flushEachBatch: boolean;
  /** Who writes, in the section header of pcapng. */
  application: string;
  /** When another file follows, and how many there may be; 0: not by this, any number. */
  rotation: { bytes: number; seconds: number; onClock: boolean; files: number };
  /** level 0: the library's usual one. */
  compression: { method: 'none' | 'zstd' | 'gzip' | 'lz4'; level: number; threads: number };
  /** Memory for what waits for the disk. */
  bufferBytes: number;
  /** Written in all, before compression, after which the capture ends; 0: any number. */
  mostBytes: number;
  onFull: 'stop' | 'oldest' | 'pause';
  /** What is older has reached the disk; 0: when the system likes. */
  syncSeconds: number;
  /** What is there already is written over. */
  force: boolean;
  /** Whom files belong to that did not exist before; undefined: whoever this process is. */
  owner: NativeUser | undefined;
}

/** Of the tunnel that a packet came through; a packet that came through none answers no. */
export interface NativeTunnelTest {
  /** vni: the outermost one; innerVni: the innermost of tunnels in tunnels; address and port: the outer ones. */
  fact: 'vni' | 'innerVni' | 'address' | 'port';
  /** Of address and port; either: one of them is enough. */
  end: 'src' | 'dst' | 'either';
  /** Lowest and highest number in turn, in order and apart; empty for an address. */
  ranges: number[];
  /** For an address: any of them is right. */
  networks: { address: string; prefix: number }[];
}

/** A filter with tests of tunnels taken out. */
export interface NativeTunnelTests {
  /** libpcap's language before, between and behind the tests: one more than there are tests. */
  parts: string[];
  /** 1..8 */
  tests: NativeTunnelTest[];
}

export interface NativePlan {
  sources: NativeSource[];
  /** tcpdump's expression; '' accepts everything. */
  filter: string;
  /** Present where the expression asks for more than libpcap knows. */
  tunnelTests?: NativeTunnelTests;
  optimizeFilter: boolean;
  /** 1..262144 */
  snaplen: number;
  /** Stop after this many packets of all workers together; 0: never. */
  count: number;
  /** Which packets to keep by direction (af_packet only). */
  direction: 'in' | 'out' | 'inout';
  /** Hand each packet on at once instead of by block (tcpdump's --immediate-mode). */
  immediate: boolean;
  /** Wait for an interface that has been deleted to come back (af_packet without a fanout group only). */
  wait: boolean;
  /** Bytes kept of each packet behind its headers; undefined: all. */
  slicePayload?: number;
  /** Path of the key by which addresses become pseudonyms; undefined: they stay. */
  anonymizeKeyFile?: string;
  save: NativeSave | undefined;
  /** Packets are counted by these together; absent: they are not. */
  countBy?: CountKey[];
  /** Datagrams that no packet can be taken out of, as IP packets; undefined: they are only counted. */
  invalid: NativeSave | undefined;
  /** Packets are sent on to there; undefined: nowhere. */
  forward: NativeForward | undefined;
  /** Packets are sent on with the gaps they had, so many times as fast; undefined: as they come. */
  replaySpeed?: number;
  /** Batches for JavaScript; undefined: nothing crosses (-w, --count). */
  batch:
    | {
        /** Slots of the ring, and bytes of each. */
        slots: number;
        slotBytes: number;
        /** true: a full ring holds up the receiver (the kernel's ring then fills); false: packets are dropped and counted. */
        lossless: boolean;
        /** Mark packets whose transport checksum is right. */
        verifyChecksums: boolean;
      }
    | undefined;
}

/** One opened source. */
export interface OpenedSource {
  /** What to call it in messages: the interface, the address and port, the file. */
  name: string;
  linkType: number;
  snaplen: number;
  /** The fanout group joined, and how many members it had before; undefined: none. */
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

export interface NativeNotice {
  code: string;
  message: string;
  hint: string;
}

export interface NativeFailure extends NativeNotice {
  errno: number;
}

export interface NativeSession {
  /**
   * Opens sinks and sources, compiles the filter. Throws; nothing stays open then.
   * The callback is called on the JavaScript thread, coalesced, when a batch, a notice or the end is there to be taken.
   */
  open(wake: () => void): OpenedSource[];
  start(): void;
  /** Asks the workers to hand over what the kernel has taken in, then end. Idempotent. */
  stop(): void;
  stats(): SessionStats;
  /** Of a plan with countBy: so many rows at most; 0: all. */
  tally(rows: number): TallyReport;
  /** The batch slots; valid until close(), which empties the buffers. */
  slots(): ArrayBuffer[];
  /** Next filled slot (its index), or -1. The slot is the reader's until release(). */
  take(): number;
  /** Bytes used in a taken slot. */
  used(slot: number): number;
  release(slot: number): void;
  /** Notices since the last call. */
  notices(): NativeNotice[];
  /** Savefiles that have been completed since the last call. */
  files(): string[];
  /** true once every worker has ended and every sink is finished. */
  ended(): boolean;
  /** What ended the capture early, if anything; valid once ended. */
  failure(): NativeFailure | undefined;
  /** Joins the threads and frees everything. Idempotent. */
  close(): void;
}

export type NativeFilter = Pick<NativePlan, 'filter' | 'tunnelTests'>;

/** One instruction of classic BPF. */
export interface BpfInstruction {
  code: number;
  jt: number;
  jf: number;
  k: number;
}

export interface InterfaceInfo {
  name: string;
  index: number;
  /** IFF_* flags as the kernel gives them. */
  flags: number;
  /** ARPHRD_* */
  hardwareType: number;
  /** LINKTYPE_ that an af_packet source on it has. */
  linkType: number;
  addresses: string[];
  /** IF_OPER_*: 6 is up. */
  operState: number;
}

/** Raises with the version of the functions below; compared when the addon is loaded. */
export const addonVersion = 5;

export interface Addon extends HostAddon, RightsAddon, SettingsAddon, TestAddon {
  readonly version: number;
  Session: new (plan: NativePlan) => NativeSession;
  /** libpcap's compiler. Throws with code EFILTER and libpcap's own words. live: tags may lie in metadata (af_packet). */
  compileFilter(
    expression: string,
    linkType: number,
    snaplen: number,
    optimize: boolean,
    live: boolean,
  ): BpfInstruction[];
  /**
   * The steering program of a source whose `steering` is set, for the members there will be; none for a pinned one.
   * Throws with code ESTEERING_FILE.
   */
  steeringProgram(source: NativeSource): BpfInstruction[];
  /**
   * The program with which the kernel applies a filter to the packets inside a udp source's datagrams; empty, with the
   * reason, where the filter has to run in userspace. Throws with code EFILTER.
   */
  tunnelFilter(
    source: NativeSource,
    filter: NativeFilter,
    optimize: boolean,
  ): { program: BpfInstruction[]; reason: string };
  /**
   * libpcap's programs of a filter with tests of tunnels, by the answers that these give: bit i of the index is that of
   * test i. Throws with code EFILTER.
   */
  programsByAnswers(filter: NativeFilter, linkType: number, snaplen: number, optimize: boolean): BpfInstruction[][];
  /** Interfaces of this network namespace in the kernel's order. */
  interfaces(): InterfaceInfo[];
  /** libpcap's name and description of a LINKTYPE_ value, or undefined. */
  linkTypeName(linkType: number): { name: string; description: string } | undefined;
  /** LINKTYPE_ value of a libpcap name ("EN10MB", case ignored), or -1. */
  linkTypeValue(name: string): number;
  /** Writes all bytes, waiting where the descriptor is not ready. 0, or the errno that ended it. */
  writeAll(fd: number, bytes: Uint8Array, offset: number, length: number): number;
  /** Cuts a savefile behind its last whole record. Throws ESAVEFILE_OPEN, ESAVEFILE_FORMAT, ESAVEFILE_DAMAGED. */
  repairSavefile(path: string): { packets: number; keptBytes: number; removedBytes: number };
  /** libpcap's version line. */
  libpcapVersion(): string;
}
