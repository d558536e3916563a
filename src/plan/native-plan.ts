import { availableParallelism } from 'node:os';
import type { NativeBackend, NativePlan, NativeSource } from '../engine/native';
import { fanoutModeOf } from '../source/fanout-choice';
import { linkTypes } from '../source/link-type';
import { fanoutGroup, joinsFanout } from './fanout';
import {
  type CapturePlan,
  isSavefile,
  type PlannedAfPacket,
  type PlannedSource,
  type PlannedUdp,
  readsSavefile,
} from './plan';
import { type FileRights, toNativeInvalid, toNativeSave } from './savefile';
import { toNativeForward } from './sink';
import {
  datagramSteering,
  frameDecap,
  frameSteering,
  frameXdp,
  nativeEncapsulation,
  nativeInside,
  sharesByProgram,
  sharesPort,
} from './steering';
import { toNativeFilter } from './tunnel-tests';

/** Room for live packets on their way to the printer: 16 MiB in slots that one wake can drain. */
const liveBatch = { slots: 16, slotBytes: 1024 * 1024 };
/** A file waits: no more than may stay in the processor's cache, in slots that hold the largest packet there is. */
const savefileBatch = { slots: 16, slotBytes: 320 * 1024 };

/** "Read it from the device", "no group", "any group" in a NativeSource. */
const unset = -1;
const innerLinkTypes = { auto: unset, en10mb: linkTypes.EN10MB, raw: linkTypes.RAW, ppp: linkTypes.PPP } as const;

/** The plan in the addon's terms; `files`: for a process that gives up rights once everything is open. */
export function toNativePlan(plan: CapturePlan, files?: FileRights): NativePlan {
  const { output } = plan;
  const { save, forward } = output;
  // Text may hold up the receiver, so that nothing printed is lost; beside another sink it must not, since that would
  // lose packets of that sink.
  const lossless = readsSavefile(plan) || (save === undefined && forward === undefined);
  return {
    sources: plan.sources.map((source) => toNativeSource(source, plan.cpus.value)),
    ...toNativeFilter(plan),
    optimizeFilter: plan.optimizeFilter.value,
    snaplen: plan.snaplen.value,
    count: smallerCount(plan.count.value, plan.autostop.value.packets),
    direction: plan.direction.value,
    countBy: output.countBy?.keys.value,
    immediate: plan.immediate.value,
    wait: plan.wait.value,
    slicePayload: output.privacy?.slice?.value,
    anonymizeKeyFile: output.privacy?.anonymize?.value,
    save: save === undefined ? undefined : toNativeSave(save.value, output, plan.autostop.value.bytes, files),
    invalid: output.invalid === undefined ? undefined : toNativeInvalid(output.invalid.value, output, files),
    forward: forward === undefined ? undefined : toNativeForward(forward, output),
    replaySpeed: output.replay?.value,
    batch: output.print
      ? { ...(readsSavefile(plan) ? savefileBatch : liveBatch), lossless, verifyChecksums: showsChecksums(plan) }
      : undefined,
  };
}

/** Of two limits, where 0 is none. */
function smallerCount(one: number, other: number): number {
  return one === 0 || other === 0 ? one + other : Math.min(one, other);
}

/** Lines at -v say whether checksums are right. */
function showsChecksums({ print, output }: CapturePlan): boolean {
  return print.verbose > 0 && !print.noChecksum && output.format === 'text';
}

function workersOf(source: PlannedSource, allCpus: number[]): Pick<NativeSource, 'workers' | 'cpus'> {
  if (isSavefile(source)) return { workers: 1, cpus: [] };
  const { value } = source.options.workers;
  const cpus = sourceCpus(source, allCpus);
  return { workers: value === 'auto' ? cpus.length || availableParallelism() : value, cpus };
}

/** CPUs that a source's workers take in turn: those it names, else those that are for all; [] pins none. */
export function sourceCpus({ options }: PlannedAfPacket | PlannedUdp, allCpus: number[]): number[] {
  return options.pin.value.length > 0 ? options.pin.value : allCpus;
}

/** CPUs that the plan's workers are pinned to; a list may have more, which none of them comes to. */
export function pinnedCpus({ sources, cpus: allCpus }: CapturePlan): number[] {
  return sources.flatMap((source) => {
    const { cpus, workers } = workersOf(source, allCpus.value);
    return cpus.slice(0, workers);
  });
}

/** One source; `cpus` are those that its workers take in turn, unless it names some itself. */
export function toNativeSource(source: PlannedSource, cpus: number[]): NativeSource {
  const workers = workersOf(source, cpus);
  return { ...toNativeBackend(source, workers.workers), ...workers };
}

function toNativeBackend(source: PlannedSource, workers: number): NativeBackend {
  switch (source.backend) {
    case 'af_packet':
      return toNativeAfPacket(source);
    case 'udp':
      return toNativeUdp(source, workers);
    case 'tcp':
    case 'tcp+connect': {
      const { backend, address, port } = source;
      return { kind: 'tcp', address, port, connects: backend === 'tcp+connect' };
    }
    case 'savefile':
      return { kind: 'savefile', path: source.path, passes: source.passes ?? 1 };
  }
}

function toNativeAfPacket(source: PlannedAfPacket): NativeBackend {
  const { options } = source;
  const linkType = options.link_type.value;
  const group = fanoutGroup(source);
  return {
    kind: 'af_packet',
    interface: source.interface,
    bufferSize: options.buffer_size.value,
    blockSize: options.block_size.value,
    blockTimeoutMs: options.block_timeout.value,
    hardwareTimestamps: options.enable_hw_timestamping.value,
    promiscuous: options.promiscuous.value,
    ignoreOutgoing: options.ignore_outgoing.value,
    linkType: linkType === 'auto' ? unset : linkType,
    fanoutMode: joinsFanout(source) ? fanoutModeOf(options.fanout_mode.value) : unset,
    fanoutId: group === 'auto' ? unset : group,
    fanoutDefrag: options.enable_defrag.value,
    fanoutRollover: options.rollover.value,
    steering: frameSteering(source),
    decap: frameDecap(source),
    xdp: frameXdp(source),
  };
}

function toNativeUdp(source: PlannedUdp, workers: number): NativeBackend {
  const { addresses, ports, options } = source;
  const { encapsulation, inner_port: innerPort } = options;
  return {
    kind: 'udp',
    endpoints: addresses.flatMap((address) => ports.map((port) => ({ address, port }))),
    groups: [...options.group.value],
    ...nativeEncapsulation(encapsulation.value),
    inside: nativeInside(encapsulation.value),
    insidePort: innerPort.value === 'assigned' ? 0 : innerPort.value,
    strict: options.strict.value,
    linkType: innerLinkTypes[options.dlt.value],
    reusePort: sharesPort(source),
    steering: datagramSteering(source, workers),
    receiveBufferSize: options.udp_recv_buffer_size.value,
    batchSize: options.recvmmsg_buffers.value,
    datagramSize: options.recvmmsg_buffer_size.value,
    // Datagrams that the kernel has put together have gone to one socket together, whatever flows they carry.
    gro: sharesByProgram(source) ? 'off' : options.gro.value,
    implementation: options.implementation.value,
    busyPollUs: options.busy_poll.value,
  };
}
