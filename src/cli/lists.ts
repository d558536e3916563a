import { loadAddon } from '../engine/addon';
import type { CapturePlan } from '../plan/plan';
import { linkTypes } from '../source/link-type';
import { printable } from '../source/quote';
import { formatInterface, listedInterfaces } from './interfaces';
import { linkTypeText } from './link-type-text';
import { plannedLinkType } from './planned-link-type';

/** -D: every interface that af_packet can open, numbered from 1. */
export function interfaceList(): string {
  const interfaces = listedInterfaces(loadAddon().interfaces());
  return interfaces.map((device, index) => formatInterface(device, index + 1)).join('');
}

/** -L: the link types that the plan's source may have, the one that it has where nothing is said in front. */
export function linkTypeList(plan: CapturePlan): string {
  const [source] = plan.sources;
  const addon = loadAddon();
  const planned = plannedLinkType(source, plan, addon);
  const cooked = source.backend === 'af_packet' ? [linkTypes.LINUX_SLL2, linkTypes.LINUX_SLL] : [];
  const texts = [...new Set([planned, ...cooked])].map((linkType) => `  ${linkTypeText(addon, linkType)}\n`);
  const name = printable(source.backend === 'af_packet' ? source.interface : source.name);
  return `Data link types for ${name} (use option -y to set):\n${texts.join('')}`;
}
