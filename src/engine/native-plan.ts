/** What the addon is told to do: the plan of a capture, flattened and validated. */
import type { LineRequest } from '../decode/packet';
import type { NativeUser } from './native-rights';
import type { CountKey } from './native-stats';

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
  /** Tunnels inside that are taken off as well, from outside in; at most 5. */
  inside: NativeEncapsulation[];
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

/** As a savefile over TCP. */
export interface NativeStreamSink extends NativeTcp {
  kind: 'tcp';
  /** How far a reader may stay behind. */
  bufferBytes: number;
  /** At a time. */
  readers: number;
  /** Of pcap's time stamps; pcapng always has them. */
  nanoseconds: boolean;
  /** Absent: pcap. As in NativeSave. */
  pcapng?: { application: string; interfacePerVni: boolean };
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
  /** Tunnels inside that are taken off as well, from outside in; at most 5. */
  inside: NativeEncapsulation[];
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
  /** level below 0: zstd's fast ones; 0: the usual one, -3 for zstd. */
  compression: { method: 'none' | 'zstd' | 'gzip' | 'lz4'; level: number; threads: number };
  /** Memory for what waits for the disk. */
  bufferBytes: number;
  /** Written in all, before compression, after which the capture ends; 0: any number. */
  mostBytes: number;
  onFull: 'stop' | 'oldest' | 'pause';
  /** What is older has reached the disk; 0: when the system likes. */
  syncSeconds: number;
  /** Past the page cache, where the file system can do that. */
  uncached: boolean;
  /** What is there already is written over. */
  force: boolean;
  /** Whom files belong to that did not exist before; undefined: whoever this process is. */
  owner: NativeUser | undefined;
  /** undefined: this process makes its files itself, as long as it has them. */
  keeper?: NativeKeeper;
}

/** For a process that gives up the right to make files: a small one makes them in its place, and runs commands. */
export interface NativeKeeper {
  /** A program and its arguments, run for each complete file; empty: none. */
  command: string[];
  /** How many of them run at the same time. */
  jobs: number;
  /** Whom they run as; undefined: whoever this process is. */
  user: NativeUser | undefined;
  /** They have whatever root may do; else no capability. */
  keepsRights: boolean;
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
        /** Have the usual lines written by the worker; absent: it writes none. */
        lines?: LineRequest;
      }
    | undefined;
}
