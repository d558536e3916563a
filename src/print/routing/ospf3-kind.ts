/** Kinds of link state advertisements of Open Shortest Path First, version 3, and options (RFC 5340, A.2, A.4.2.1). */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';

const typeMask = 0x1fff;
const scopeMask = 0x6000;
const transitive = 0x8000;
const typeNames = names(() => ({
  1: 'Router',
  2: 'Network',
  3: 'Inter-Area Prefix',
  4: 'Inter-Area Router',
  5: 'External',
  6: 'Deprecated',
  7: 'NSSA',
  8: 'Link',
  9: 'Intra-Area Prefix',
  10: 'Intra-Area TE',
  11: 'Grace',
  12: 'Router Information',
  13: 'Inter-AS-TE',
  14: 'Layer 1 VPN',
}));
const scopeNames = names(() => ({ 0x0000: 'Link Local', 0x2000: 'Area Local', 0x4000: 'Domain Wide' }));
const optionFlags: readonly FlagName[] = [
  [0x001, 'V6'],
  [0x002, 'External'],
  [0x004, 'Deprecated'],
  [0x008, 'NSSA'],
  [0x010, 'Router'],
  [0x020, 'Demand Circuit'],
  [0x100, 'AFs Support'],
  [0x200, 'LLS'],
  [0x400, 'Authentication Trailer'],
];

export function ospf3Options(context: PrintContext, title: string, flags: number): void {
  const { out } = context;
  out.text(title);
  flagNames(out, optionFlags, flags);
  out.char(0x5d);
}

/** Type, scope and identifier, which is at `at`. */
export function printOspf3Kind(context: PrintContext, type: number, at: number): void {
  const { out, view } = context;
  view.need(at, 4);
  out.text('\n\t    ');
  out.text(typeNames.get(type & typeMask) ?? 'Unknown');
  out.text(' LSA (');
  out.decimal(type & typeMask);
  out.text('), ');
  out.text(scopeNames.get(type & scopeMask) ?? 'Unknown');
  out.text((type & transitive) === 0 ? ' Scope, LSA-ID ' : ' Scope, transitive, LSA-ID ');
  namedIpv4(context, at);
}
