/** What IEEE 802.3 has stations tell by LLDP (IEEE 802.3-2018, clause 79); types of attachment are those of RFC 4836. */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, names } from '../text/names';
import { lldpSubtype } from './lldp-subtype';

const Subtype = { physical: 1, power: 2, aggregation: 3, frameSize: 4 } as const;
const subtypeNames = names(() => ({
  [Subtype.physical]: 'MAC/PHY configuration/status',
  [Subtype.power]: 'Power via MDI',
  [Subtype.aggregation]: 'Link aggregation',
  [Subtype.frameSize]: 'Max frame size',
}));
const supportFlags: readonly FlagName[] = [
  [0x01, 'supported'],
  [0x02, 'enabled'],
];
const speedFlags: readonly FlagName[] = [
  [0x4000, '10BASE-T hdx'],
  [0x2000, '10BASE-T fdx'],
  [0x1000, '100BASE-T4'],
  [0x0800, '100BASE-TX hdx'],
  [0x0400, '100BASE-TX fdx'],
  [0x0200, '100BASE-T2 hdx'],
  [0x0100, '100BASE-T2 fdx'],
  [0x0080, 'Pause for fdx links'],
  [0x0040, 'Asym PAUSE for fdx'],
  [0x0020, 'Sym PAUSE for fdx'],
  [0x0010, 'Asym and Sym PAUSE for fdx'],
  [0x0008, '1000BASE-{X LX SX CX} hdx'],
  [0x0004, '1000BASE-{X LX SX CX} fdx'],
  [0x0002, '1000BASE-T hdx'],
  [0x0001, '1000BASE-T fdx'],
];
const attachmentNames = [
  ...['Unknown', 'AUI', '10BASE_5', 'FOIRL', '10BASE2', '10BASET duplex mode unknown', '10BASEFP', '10BASEFB'],
  ...['10BASEFL duplex mode unknown', '10BROAD36', '10BASET hdx', '10BASET fdx', '10BASEFL hdx', '10BASEFL fdx'],
  ...['100BASET4', '100BASETX hdx', '100BASETX fdx', '100BASEFX hdx', '100BASEFX fdx', '100BASET2 hdx'],
  ...['100BASET2 fdx', '1000BASEX hdx', '1000BASEX fdx', '1000BASELX hdx', '1000BASELX fdx', '1000BASESX hdx'],
  ...['1000BASESX fdx', '1000BASECX hdx', '1000BASECX fdx', '1000BASET hdx', '1000BASET fdx', '10GBASEX'],
  ...['10GBASELX4', '10GBASER', '10GBASEER', '10GBASELR', '10GBASESR', '10GBASEW', '10GBASEEW', '10GBASELW'],
  '10GBASESW',
];
const powerFlags: readonly FlagName[] = [
  [0x01, 'PSE'],
  [0x02, 'supported'],
  [0x04, 'enabled'],
  [0x08, 'can be controlled'],
];
const pairNames = names(() => ({ 1: 'signal', 2: 'spare' }));
const classNames = names(() => ({ 1: 'class0', 2: 'class1', 3: 'class2', 4: 'class3', 5: 'class4' }));

/** false: nobody knows what it means. One that is too short ends quietly. */
export function printLldp8023(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  if (size < 4) return true;
  const subtype = view.u8(at + 3);
  lldpSubtype(context, subtypeNames.get(subtype) ?? 'unknown', subtype);
  switch (subtype) {
    case Subtype.physical:
      if (size >= 9) physical(context, at + 4);
      return true;
    case Subtype.power:
      if (size < 7) return true;
      out.text('\n\t    MDI power support [');
      flagNames(out, powerFlags, view.u8(at + 4));
      out.text('], power pair ');
      out.text(pairNames.get(view.u8(at + 5)) ?? 'unknown');
      out.text(', power class ');
      out.text(classNames.get(view.u8(at + 6)) ?? 'unknown');
      return true;
    case Subtype.aggregation:
      if (size >= 9) lldpAggregation(context, at + 4);
      return true;
    case Subtype.frameSize:
      if (size < 6) return true;
      out.text('\n\t    MTU size ');
      out.decimal(view.u16(at + 4));
      return true;
    default:
      return false;
  }
}

/** The same in IEEE 802.1, where it has moved to. */
export function lldpAggregation(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t    aggregation status [');
  flagNames(out, supportFlags, view.u8(at));
  out.text('], aggregation port ID ');
  out.decimal(view.u32(at + 1));
}

function physical(context: PrintContext, at: number): void {
  const { out, view } = context;
  const negotiation = view.u8(at);
  const speeds = view.u16(at + 1);
  const attachment = view.u16(at + 3);
  out.text('\n\t    autonegotiation [');
  flagNames(out, supportFlags, negotiation);
  out.text('] (0x');
  out.hex8(negotiation);
  out.text(')\n\t    PMD autoneg capability [');
  flagNames(out, speedFlags, speeds, 'unknown');
  out.text('] (0x');
  out.hex16(speeds);
  out.text(')\n\t    MAU type ');
  out.text(attachmentNames[attachment] ?? 'unknown');
  out.text(' (0x');
  out.hex16(attachment);
  out.char(0x29);
}
