import type { NativePlan, NativeSource } from '../engine/native';
import { fanoutModes } from '../source/af-packet';
import { linkTypes } from '../source/link-type';
import { joinsFanout } from './fanout';
import { type CapturePlan, type PlannedAfPacket, type PlannedSource, type PlannedUdp, readsSavefile } from './plan';

/** Room for the packets on their way to the printer: 16 MiB in slots that one wake can drain. */
const batchSlots = 16;
const batchSlotBytes = 1024 * 1024;

/** "Read it from the device", "no group", "any group" in a NativeSource. */
const unset = -1;
const checksumModes = { off: 0, on: 1, kernel: 2 } as const;
const innerLinkTypes = { auto: unset, en10mb: linkTypes.EN10MB, raw: linkTypes.RAW, ppp: linkTypes.PPP } as const;

/** The plan in the addon's terms. */
export function toNativePlan(plan: CapturePlan): NativePlan {
  const { output } = plan;
  const { save } = output;
  // Text may hold up the receiver, so that nothing printed is lost; beside a savefile it must not, since that would
  // lose packets of the file.
  const lossless = readsSavefile(plan) || save === undefined;
  return {
    sources: plan.sources.map(toNativeSource),
    filter: plan.filter.value,
    optimizeFilter: plan.optimizeFilter.value,
    snaplen: plan.snaplen.value,
    count: plan.count.value,
    direction: plan.direction.value,
    immediate: plan.immediate.value,
    save:
      save === undefined
        ? undefined
        : { path: save.value, nanoseconds: output.nanoseconds.value, flushEachBatch: output.flushEachBatch.value },
    batch: output.print ? { slots: batchSlots, slotBytes: batchSlotBytes, lossless } : undefined,
  };
}

function toNativeSource(source: PlannedSource): NativeSource {
  switch (source.backend) {
    case 'af_packet':
      return toNativeAfPacket(source);
    case 'udp':
      return toNativeUdp(source);
    case 'savefile':
      return { kind: 'savefile', path: source.path };
  }
}

function toNativeAfPacket(source: PlannedAfPacket): NativeSource {
  const { options } = source;
  const { link_type: linkType, fanout_id: fanoutId } = options;
  return {
    kind: 'af_packet',
    interface: source.interface,
    bufferSize: options.buffer_size.value,
    blockSize: options.block_size.value,
    blockTimeoutMs: options.block_timeout.value,
    hardwareTimestamps: options.enable_hw_timestamping.value,
    promiscuous: options.promiscuous.value,
    ignoreOutgoing: options.ignore_outgoing.value,
    linkType: linkType.value === 'auto' ? unset : linkType.value,
    fanoutMode: joinsFanout(source) ? fanoutModes[options.fanout_mode.value] : unset,
    fanoutId: fanoutId.value === 'auto' ? unset : fanoutId.value,
    fanoutDefrag: options.enable_defrag.value,
    fanoutRollover: options.rollover.value,
    checksumMode: checksumModes[options.checksum_validation_mode.value],
  };
}

function toNativeUdp({ address, port, options }: PlannedUdp): NativeSource {
  const encapsulation = options.encapsulation.value;
  return {
    kind: 'udp',
    address,
    port,
    encapsulation: encapsulation.kind,
    skip: encapsulation.kind === 'skip' ? encapsulation.bytes : 0,
    linkType: innerLinkTypes[options.dlt.value],
    reusePort: options.reuseport.value,
    receiveBufferSize: options.udp_recv_buffer_size.value,
    batchSize: options.recvmmsg_buffers.value,
    datagramSize: options.recvmmsg_buffer_size.value,
  };
}
