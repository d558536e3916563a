/** VXLAN (RFC 7348) and VXLAN-GPE (draft-ietf-nvo3-vxlan-gpe). */
import type { PrintContext } from '../context';
import { printEthernet } from '../link/ethernet';
import { type FlagName, flagNames } from '../text/names';
import { printIpv4 } from './ipv4';
import { printIpv6 } from './ipv6';

const headerLength = 8;
const vniFlag = 0x08;
const gpeFlags: readonly FlagName[] = [
  [0x08, 'I'],
  [0x04, 'P'],
  [0x02, 'B'],
  [0x01, 'O'],
];
const Next = { ipv4: 1, ipv6: 2, ethernet: 3, serviceHeader: 4 } as const;

/** The inner frame is a line of its own, without time stamp. */
export function printVxlan(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'vxlan';
  out.text('VXLAN');
  if (length < headerLength) {
    context.invalid();
    return;
  }
  const flags = view.u8(at);
  out.text(', flags [');
  out.text((flags & vniFlag) !== 0 ? 'I' : 'invalid');
  out.text('] (0x');
  out.hex8(flags);
  out.text('), ');
  const vni = view.u24(at + 4);
  out.text('vni ');
  out.decimal(vni);
  out.char(0x0a);
  view.need(at, headerLength);
  printEthernet(context, at + headerLength, length - headerLength);
}

export function printVxlanGpe(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'vxlan_gpe';
  out.text('VXLAN-GPE, ');
  if (length < headerLength) {
    context.tooShort(' (len ', length, headerLength);
    return;
  }
  const flags = view.u8(at);
  out.text('flags [');
  flagNames(out, gpeFlags, flags, 'none', '');
  out.text('], ');
  view.need(at, headerLength);
  out.text('vni ');
  out.decimal(view.u24(at + 4));
  out.text(context.verbose > 0 ? '\n    ' : ': ');
  const from = at + headerLength;
  const left = length - headerLength;
  switch (view.u8(at + 3)) {
    case Next.ipv4:
      printIpv4(context, from, left);
      return;
    case Next.ipv6:
      printIpv6(context, from, left);
      return;
    case Next.ethernet:
      printEthernet(context, from, left);
      return;
    case Next.serviceHeader:
      context.tables.rare().printNsh(context, from, left);
      return;
    default:
      out.text('ERROR: unknown-next-protocol');
      context.invalid();
  }
}
