/** Opaque advertisements of OSPF about the router itself: graceful restart (RFC 3623) and capabilities (RFC 7770). */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';

const Grace = { period: 1, reason: 2, address: 3 } as const;
const graceNames = names(() => ({
  [Grace.period]: 'Grace Period',
  [Grace.reason]: 'Graceful restart Reason',
  [Grace.address]: 'IPv4 interface address',
}));
/** Bytes of the value. */
const graceLengths = new Map<number, number>([
  [Grace.period, 4],
  [Grace.reason, 1],
  [Grace.address, 4],
]);
const reasonNames = ['Unknown', 'Software Restart', 'Software Reload/Upgrade', 'Control Processor Switch'];
const capabilitiesType = 1;
const capabilityFlags: readonly FlagName[] = [
  [0x001, 'Reserved'],
  [0x002, 'Reserved'],
  [0x004, 'Reserved'],
  [0x008, 'Reserved'],
  [0x010, 'graceful restart capable'],
  [0x020, 'graceful restart helper'],
  [0x040, 'Stub router support'],
  [0x080, 'Traffic engineering'],
  [0x100, 'p2p over LAN'],
  [0x200, 'path computation server'],
];
const headerLength = 4;

/** false, and said so: what is left is less than the header of a TLV. */
function headerFits(context: PrintContext, left: number): boolean {
  if (left >= headerLength) return true;
  const { out } = context;
  out.text('\n\t    Remaining LS length ');
  out.decimal(left);
  out.text(' < 4');
  return false;
}

function bogus(context: PrintContext, size: number, relation: string, other: number): false {
  const { out } = context;
  out.text('\n\t    Bogus length ');
  out.decimal(size);
  out.text(relation);
  out.decimal(other);
  return false;
}

/** `false`: the TLVs end before they should, or one contradicts itself. */
export function printGrace(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (!view.has(from, headerLength) || !headerFits(context, left)) return false;
    const type = view.u16(from);
    const size = view.u16(from + 2);
    from += headerLength;
    left -= headerLength;
    out.text('\n\t    ');
    out.text(graceNames.get(type) ?? 'unknown');
    out.text(' TLV (');
    out.decimal(type);
    out.text('), length ');
    out.decimal(size);
    out.text(', value: ');
    if (size > left) return bogus(context, size, ' > ', left);
    if (type === 0 || size === 0 || !view.has(from, size)) return false;
    const needed = graceLengths.get(type);
    if (needed !== undefined && size !== needed) return bogus(context, size, ' != ', needed);
    graceValue(context, type, from, size);
    const padded = (size + 3) & ~3;
    from += padded;
    left -= padded;
  }
  return true;
}

function graceValue(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  switch (type) {
    case Grace.period:
      out.decimal(view.u32(at));
      out.char(0x73);
      return;
    case Grace.reason: {
      const reason = view.u8(at);
      out.text(reasonNames[reason] ?? 'Unknown');
      out.text(' (');
      out.decimal(reason);
      out.char(0x29);
      return;
    }
    case Grace.address:
      namedIpv4(context, at);
      return;
    default:
      if (context.verbose === 1) context.dumpPart('\n\t      ', at, size);
  }
}

/** `false`: as for {@link printGrace}. */
export function printRouterInformation(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    view.need(from, headerLength);
    if (!headerFits(context, left)) return false;
    const type = view.u16(from);
    const size = view.u16(from + 2);
    from += headerLength;
    left -= headerLength;
    out.text('\n\t    ');
    out.text(type === capabilitiesType ? 'Router Capabilities' : 'unknown');
    out.text(' TLV (');
    out.decimal(type);
    out.text('), length: ');
    out.decimal(size);
    out.text(', value: ');
    if (size > left) return bogus(context, size, ' > remaining LS length ', left);
    view.need(from, size);
    if (type !== capabilitiesType) {
      if (context.verbose === 1) context.dumpPart('\n\t      ', from, size);
    } else if (size !== 4) {
      return bogus(context, size, ' != ', 4);
    } else {
      out.text('Capabilities: ');
      flagNames(out, capabilityFlags, view.u32(from), 'Unknown');
    }
    from += size;
    left -= size;
  }
  return true;
}
