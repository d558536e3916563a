/** Protocol Independent Multicast, version 1: the messages that routers once sent inside IGMP. */
import { ipv4HeaderLength } from '../../decode/ipv4';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { nameOr, names } from '../text/names';
import { relativeTime } from '../text/relative-time';
import { printPim1JoinPrune } from './pim1-join-prune';

const Type = {
  query: 0,
  register: 1,
  registerStop: 2,
  joinPrune: 3,
  reachable: 4,
  assert: 5,
  graft: 6,
  graftAck: 7,
} as const;
const typeNames = names(() => ({
  [Type.query]: 'Query',
  [Type.register]: 'Register',
  [Type.registerStop]: 'Register-Stop',
  [Type.joinPrune]: 'Join/Prune',
  [Type.reachable]: 'RP-reachable',
  [Type.assert]: 'Assert',
  [Type.graft]: 'Graft',
  [Type.graftAck]: 'Graft-ACK',
}));
const modeNames = names(() => ({ 0: 'Dense-mode', 1: 'Sparse-mode', 2: 'Sparse-Dense-mode' }));
const versionAt = 4;
const bodyAt = 8;
const knownVersion = 1;
const sparseTreeBit = 0x80000000;

/** `at` is where the IGMP header starts, `length` counts from there. */
export function printPim1(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'pimv1';
  const type = view.u8(at + 1);
  out.char(0x20);
  nameOr(out, typeNames, type, '[type ', ']');
  if (!message(context, type, at, length)) return;
  const version = view.u8(at + versionAt) >>> 4;
  if (version !== knownVersion) {
    out.text(' [v');
    out.decimal(version);
    out.char(0x5d);
  }
}

/** false, and said so: it ends too early. */
function message(context: PrintContext, type: number, at: number, length: number): boolean {
  switch (type) {
    case Type.query:
      query(context, at);
      return true;
    case Type.register:
      if (!context.view.has(at + bodyAt, ipv4HeaderLength)) {
        context.truncated();
        return false;
      }
      pair(context, at + bodyAt + 12, at + bodyAt + 16);
      return true;
    case Type.registerStop:
      pair(context, at + bodyAt, at + bodyAt + 4);
      return true;
    case Type.reachable:
      if (context.verbose > 0) reachable(context, at);
      return true;
    case Type.assert:
      assertion(context, at);
      return true;
    case Type.joinPrune:
    case Type.graft:
    case Type.graftAck:
      if (context.verbose === 0) return true;
      if (length < bodyAt) {
        context.truncated();
        return false;
      }
      printPim1JoinPrune(context, at + bodyAt, length - bodyAt);
      return true;
    default:
      return true;
  }
}

function query(context: PrintContext, at: number): void {
  const { out, view } = context;
  if (view.has(at + bodyAt, 1)) {
    out.char(0x20);
    nameOr(out, modeNames, view.u8(at + bodyAt) >>> 4, 'mode-');
  }
  if (context.verbose === 0) return;
  out.text(' (Hold-time ');
  relativeTime(out, view.u16(at + 10));
  out.char(0x29);
}

function pair(context: PrintContext, sourceAt: number, destinationAt: number): void {
  const { out, view } = context;
  view.need(sourceAt, 4);
  view.need(destinationAt, 4);
  out.text(' for ');
  namedIpv4(context, sourceAt);
  out.text(' > ');
  namedIpv4(context, destinationAt);
}

function group(context: PrintContext, at: number): void {
  const { out, view } = context;
  namedIpv4(context, at);
  if (view.u32(at + 4) === 0xffffffff) return;
  out.char(0x2f);
  namedIpv4(context, at + 4);
}

function reachable(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at + bodyAt, 4);
  out.text(' group ');
  group(context, at + bodyAt);
  view.need(at + bodyAt + 8, 4);
  out.text(' RP ');
  namedIpv4(context, at + bodyAt + 8);
  out.text(' hold ');
  relativeTime(out, view.u16(at + bodyAt + 14));
}

function assertion(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at + bodyAt, 12);
  out.text(' for ');
  namedIpv4(context, at + bodyAt + 8);
  out.text(' > ');
  group(context, at + bodyAt);
  const preference = view.u32(at + bodyAt + 12);
  const metric = view.u32(at + bodyAt + 16);
  out.text((preference & sparseTreeBit) === 0 ? ' SPT pref ' : ' RP-tree pref ');
  out.decimal(preference & 0x7fffffff);
  out.text(' metric ');
  out.decimal(metric);
}
