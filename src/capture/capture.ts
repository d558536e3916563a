/** Captures as async iterables: each packet is a copy of its own, which the caller may keep. */
import { type EncapsulationName, type PacketRecord, TunnelFlag } from '../decode/packet';
import { CaptureError } from '../engine/errors';
import type { NativeNotice, OpenedSource, SessionStats } from '../engine/native';
import { CaptureSession } from '../engine/session';
import { toNativePlan } from '../plan/native-plan';
import { type Direction, maxSnaplen } from '../plan/plan';
import { resolvePlan } from '../plan/resolve';
import { defaultSavefile, noAutostop } from '../plan/savefile';
import { defaultPrintOptions } from '../print/options';
import { byDefault, byFlag } from '../settings/setting';

export interface SavefileOptions {
  /** tcpdump's filter language (pcap-filter(7)); empty or absent: everything. */
  filter?: string;
  /** End after so many packets, 1 or more; absent: at the end of the source. */
  count?: number;
  /** Ends the capture cleanly when aborted: what the kernel had taken in is still delivered. */
  signal?: AbortSignal;
  /** Called once, before the first packet. */
  onOpen?(source: OpenedSource): void;
  /**
   * Called with what the user should hear of and the capture does not end for: an interface that went down, an address
   * or a multicast group that is gone or back, a receive buffer smaller than asked for. Between packets, the last ones
   * before onEnd; while the taker of packets holds one, none is told.
   */
  onNotice?(notice: NativeNotice): void;
  /** Called once, after the last packet. */
  onEnd?(stats: SessionStats): void;
}

export interface CaptureOptions extends SavefileOptions {
  /** Bytes kept of each packet, 1..262144; absent: 262144. */
  snaplen?: number;
  /** Which packets to keep by direction; of af_packet sources only, others are refused with it. */
  direction?: Direction;
}

/** A packet with its metadata; units and values as in {@link PacketRecord}. */
export interface CapturedPacket {
  data: Uint8Array;
  len: number;
  linkType: number;
  seconds: number;
  nanoseconds: number;
  direction: number;
  flags: number;
  interfaceIndex: number;
  tunnel: CapturedTunnel | undefined;
}

export interface CapturedTunnel {
  encapsulation: EncapsulationName;
  /** 4 or 16 bytes in network order; none for MPLS. */
  source: Uint8Array;
  destination: Uint8Array;
  /** 0: the tunnel does not go over UDP. */
  sourcePort: number;
  destinationPort: number;
  /** -1: none */
  vni: number;
  innerVni: number;
  /** Tunnels inside the outermost one, from outside in. */
  inside: readonly EncapsulationName[];
  /** The outermost header is that of a control message, not of a user's packet. */
  control: boolean;
  /** VXLAN's group policy ID; undefined: none. */
  policy: number | undefined;
  /** GENEVE options as received. */
  options: Uint8Array;
}

/**
 * Captures from a source URI ("af_packet::eth0", "udp::0.0.0.0:4789") until the loop is left, the signal aborts, or
 * the count is reached.
 * @throws SourceError for a URI that cannot be understood, PlanError for options that do not go together, CaptureError
 *   when opening or capturing fails
 */
export function capture(source: string, options: CaptureOptions = {}): AsyncGenerator<CapturedPacket, void> {
  return packets({ sources: [byFlag(source, source)], savefiles: [] }, options);
}

/**
 * Reads a pcap or pcapng savefile; "-" is standard input.
 * @throws CaptureError when it cannot be read, after the packets before the damage were delivered; PlanError for a filter
 *   that asks for tunnels
 */
export function readSavefile(path: string, options: SavefileOptions = {}): AsyncGenerator<CapturedPacket, void> {
  return packets({ sources: [], savefiles: [byFlag(path, path)] }, options);
}

type Input = Pick<Parameters<typeof resolvePlan>[0], 'sources' | 'savefiles'>;

async function* packets(input: Input, options: CaptureOptions): AsyncGenerator<CapturedPacket, void> {
  const session = CaptureSession.open(nativePlan(input, options));
  const stop = () => session.stop();
  try {
    const [opened] = session.sources;
    if (opened) options.onOpen?.(opened);
    options.signal?.addEventListener('abort', stop);
    if (options.signal?.aborted) stop();
    const onNotice = (notice: NativeNotice) => options.onNotice?.(notice);
    for await (const batch of session.batches(copyPacket, { onNotice })) yield* batch;
    options.onEnd?.(session.stats());
  } finally {
    options.signal?.removeEventListener('abort', stop);
    session.close();
  }
}

function nativePlan(input: Input, options: CaptureOptions) {
  const { filter = '', count, snaplen = maxSnaplen, direction } = options;
  if (count !== undefined && (!Number.isSafeInteger(count) || count < 1)) {
    throw new CaptureError('ECOUNT', `invalid packet count ${count} (must be 1 or more)`);
  }
  if (!Number.isInteger(snaplen) || snaplen < 1 || snaplen > maxSnaplen) {
    throw new CaptureError('ESNAPLEN', `invalid snaplen ${snaplen} (must be 1..${maxSnaplen})`);
  }
  return toNativePlan(
    resolvePlan({
      ...input,
      options: { flags: [], redefs: [] },
      filter: byDefault(filter),
      optimizeFilter: byDefault(true),
      snaplen: byDefault(snaplen),
      count: byDefault(count ?? 0),
      autostop: byDefault(noAutostop),
      direction: direction === undefined ? byDefault('inout') : byFlag(direction, `direction ${direction}`),
      cpus: byDefault([]),
      restore: byDefault(false),
      immediate: byDefault(false),
      wait: byDefault(false),
      output: {
        print: true,
        format: 'text',
        count: false,
        save: undefined,
        nanoseconds: byDefault(false),
        flushEachBatch: byDefault(false),
        savefile: defaultSavefile,
      },
      print: defaultPrintOptions,
    }),
  );
}

function copyPacket(record: PacketRecord): CapturedPacket {
  const { bytes, offset, caplen, tunnel } = record;
  return {
    data: bytes.slice(offset, offset + caplen),
    len: record.len,
    linkType: record.linkType,
    seconds: record.seconds,
    nanoseconds: record.nanoseconds,
    direction: record.direction,
    flags: record.flags,
    interfaceIndex: record.interfaceIndex,
    tunnel: tunnel && {
      encapsulation: tunnel.encapsulation,
      source: addressBytes(bytes, tunnel.sourceOffset, tunnel.family),
      destination: addressBytes(bytes, tunnel.destinationOffset, tunnel.family),
      sourcePort: tunnel.sourcePort,
      destinationPort: tunnel.destinationPort,
      vni: tunnel.vni,
      innerVni: tunnel.innerVni,
      inside: [...tunnel.inside],
      control: (tunnel.flags & TunnelFlag.control) !== 0,
      policy: (tunnel.flags & TunnelFlag.policy) === 0 ? undefined : tunnel.policy,
      options: bytes.slice(tunnel.optionsOffset, tunnel.optionsOffset + tunnel.optionsLength),
    },
  };
}

function addressBytes(bytes: Uint8Array, offset: number, family: 0 | 4 | 6): Uint8Array {
  return bytes.slice(offset, offset + { 0: 0, 4: 4, 6: 16 }[family]);
}
