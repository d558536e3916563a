/** Tags that switch chips put between Ethernet addresses and type, or before the frame: Marvell DSA and EDSA, Broadcom. */
import type { PrintContext } from '../context';
import { ethertypeNames, names } from '../text/names';
import { printEthernetLink, printSwitchTaggedEthernet } from './ethernet';

const dsaLength = 4;
const etherDsaLength = 8;
const broadcomLength = 4;

const Mode = { toCpu: 0, fromCpu: 1, toSniffer: 2, forward: 3 } as const;
const modeNames = ['To CPU', 'From CPU', 'To Sniffer', 'Forward'];
const trapNames = names(() => ({
  0: 'BPDU (MGMT) Trap',
  1: 'Frame2Reg',
  2: 'IGMP/MLD Trap',
  3: 'Policy Trap',
  4: 'ARP Mirror',
  5: 'Policy Mirror',
}));

export function printDsaLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.protocol = 'dsa';
  context.headerLength = printSwitchTaggedEthernet(context, at, length, dsaLength, dsaTag);
}

export function printEtherDsaLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.protocol = 'edsa';
  context.headerLength = printSwitchTaggedEthernet(context, at, length, etherDsaLength, etherDsaTag);
}

export function printBroadcomLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.protocol = 'brcm-tag';
  context.headerLength = printSwitchTaggedEthernet(context, at, length, broadcomLength, broadcomTag);
}

/** The tag comes before the frame and is shown at -e only. */
export function printBroadcomPrependLink(context: PrintContext, at: number, caplen: number, length: number): void {
  context.protocol = 'brcm-tag-prepend';
  if (!context.view.has(at, broadcomLength)) {
    context.truncated();
    context.headerLength = 0;
    return;
  }
  if (context.linkLevel) broadcomTag(context, at);
  printEthernetLink(context, at + broadcomLength, caplen - broadcomLength, length - broadcomLength);
  context.headerLength += broadcomLength;
}

function dsaTag(context: PrintContext, at: number): void {
  context.out.text(context.linkLevel ? 'Marvell DSA ' : 'DSA ');
  dsaWord(context, at);
}

function etherDsaTag(context: PrintContext, at: number): void {
  const { out, view } = context;
  const type = view.u16(at);
  out.text(context.linkLevel ? 'Marvell EDSA ethertype 0x' : 'EDSA 0x');
  out.hex16(type);
  if (context.linkLevel) {
    out.text(' (');
    out.text(ethertypeNames.get(type) ?? 'Unknown');
    out.text('), rsvd ');
    out.decimal(view.u8(at + 2));
    out.char(0x20);
    out.decimal(view.u8(at + 3));
  }
  out.text(', ');
  dsaWord(context, at + 4);
}

/** Mode, device, port or trunk, and the original VLAN tag. */
function dsaWord(context: PrintContext, at: number): void {
  const { out, view } = context;
  const first = view.u8(at);
  const second = view.u8(at + 1);
  const third = view.u8(at + 2);
  const mode = first >>> 6;
  const tagged = (first & 0x20) !== 0;
  const vlan = ((third & 0x0f) << 8) | view.u8(at + 3);
  if (context.linkLevel) {
    dsaDetails(context, mode, first, second, third);
    out.text(tagged ? 'tagged, ' : 'untagged, ');
    if ((second & 1) !== 0) out.text('CFI, ');
    out.text('VID ');
    out.decimal(vlan);
    out.text(', FPri ');
    out.decimal(third >>> 5);
    out.text(', ');
    return;
  }
  if (mode === Mode.forward) out.text((second & 4) !== 0 ? 'Forward trunk ' : 'Forward port ');
  else out.text(mode === Mode.fromCpu ? 'CPU > port ' : 'port ');
  out.decimal(first & 0x1f);
  out.char(0x2e);
  out.decimal(second >>> 3);
  if (mode === Mode.toCpu) out.text(' > CPU');
  else if (mode === Mode.toSniffer) out.text((second & 4) !== 0 ? ' > Rx Sniffer' : ' > Tx Sniffer');
  out.text(', VLAN ');
  out.decimal(vlan);
  out.text(tagged ? 't, ' : 'u, ');
}

function dsaDetails(context: PrintContext, mode: number, first: number, second: number, third: number): void {
  const { out } = context;
  const flag = (second & 4) !== 0;
  out.text('mode ');
  out.text(modeNames[mode]);
  out.text(mode === Mode.forward ? ', dev ' : mode === Mode.fromCpu ? ', target dev ' : ', source dev ');
  out.decimal(first & 0x1f);
  out.text(mode === Mode.forward && flag ? ', trunk ' : ', port ');
  out.decimal(second >>> 3);
  out.text(', ');
  if (mode === Mode.toCpu) {
    out.text('code ');
    out.text(trapNames.get((((second & 6) >>> 1) << 1) | ((third >>> 4) & 1)) ?? 'reserved');
    out.text(', ');
  } else if (mode === Mode.toSniffer) {
    out.text(flag ? 'ingress sniff, ' : 'egress sniff, ');
  }
}

const ingressOperation = 0x20;
const tagEnforcement = ['None', 'Untag', 'Header', 'Reserved'];
const reasonNames = names(() => ({
  1: 'mirror',
  2: 'MAC learning',
  4: 'switching',
  8: 'prot term',
  16: 'prot snoop',
  32: 'exception',
}));

function broadcomTag(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, broadcomLength);
  const operation = view.u8(at);
  const second = view.u8(at + 1);
  const third = view.u8(at + 2);
  const fourth = view.u8(at + 3);
  out.text(operation !== 0 ? 'BRCM tag OP: IG' : 'BRCM tag OP: EG');
  if ((operation & ingressOperation) !== 0) {
    out.text(', TC: ');
    out.decimal((second >>> 2) & 7);
    out.text(', TE: ');
    out.text(tagEnforcement[second & 3]);
    out.text(', TS: ');
    out.decimal(second >>> 7);
    out.text(', DST map: 0x');
    out.hex16(((third << 8) | fourth) & 0x1ff);
  } else {
    out.text(', CID: ');
    out.decimal(second);
    out.text(', RC: ');
    out.text(reasonNames.get(third) ?? 'reserved');
    out.text(', TC: ');
    out.decimal(fourth >>> 5);
    out.text(', port: ');
    out.decimal(fourth & 0x1f);
  }
  out.text(', ');
}
