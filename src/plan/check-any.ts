import { anyInterface } from '../source/af-packet';
import { linkTypes } from '../source/link-type';
import { conflict } from './error';
import type { PlannedAfPacket } from './plan';

const cookedTypes: readonly unknown[] = ['auto', linkTypes.LINUX_SLL2, linkTypes.LINUX_SLL];

/** Refuses what is done to one device, and is asked of all interfaces at once. @throws PlanError */
export function checkAny(source: PlannedAfPacket): void {
  if (source.interface !== anyInterface) return;
  const { channels, enable_hw_timestamping, irq, link_type, xdp } = source.options;
  const asked = {
    channels: Object.keys(channels.value).length > 0,
    enable_hw_timestamping: enable_hw_timestamping.value,
    irq: Object.keys(irq.value).length > 0,
    xdp: xdp.value !== 'off',
  };
  for (const [name, isAsked] of Object.entries(asked)) {
    if (isAsked) conflict(`${source.name}: ${name} is for one device, and any stands for all`, 'name the interface');
  }
  if (cookedTypes.includes(link_type.value)) return;
  conflict(
    `${link_type.text}: interfaces of all kinds have no link type in common but LINUX_SLL2 and LINUX_SLL`,
    'leave it out, or name the interface',
  );
}
