import { loadAddon } from '../engine/addon';
import type { CapturePlan } from '../plan/plan';
import { formatInterface, sortInterfaces } from './interfaces';
import { linkTypeText } from './link-type-text';
import { plannedLinkType } from './planned-link-type';

/** -D: every interface that af_packet can open, numbered from 1. */
export function interfaceList(): string {
  const interfaces = sortInterfaces(loadAddon().interfaces());
  return interfaces.map((device, index) => formatInterface(device, index + 1)).join('');
}

/** -L: the link type of the plan's source. */
export function linkTypeList(plan: CapturePlan): string {
  const [source] = plan.sources;
  const addon = loadAddon();
  const text = linkTypeText(addon, plannedLinkType(source, plan, addon));
  const name = source.backend === 'af_packet' ? source.interface : source.name;
  return `Data link types for ${name} (use option -y to set):\n  ${text}\n`;
}
