/** Geneve (RFC 8926): flags, VNI, options, then the inner packet on the same line. */
import { GeneveLayer, geneveHeaderLength, geneveOptionHeaderLength } from '../../decode/geneve';
import type { PrintContext } from '../context';
import { printEthernet } from '../link/ethernet';
import { printEthertype } from '../link/ethertype';
import { ethertypeNames, type FlagName, flagNames } from '../text/names';

const layer = new GeneveLayer();
const bridged = 0x6558;
const flagTable: readonly FlagName[] = [
  [0x80, 'O'],
  [0x40, 'C'],
  [0x20, 'R1'],
  [0x10, 'R2'],
  [0x08, 'R3'],
  [0x04, 'R4'],
  [0x02, 'R5'],
  [0x01, 'R6'],
];
const classNames = [
  'Linux',
  'Open vSwitch',
  'Open Virtual Networking (OVN)',
  'In-band Network Telemetry (INT)',
  'VMware',
];
const criticalOption = 0x80;

export function printGeneve(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'geneve';
  out.text('Geneve');
  if (length < geneveHeaderLength) {
    context.tooShort(' [length ', length, geneveHeaderLength);
    return;
  }
  layer.decode(view, at);
  if (layer.version !== 0) {
    out.text(' ERROR: unknown-version ');
    out.decimal(layer.version);
    return;
  }
  out.text(', Flags [');
  flagNames(out, flagTable, layer.flags, 'none', '');
  out.text('], vni 0x');
  out.hex(layer.vni);
  if (layer.reserved !== 0) {
    out.text(', rsvd 0x');
    out.hex(layer.reserved);
  }
  const { protocol, optionsLength } = layer;
  if (context.linkLevel) {
    out.text(', proto ');
    out.text(ethertypeNames.get(protocol) ?? 'unknown');
    out.text(' (0x');
    out.hex16(protocol);
    out.char(0x29);
  }
  const from = at + geneveHeaderLength;
  const left = length - geneveHeaderLength;
  if (left < optionsLength) {
    out.text(' truncated-geneve - ');
    out.decimal(optionsLength - left);
    out.text(' bytes missing');
    return;
  }
  view.need(from, optionsLength);
  if (optionsLength > 0) {
    out.text(', options [');
    if (context.verbose > 0) options(context, from, optionsLength);
    else {
      out.decimal(optionsLength);
      out.text(' bytes');
    }
    out.char(0x5d);
  }
  out.text(context.verbose > 0 ? '\n\t' : ': ');
  const inner = from + optionsLength;
  const innerLength = left - optionsLength;
  if (protocol === bridged) {
    printEthernet(context, inner, innerLength);
  } else if (!printEthertype(context, protocol, inner, innerLength)) {
    out.text('geneve-proto-0x');
    out.hex(protocol);
  }
}

/** IANA "Geneve Option Class": the first 256 belong to standards, the last 16 to experiments. */
function className(value: number): string {
  if (value <= 0xff) return 'Standard';
  if (value >= 0xfff0) return 'Experimental';
  return classNames[value - 0x100] ?? 'Unknown';
}

/** `class Standard (0x0) type 0x80(C) len 8` */
function options(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (from > at) out.text(', ');
    const optionClass = view.u16(from);
    out.text('class ');
    out.text(className(optionClass));
    out.text(' (0x');
    out.hex(optionClass);
    const type = view.u8(from + 2);
    out.text(') type 0x');
    out.hex(type);
    if ((type & criticalOption) !== 0) out.text('(C)');
    const words = view.u8(from + 3) & 0x1f;
    const size = geneveOptionHeaderLength + 4 * words;
    out.text(' len ');
    out.decimal(size);
    if (left < size) {
      out.text(' [bad length]');
      return;
    }
    if (context.verbose > 1 && words > 0) {
      out.text(' data');
      for (let i = 0; i < words; i++) {
        out.char(0x20);
        out.hex32(view.u32(from + geneveOptionHeaderLength + 4 * i));
      }
    }
    from += size;
    left -= size;
  }
}
