/** LLDP for media endpoint devices (ANSI/TIA-1057). */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, names } from '../text/names';
import { paddedText } from '../text/packet-text';
import { printLldpLocation } from './lldp-location';
import { lldpSubtype } from './lldp-subtype';

const Subtype = { capabilities: 1, policy: 2, location: 3, power: 4 } as const;
const subtypeNames = names(() => ({
  [Subtype.capabilities]: 'LLDP-MED Capabilities',
  [Subtype.policy]: 'Network policy',
  [Subtype.location]: 'Location identification',
  [Subtype.power]: 'Extended power-via-MDI',
  5: 'Inventory - hardware revision',
  6: 'Inventory - firmware revision',
  7: 'Inventory - software revision',
  8: 'Inventory - serial number',
  9: 'Inventory - manufacturer name',
  10: 'Inventory - model name',
  11: 'Inventory - asset ID',
}));
const inventoryNames = names(() => ({
  5: 'Hardware revision',
  6: 'Firmware revision',
  7: 'Software revision',
  8: 'Serial number',
  9: 'Manufacturer name',
  10: 'Model name',
  11: 'Asset ID',
}));
const capabilityFlags: readonly FlagName[] = [
  [0x01, 'LLDP-MED capabilities'],
  [0x02, 'network policy'],
  [0x04, 'location identification'],
  [0x08, 'extended power via MDI-PSE'],
  [0x10, 'extended power via MDI-PD'],
  [0x20, 'Inventory'],
];
const deviceNames = names(() => ({
  1: 'endpoint class 1',
  2: 'endpoint class 2',
  3: 'endpoint class 3',
  4: 'network connectivity',
}));
const applicationNames = names(() => ({
  1: 'voice',
  2: 'voice signaling',
  3: 'guest voice',
  4: 'guest voice signaling',
  5: 'softphone voice',
  6: 'video conferencing',
  7: 'streaming video',
  8: 'video signaling',
}));
const policyFlags: readonly FlagName[] = [
  [0x80, 'Unknown'],
  [0x40, 'Tagged'],
  [0x20, 'reserved'],
];
const sourceNames = names(() => ({
  1: 'PSE - primary power source',
  2: 'local - backup power source',
  3: 'PSE+local - reserved',
}));
const priorityNames = names(() => ({ 1: 'critical', 2: 'high', 3: 'low' }));
/** Tenths of a watt from here on are reserved. */
const powerLimit = 1024;

/** false: nobody knows what it means. One that is too short ends quietly. */
export function printLldpMed(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < 4) return true;
  const subtype = view.u8(at + 3);
  lldpSubtype(context, subtypeNames.get(subtype) ?? 'unknown', subtype);
  switch (subtype) {
    case Subtype.capabilities:
      if (size >= 7) capabilities(context, at + 4);
      return true;
    case Subtype.policy:
      if (size >= 8) policy(context, at + 4);
      return true;
    case Subtype.location:
      if (size >= 5) printLldpLocation(context, at + 4, size - 4);
      return true;
    case Subtype.power:
      if (size >= 7) power(context, at + 4);
      return true;
  }
  const inventory = inventoryNames.get(subtype);
  if (inventory === undefined) return false;
  out.text('\n\t  ');
  out.text(inventory);
  out.char(0x20);
  paddedText(context, at + 4, size - 4);
  return true;
}

function capabilities(context: PrintContext, at: number): void {
  const { out, view } = context;
  const flags = view.u16(at);
  const device = view.u8(at + 2);
  out.text('\n\t    Media capabilities [');
  flagNames(out, capabilityFlags, flags);
  out.text('] (0x');
  out.hex16(flags);
  out.text(')\n\t    Device type [');
  out.text(deviceNames.get(device) ?? 'unknown');
  out.text('] (0x');
  out.hex8(device);
  out.char(0x29);
}

function policy(context: PrintContext, at: number): void {
  const { out, view } = context;
  const application = view.u8(at);
  out.text('\n\t    Application type [');
  out.text(applicationNames.get(application) ?? 'none');
  out.text('] (0x');
  out.hex8(application);
  out.text('), Flags [');
  flagNames(out, policyFlags, view.u8(at + 1));
  out.text(']\n\t    Vlan id ');
  out.decimal((view.u16(at + 1) & 0x1ffe) >>> 1);
  const low = view.u16(at + 2);
  out.text(', L2 priority ');
  out.decimal((low & 0x1ff) >>> 6);
  out.text(', DSCP value ');
  out.decimal(low & 0x3f);
}

function power(context: PrintContext, at: number): void {
  const { out, view } = context;
  const first = view.u8(at);
  const priority = first & 0x0f;
  out.text(first >>> 6 !== 0 ? '\n\t    Power type [PD device]' : '\n\t    Power type [PSE device]');
  out.text(', Power source [');
  out.text(sourceNames.get((first >>> 4) & 3) ?? 'none');
  out.text(']\n\t    Power priority [');
  out.text(priorityNames.get(priority) ?? 'none');
  out.text('] (0x');
  out.hex8(priority);
  out.text('), Power ');
  const tenths = view.u16(at + 1);
  if (tenths >= powerLimit) {
    out.decimal(tenths);
    out.text(' (Reserved)');
    return;
  }
  out.decimal(Math.floor(tenths / 10));
  out.char(0x2e);
  out.decimal(tenths % 10);
  out.text(' Watts');
}
