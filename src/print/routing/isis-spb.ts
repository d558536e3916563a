/** Shortest Path Bridging in IS-IS (RFC 6165, RFC 6329): capabilities of a port and of a topology. */

import type { PrintContext } from '../context';
import { names } from '../text/names';
import { packetHex, paddedText } from '../text/packet-text';
import { count } from '../text/phrase';
import { type IsisTlvPrinter, subTlvHeaderLength, TlvEnd, topologyLength } from './isis-values';

const Port = { identifier: 4, digest: 5, vlan: 6 } as const;
const portNames = names(() => ({
  [Port.identifier]: 'SPB MCID',
  [Port.digest]: 'SPB Digest',
  [Port.vlan]: 'SPB BVID',
}));
const Topology = { instance: 1, services: 3 } as const;
const topologyNames = names(() => ({
  [Topology.instance]: 'SPB Instance',
  [Topology.services]: 'SPBM Service Identifier and Unicast Address',
}));

const identifierLength = 51;
const nameLength = 32;
const digestLength = 33;
const instanceLength = 19;
const tupleLength = 8;
const serviceLength = 8;

/** What a sub-TLV was like: one of its kind, or too short, which ends the value. */
const Found = { good: 0, short: 1, cut: 2 } as const;

type SubTlvPrinter = (context: PrintContext, type: number, at: number, size: number) => number;

export const printPortCapability: IsisTlvPrinter = (context, at, size) => {
  if (size < topologyLength) return TlvEnd.whole;
  const word = context.view.u16(at);
  count(context.out, '\n\t       RES: ', word >>> 12);
  count(context.out, ', MTID(s): ', word & 0xfff);
  subTlvs(context, at + topologyLength, at + size, portSubTlv);
  return TlvEnd.whole;
};

export const printTopologyCapability: IsisTlvPrinter = (context, at, size) => {
  if (size < topologyLength) return TlvEnd.whole;
  const word = context.view.u16(at);
  count(context.out, '\n\t      O: ', word >>> 15);
  count(context.out, ', RES: ', (word >>> 12) & 7);
  count(context.out, ', MTID(s): ', word & 0xfff);
  subTlvs(context, at + topologyLength, at + size, topologySubTlv);
  return TlvEnd.whole;
};

function subTlvs(context: PrintContext, at: number, end: number, print: SubTlvPrinter): void {
  const { out, view } = context;
  let from = at;
  while (end - from > subTlvHeaderLength) {
    const type = view.u8(from);
    const size = view.u8(from + 1);
    from += subTlvHeaderLength;
    const isPort = print === portSubTlv;
    out.text(isPort ? '\n\t       ' : '\n\t      ');
    out.text((isPort ? portNames : topologyNames).get(type) ?? 'unknown');
    count(context.out, ' subTLV #', type);
    count(context.out, ', length: ', size);
    if (end - from < size) {
      out.text(' (> containing TLV length)');
      return;
    }
    if (!view.has(from, size)) {
      context.truncated();
      return;
    }
    const found = print(context, type, from, size);
    if (found === Found.short) out.text(' (too short)');
    else if (found === Found.cut) context.truncated();
    if (found !== Found.good) return;
    from += size;
  }
}

function portSubTlv(context: PrintContext, type: number, at: number, size: number): number {
  switch (type) {
    case Port.identifier:
      if (size < 2 * identifierLength) return Found.short;
      identifier(context, '\n\t         MCID: ', at);
      identifier(context, '\n\t         AUX-MCID: ', at + identifierLength);
      return Found.good;
    case Port.digest:
      if (size < digestLength) return Found.short;
      digest(context, at);
      return Found.good;
    case Port.vlan:
      return vlans(context, at, size);
    default:
      return Found.good;
  }
}

/** A configuration's identifier, as multiple spanning trees have it. */
function identifier(context: PrintContext, title: string, at: number): void {
  const { out, view } = context;
  out.text(title);
  count(context.out, 'ID: ', view.u8(at));
  out.text(', Name: ');
  paddedText(context, at + 1, nameLength);
  count(context.out, '\n\t              Lvl: ', view.u16(at + 1 + nameLength));
  out.text(', Digest: ');
  for (let i = 3 + nameLength; i < identifierLength; i++) {
    out.hex8(view.u8(at + i));
    out.char(0x20);
  }
}

function digest(context: PrintContext, at: number): void {
  const { out, view } = context;
  const flags = view.u8(at);
  count(context.out, '\n\t        RES: ', flags >>> 5);
  count(context.out, ' V: ', (flags >>> 4) & 1);
  count(context.out, ' A: ', (flags >>> 2) & 3);
  count(context.out, ' D: ', flags & 3);
  out.text('\n\t         Digest: ');
  for (let i = 0; i < 8; i++) {
    if (i === 4) out.text('\n\t                 ');
    out.hex32(view.u32(at + 1 + 4 * i));
    out.char(0x20);
  }
}

/** Algorithms and the VLANs that use them. */
function vlans(context: PrintContext, at: number, size: number): number {
  const { out, view } = context;
  const end = at + size;
  for (let from = at; from < end; from += 6) {
    if (end - from < 4) return Found.short;
    out.text('\n\t           ECT: ');
    out.hex32(view.u32(from));
    if (end - from < 6) return Found.short;
    const word = view.u16(from + 4);
    count(context.out, ' BVID: ', word >>> 4);
    count(context.out, ', U:', (word >>> 3) & 1);
    count(context.out, ' M:', (word >>> 2) & 1);
    out.char(0x20);
  }
  return Found.good;
}

function topologySubTlv(context: PrintContext, type: number, at: number, size: number): number {
  switch (type) {
    case Topology.instance:
      return size < instanceLength ? Found.short : instance(context, at, size);
    case Topology.services:
      return size < serviceLength ? Found.cut : services(context, at, size);
    default:
      return Found.good;
  }
}

function instance(context: PrintContext, at: number, size: number): number {
  const { out, view } = context;
  out.text('\n\t        CIST Root-ID: ');
  out.hex32(view.u32(at));
  out.char(0x20);
  out.hex32(view.u32(at + 4));
  out.text(', Path Cost: ');
  out.hex32(view.u32(at + 8));
  count(context.out, ', Prio: ', view.u16(at + 12));
  const word = view.u32(at + 14);
  count(context.out, '\n\t        RES: ', word >>> 21);
  count(context.out, ', V: ', (word >>> 20) & 1);
  count(context.out, ', SPSource-ID: ', word & 0xfffff);
  const trees = view.u8(at + 18);
  out.text(', No of Trees: ');
  out.hex(trees);
  let from = at + instanceLength;
  for (let i = 0; i < trees; i++, from += tupleLength) {
    if (at + size - from < tupleLength) return Found.cut;
    tree(context, from);
  }
  return Found.good;
}

function tree(context: PrintContext, at: number): void {
  const { out, view } = context;
  const flags = view.u8(at);
  count(context.out, '\n\t         U:', flags >>> 7);
  count(context.out, ', M:', (flags >>> 6) & 1);
  count(context.out, ', A:', (flags >>> 5) & 1);
  count(context.out, ', RES:', flags & 0x1f);
  out.text(', ECT: ');
  out.hex32(view.u32(at + 1));
  const vlan = view.u24(at + 5);
  count(context.out, ', BVID: ', vlan >>> 12);
  count(context.out, ', SPVID: ', vlan & 0xfff);
}

function services(context: PrintContext, at: number, size: number): number {
  const { out, view } = context;
  out.text('\n\t        BMAC: ');
  packetHex(context, at, 6);
  const word = view.u16(at + 6);
  count(context.out, ', RES: ', word >>> 12);
  count(context.out, ', VID: ', word & 0xfff);
  for (let i = serviceLength; i + 4 <= size; i += 4) {
    const service = view.u32(at + i);
    count(context.out, '\n\t        T: ', service >>> 31);
    count(context.out, ', R: ', (service >>> 30) & 1);
    count(context.out, ', RES: ', (service >>> 24) & 0x3f);
    count(context.out, ', ISID: ', service & 0xffffff);
  }
  return Found.good;
}
