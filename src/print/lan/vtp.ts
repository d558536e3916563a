/** VLAN Trunking Protocol (Cisco, "Understanding VLAN Trunk Protocol"): advertisements and, at -v, the VLANs in them. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { names } from '../text/names';
import { paddedText } from '../text/packet-text';

const headerLength = 36;
const nameAt = 4;
const mostName = 32;
const Message = { summary: 1, subset: 2, request: 3, join: 4 } as const;
const messageNames = names(() => ({
  [Message.summary]: 'Summary advertisement',
  [Message.subset]: 'Subset advertisement',
  [Message.request]: 'Advertisement request',
  [Message.join]: 'Join message',
}));
/** What the third byte of each message is. */
const thirdNames = names(() => ({
  [Message.summary]: 'Followers',
  [Message.subset]: 'Seq number',
  [Message.request]: 'Rsvd',
  [Message.join]: 'Rsvd',
}));

const vlanHeaderLength = 12;
const vlanTypeNames = names(() => ({ 1: 'Ethernet', 2: 'FDDI', 3: 'TrCRF', 4: 'FDDI-net', 5: 'TrBRF' }));
const vlanStatusNames = ['Operational', 'Suspended'];

const Tlv = { stpType: 3, pruning: 6, bridgeType: 7, steHopCount: 9, backupMode: 10 } as const;
const tlvNames = names(() => ({
  1: 'Source-Routing Ring Number TLV',
  2: 'Source-Routing Bridge Number TLV',
  [Tlv.stpType]: 'STP type TLV',
  4: 'Parent VLAN TLV',
  5: 'Translationally bridged VLANs TLV',
  [Tlv.pruning]: 'Pruning TLV',
  [Tlv.bridgeType]: 'Bridge Type TLV',
  8: 'Max ARP Hop Count TLV',
  [Tlv.steHopCount]: 'Max STE Hop Count TLV',
  [Tlv.backupMode]: 'Backup CRF Mode TLV',
}));
const stpTypeNames = names(() => ({ 1: 'SRT', 2: 'SRB', 3: 'Auto' }));
const tlvHeaderLength = 2;

export function printVtp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'vtp';
  if (length < headerLength) {
    context.invalidRest(at, length);
    return;
  }
  view.need(at, headerLength);
  const type = view.u8(at + 1);
  out.text('VTPv');
  out.decimal(view.u8(at));
  out.text(', Message ');
  out.text(messageNames.get(type) ?? 'Unknown message type');
  out.text(' (0x');
  out.hex8(type);
  out.text('), length ');
  out.decimal(length);
  if (context.verbose === 0) {
    view.need(at, length);
    return;
  }
  out.text('\n\tDomain name: ');
  const nameLength = view.u8(at + 3);
  if (nameLength < 1 || nameLength > mostName) {
    out.text(' [invalid MgmtD Len ');
    out.decimal(nameLength);
    out.char(0x5d);
    context.invalidRest(at, length);
    return;
  }
  paddedText(context, at + nameAt, nameLength);
  out.text(', ');
  out.text(thirdNames.get(type) ?? 'Unknown');
  out.text(': ');
  out.decimal(view.u8(at + 2));
  body(context, type, at, length);
}

function body(context: PrintContext, type: number, at: number, length: number): void {
  const { out, view } = context;
  const from = at + headerLength;
  switch (type) {
    case Message.summary:
      summary(context, from);
      return;
    case Message.subset: {
      const revision = view.u32(from);
      out.text(', Config Rev ');
      out.hex(revision);
      if (!vlans(context, from + 4, at + length)) context.invalidRest(at, length);
      return;
    }
    case Message.request: {
      const start = view.u32(from);
      out.text('\n\tStart value: ');
      out.decimal(start);
    }
  }
}

function summary(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, 8);
  out.text('\n\t  Config Rev ');
  out.hex(view.u32(at));
  out.text(', Updater ');
  namedIpv4(context, at + 4);
  view.need(at + 8, 12);
  out.text(', Timestamp');
  for (let i = 8; i < 20; i += 4) {
    out.text(' 0x');
    out.hex32(view.u32(at + i));
  }
  view.need(at + 20, 16);
  out.text(', MD5 digest: ');
  for (let i = 20; i < 36; i += 4) out.hex32(view.u32(at + i));
}

/** false: a length contradicts the message. */
function vlans(context: PrintContext, at: number, end: number): boolean {
  const { view } = context;
  let from = at;
  while (from < end) {
    const size = view.u8(from);
    if (size === 0) return true;
    view.need(from, size);
    if (size < vlanHeaderLength || !vlan(context, from, size)) return false;
    from += size;
  }
  return true;
}

function vlan(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text('\n\tVLAN info status ');
  out.text(vlanStatusNames[view.u8(at + 1)] ?? 'Unknown');
  out.text(', type ');
  out.text(vlanTypeNames.get(view.u8(at + 2)) ?? 'Unknown');
  out.text(', VLAN-id ');
  out.decimal(view.u16(at + 4));
  out.text(', MTU ');
  out.decimal(view.u16(at + 6));
  out.text(', SAID 0x');
  out.hex32(view.u32(at + 8));
  out.text(', Name ');
  const nameLength = view.u8(at + 3);
  /** Names end at a multiple of four bytes. */
  const padded = (nameLength + 3) & ~3;
  const left = size - vlanHeaderLength;
  if (left < padded) return false;
  paddedText(context, at + vlanHeaderLength, nameLength);
  return values(context, at + vlanHeaderLength + padded, left - padded);
}

/** Types and lengths of one byte each: those of real packets, whatever the documents say. */
function values(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < tlvHeaderLength) return false;
    const type = view.u8(from);
    const words = view.u8(from + 1);
    out.text('\n\t\t');
    out.text(tlvNames.get(type) ?? 'Unknown');
    out.text(' (0x');
    out.hex16(type);
    out.text(') TLV');
    const size = tlvHeaderLength + 2 * words;
    if (left < size) {
      out.text(' (TLV goes past the end of the packet)');
      return false;
    }
    if (words !== 1) {
      out.text(' (invalid TLV length ');
      out.decimal(words);
      out.text(' != 1)');
      return false;
    }
    value(context, type, from, view.u16(from + tlvHeaderLength));
    from += size;
    left -= size;
  }
  return true;
}

function value(context: PrintContext, type: number, at: number, word: number): void {
  switch (type) {
    case Tlv.steHopCount:
      context.out.text(', ');
      context.out.decimal(word);
      return;
    case Tlv.pruning:
      named(context, word === 1 ? 'Enabled' : 'Disabled', word);
      return;
    case Tlv.stpType:
      named(context, stpTypeNames.get(word) ?? 'Unknown', word);
      return;
    case Tlv.bridgeType:
      named(context, word === 1 ? 'SRB' : 'SRT', word);
      return;
    case Tlv.backupMode:
      named(context, word === 1 ? 'Backup' : 'Not backup', word);
      return;
    default:
      context.dumpPart('\n\t\t  ', at, tlvHeaderLength + 2);
  }
}

function named(context: PrintContext, name: string, word: number): void {
  const { out } = context;
  out.text(', ');
  out.text(name);
  out.text(' (');
  out.decimal(word);
  out.char(0x29);
}
