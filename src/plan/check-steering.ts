import { conflict } from './error';
import { hasSeveralWorkers, joinsFanout } from './fanout';
import type { PlannedAfPacket, PlannedUdp } from './plan';
import { sharesByProgram } from './steering';

/** Refuses options of steering and decapsulation that do not go together. @throws PlanError */
export function checkFrameSteering(source: PlannedAfPacket): void {
  const { fanout_mode: mode, fanout_tunnel: tunnel, decap, decap_port: port, decap_other: other } = source.options;
  const { outer_filter: outerFilter } = source.options;
  const steersByInner = mode.value === 'inner' && joinsFanout(source);
  const strips = decap.value.kind !== 'none';
  if (tunnel.origin !== 'default' && !steersByInner) {
    conflictOf(
      source,
      'fanout_tunnel says what fanout=inner looks into, and that is not asked for',
      'add fanout=inner',
    );
  }
  if (port.value !== 0 && !strips && !steersByInner) {
    conflictOf(source, 'decap_port is the port of a tunnel, and none is looked into', 'add decap=vxlan');
  }
  for (const [name, setting] of Object.entries({ decap_other: other, outer_filter: outerFilter })) {
    if (setting.origin === 'default' || strips) continue;
    conflictOf(source, `${name} goes with decap, and no tunnel is taken off`, 'add decap=auto');
  }
  checkXdp(source);
  checkSlot(source);
}

/** The same for the receivers of a port. @throws PlanError */
export function checkDatagramSteering(source: PlannedUdp): void {
  const { fanout, group_size: size, workers, gro, slot } = source.options;
  if (fanout.value === 'inner') checkSteerable(source);
  if (fanout.value === 'inner' && size.value === 0 && !hasSeveralWorkers(workers)) {
    conflictOf(source, 'fanout=inner has to know how many members share the port', 'add group_size=N or workers=N');
  }
  if (size.value > 0 && !sharesByProgram(source)) {
    conflictOf(source, 'group_size goes with fanout=inner, cbpf or ebpf', 'add fanout=inner');
  }
  if (sharesByProgram(source) && gro.value === 'on') {
    conflictOf(source, 'gro=on keeps datagrams together that fanout tells apart', 'drop one of them');
  }
  if (size.value > 0 && typeof workers.value === 'number' && workers.value > size.value) {
    conflictOf(
      source,
      `${workers.value} workers do not fit into group_size=${size.value}`,
      `group_size=${workers.value}`,
    );
  }
  if (slot.value !== 'none') checkSlot(source);
}

/** What the program that looks into tunnels does not know. */
function checkSteerable(source: PlannedUdp): void {
  const { encapsulation, inner_port: innerPort, dlt } = source.options;
  if (encapsulation.value.kind === 'auto') {
    conflictOf(source, 'fanout=inner has to know the tunnel, and auto finds it by its header', 'name the tunnel');
  }
  if (innerPort.value !== 'assigned') {
    conflictOf(
      source,
      'fanout=inner finds tunnels in tunnels by their assigned ports',
      'drop inner_port or fanout=inner',
    );
  }
  if ('inside' in encapsulation.value && dlt.value !== 'auto') {
    conflictOf(
      source,
      'fanout=inner goes by the headers of tunnels in tunnels, not by dlt',
      'drop dlt or fanout=inner',
    );
  }
}

function checkSlot(source: PlannedAfPacket | PlannedUdp): void {
  const { slot, group_size: size, workers } = source.options;
  const mode = source.backend === 'af_packet' ? source.options.fanout_mode.value : source.options.fanout.value;
  if (slot.value === 'none') {
    if (size.value > 0 && source.backend === 'af_packet') {
      conflictOf(source, 'a fanout group counts its members itself, group_size goes with slot', 'add slot=0');
    }
    return;
  }
  if (mode !== 'inner') conflictOf(source, 'slot goes with fanout=inner', 'add fanout=inner');
  if (size.value === 0) conflictOf(source, 'slot is one of group_size, which is missing', 'add group_size=N');
  if (source.backend === 'af_packet' && source.options.fanout_id.value === 'auto') {
    conflictOf(source, 'members with slots need one group, and fanout_id=auto gives each its own', 'fanout_id=NUMBER');
  }
  if (slot.value >= size.value) {
    conflictOf(source, `slot=${slot.value} of group_size=${size.value}: slots count from 0`, `slot=${size.value - 1}`);
  }
  if (hasSeveralWorkers(workers)) conflictOf(source, 'slot is for a process with one worker', 'workers=1');
}

function checkXdp(source: PlannedAfPacket): void {
  const { xdp, decap_other: other, outer_filter: outerFilter } = source.options;
  if (xdp.value === 'off') return;
  for (const [name, setting] of Object.entries({ decap_other: other, outer_filter: outerFilter })) {
    if (setting.origin === 'default') continue;
    conflictOf(source, `${name} is for decap after capture, and xdp=strip comes before`, 'drop one of them');
  }
}

function conflictOf({ name }: { name: string }, message: string, hint: string): never {
  conflict(`${name}: ${message}`, hint);
}
