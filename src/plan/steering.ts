import type { NativeDecap, NativeEncapsulation, NativeSteering, NativeXdp } from '../engine/native';
import type { EncapsulationChoice } from '../source/encapsulation';
import { programOf } from '../source/fanout-choice';
import { hasSeveralWorkers, joinsFanout } from './fanout';
import type { PlannedAfPacket, PlannedUdp } from './plan';

const noSlot = -1;

/** The program of the fanout group that a source joins, if its mode has one. */
export function frameSteering(source: PlannedAfPacket): NativeSteering | undefined {
  const { fanout_mode: mode, fanout_tunnel: tunnel, decap, decap_port: port } = source.options;
  if (!joinsFanout(source)) return undefined;
  // What is taken off is what there is to look into, unless the user says otherwise.
  const looksInto =
    tunnel.origin === 'default' && decap.value.kind !== 'none' ? (decap.value as typeof tunnel.value) : tunnel.value;
  return steering(mode.value, memberOf(source), { ...nativeEncapsulation(looksInto), port: port.value });
}

/** The program of the sockets that share a port, if they have one. */
export function datagramSteering(source: PlannedUdp, workers: number): NativeSteering | undefined {
  const { fanout, encapsulation } = source.options;
  const member = memberOf(source);
  const groupSize = member.groupSize || workers;
  return steering(fanout.value, { ...member, groupSize }, { ...nativeEncapsulation(encapsulation.value), port: 0 });
}

/** Whether the receivers of a port share it by other means than the kernel's hash. */
export function sharesByProgram({ options }: PlannedUdp): boolean {
  return options.fanout.value !== 'hash';
}

/** Whether the port is shared at all. */
export function sharesPort(source: PlannedUdp): boolean {
  return source.options.reuseport.value || hasSeveralWorkers(source.options.workers) || sharesByProgram(source);
}

/** What is taken off the frames of an interface. */
export function frameDecap({ options }: PlannedAfPacket): NativeDecap | undefined {
  const { decap, decap_port: port, decap_other: other, outer_filter: outerFilter, xdp } = options;
  if (decap.value.kind === 'none' || xdp.value === 'strip') return undefined;
  return {
    ...nativeEncapsulation(decap.value as EncapsulationChoice<NativeEncapsulation>),
    inside: nativeInside(decap.value),
    port: port.value,
    dropOther: other.value === 'drop',
    outerFilter: outerFilter.value,
  };
}

/** The same before the network stack sees the frames. */
export function frameXdp({ options }: PlannedAfPacket): NativeXdp | undefined {
  const { decap, decap_port: port, xdp } = options;
  if (xdp.value === 'off') return undefined;
  const wanted = decap.value.kind === 'none' ? ({ kind: 'auto' } as const) : decap.value;
  return {
    ...nativeEncapsulation(wanted as EncapsulationChoice<NativeEncapsulation>),
    port: port.value,
    inside: nativeInside(wanted),
  };
}

/** The outermost tunnel. */
export function nativeEncapsulation(choice: EncapsulationChoice<NativeEncapsulation>): {
  encapsulation: NativeEncapsulation;
  skip: number;
} {
  return { encapsulation: choice.kind, skip: 'bytes' in choice ? choice.bytes : 0 };
}

/** Those inside it. */
export function nativeInside(choice: EncapsulationChoice<string>): NativeEncapsulation[] {
  return 'inside' in choice ? [...(choice.inside ?? [])] : [];
}

function memberOf({ options }: PlannedAfPacket | PlannedUdp): Pick<NativeSteering, 'groupSize' | 'slot'> {
  const slot = options.slot.value;
  return { groupSize: options.group_size.value, slot: slot === 'none' ? noSlot : slot };
}

function steering(
  choice: string,
  member: Pick<NativeSteering, 'groupSize' | 'slot'>,
  inner: { encapsulation: NativeEncapsulation; skip: number; port: number },
): NativeSteering | undefined {
  if (choice === 'inner') return { kind: 'inner', ...member, ...inner };
  const program = programOf(choice);
  if (program === undefined) return undefined;
  return { kind: program.mode === 'cbpf' ? 'classic' : 'pinned', path: program.path, ...member };
}
