/** Extensions of Juniper's capture header: facts about the interface, shown at -vv. */
import type { PrintContext } from '../context';
import { type NameTable, names } from '../text/names';

const overhead = 2;
/** From this type on values have their high byte first. */
const firstBigEndian = 128;
const longestValue = 4;
const Extension = {
  deviceName: 2,
  mediaType: 3,
  encapsulation: 6,
  derivedMediaType: 7,
  derivedEncapsulation: 8,
} as const;

const extensionNames = names(() => ({
  1: 'Device Interface Index',
  [Extension.deviceName]: 'Device Interface Name',
  [Extension.mediaType]: 'Device Media Type',
  4: 'Logical Interface Index',
  5: 'Logical Unit Number',
  [Extension.encapsulation]: 'Logical Interface Encapsulation',
  [Extension.derivedMediaType]: 'TTP derived Device Media Type',
  [Extension.derivedEncapsulation]: 'TTP derived Logical Interface Encapsulation',
}));

const mediaTypeNames = names(() => ({
  1: 'Ethernet',
  2: 'FDDI',
  3: 'Token-Ring',
  4: 'PPP',
  5: 'Frame-Relay',
  6: 'Cisco-HDLC',
  7: 'SMDS-DXI',
  8: 'ATM-PVC',
  9: 'PPP-CCC',
  10: 'Frame-Relay-CCC',
  11: 'IP-over-IP',
  12: 'GRE',
  13: 'PIM-Encapsulator',
  14: 'PIM-Decapsulator',
  15: 'Cisco-HDLC-CCC',
  16: 'VLAN-CCC',
  17: 'Multilink-PPP',
  18: 'Multilink-FR',
  19: 'Multilink',
  20: 'LSI',
  22: 'ATM-CCC-Cell-Relay',
  23: 'IPSEC-over-IP',
  24: 'GGSN',
  27: 'PPP-TCC',
  28: 'Frame-Relay-TCC',
  29: 'Cisco-HDLC-TCC',
  30: 'Ethernet-CCC',
  31: 'VPN-Loopback-tunnel',
  32: 'Extended-VLAN-CCC',
  33: 'Ethernet-over-ATM',
  34: 'Monitor',
  35: 'Ethernet-TCC',
  36: 'VLAN-TCC',
  37: 'Extended-VLAN-TCC',
  38: 'Controller',
  39: 'Multilink-FR-UNI-NNI',
  40: 'LinkService',
  41: 'VPLS',
  42: 'VLAN-VPLS',
  43: 'Extended-VLAN-VPLS',
  44: 'Logical-tunnel',
  45: 'General-Services',
  46: 'Ethernet-VPLS-over-ATM',
  48: 'Extended FR-CCC',
  49: 'Extended FR-TCC',
  50: 'Flexible-FrameRelay',
  52: 'Flexible-Ethernet-Services',
  53: 'Flow-collection',
  56: 'PPPoE',
  57: 'PPP-Subordinate',
  59: 'Dynamic-Flow-Capture',
  60: 'PIC Peer',
}));

const encapsulationNames = names(() => ({
  2: 'ATM SNAP',
  3: 'ATM NLPID',
  4: 'ATM VCMUX',
  5: 'ATM LLC',
  6: 'PPP over ATM VCMUX',
  7: 'PPP over ATM LLC',
  8: 'PPP over FUNI',
  9: 'CCC over ATM',
  10: 'FR NLPID',
  11: 'FR SNAP',
  12: 'FR PPP',
  13: 'FR CCC',
  14: 'Ethernet',
  17: 'PPP',
  18: 'C-HDLC',
  19: 'PPP CCC',
  20: 'IPIP',
  21: 'PIM Null',
  22: 'GRE NULL',
  23: 'PPP over GRE',
  24: 'PIMd',
  25: 'C-HDLC CCC',
  26: 'CISCO compatible NLPID',
  27: 'VLAN CCC',
  28: 'MLPPP',
  29: 'MLFR',
  30: 'LSI Null',
  32: 'ATM CCC Cell Relay',
  33: 'Crypto',
  34: 'GGSN',
  35: 'ATM VCMUX TCC',
  36: 'FR TCC',
  37: 'PPP TCC',
  38: 'C-HDLC TCC',
  39: 'Ethernet CCC',
  40: 'VT',
  41: 'Ethernet over ATM LLC',
  42: 'Extended VLAN CCC',
  43: 'ATM SNAP TCC',
  44: 'Monitor',
  45: 'Ethernet TCC',
  46: 'VLAN TCC',
  47: 'Extended VLAN TCC',
  48: 'MFR',
  49: 'VPLS',
  50: 'VLAN VPLS',
  51: 'Extended VLAN VPLS',
  52: 'General Services',
  53: 'Ethernet VPLS over ATM LLC',
  54: 'FR CCC',
  55: 'MLPPP over ATM LLC',
  56: 'Ethernet over ATM CCC',
  57: 'LT VLAN',
  58: 'Collector',
  59: 'Aggregator',
  60: 'LAPD',
  61: 'PPPoE over ATM LLC',
  62: 'PPPoE over Ethernet',
  63: 'PPPoE',
  64: '',
  65: 'C-HDLC via dialer',
}));

/** false: an extension is longer than they all. */
export function printJuniperExtensions(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const end = at + length;
  let from = at;
  while (end - from > overhead) {
    const type = view.u8(from);
    const size = view.u8(from + 1);
    if (type === 0 || size === 0) return true;
    if (end - from < size + overhead) {
      context.tooShort(' [extension_length ', end - from, size + overhead);
      return false;
    }
    if (context.verbose > 1) {
      out.text('\n\t  ');
      out.text(extensionNames.get(type) ?? 'Unknown');
      out.text(' Extension TLV #');
      out.decimal(type);
      out.text(', length ');
      out.decimal(size);
      out.text(', value ');
      if (type !== Extension.deviceName) value(context, type, from + overhead, size);
    }
    from += overhead + size;
  }
  return true;
}

/** Up to four bytes; what is longer is not shown. */
function value(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  if (size > longestValue) return;
  let number = 0;
  for (let i = 0; i < size; i++) {
    number = number * 256 + view.u8(type < firstBigEndian ? at + size - 1 - i : at + i);
  }
  if (number === 0xffffffff) return;
  const table = namesOf(type);
  if (table === undefined) {
    out.decimal(number);
    return;
  }
  out.text(table.get(number) ?? 'Unknown');
  out.text(' (');
  out.decimal(number);
  out.char(0x29);
}

function namesOf(type: number): NameTable | undefined {
  if (type === Extension.mediaType || type === Extension.derivedMediaType) return mediaTypeNames;
  if (type === Extension.encapsulation || type === Extension.derivedEncapsulation) return encapsulationNames;
  return undefined;
}
