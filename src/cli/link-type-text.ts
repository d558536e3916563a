import type { Addon } from '../engine/native';

/** A link type as tcpdump shows it: `EN10MB (Ethernet)`, or its number. */
export function linkTypeText(addon: Pick<Addon, 'linkTypeName'>, linkType: number): string {
  const known = addon.linkTypeName(linkType);
  return known === undefined ? String(linkType) : `${known.name} (${known.description})`;
}
