/** Open Shortest Path First, version 3 (RFC 5340): the header, and what may follow the packet. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { nameOr, names } from '../text/names';
import { areaAt, OspfType, printOspfArea, routerAt } from './ospf-common';
import { ospf3BodyAt, printOspf3Body } from './ospf3-body';

const typeNames = names(() => ({
  [OspfType.hello]: 'Hello',
  [OspfType.database]: 'Database Description',
  [OspfType.request]: 'LS-Request',
  [OspfType.update]: 'LS-Update',
  [OspfType.acknowledgement]: 'LS-Ack',
}));
const instanceAt = 14;
const knownVersion = 3;
const signalingBit = 0x200;
const signalingHeaderLength = 4;
const trailerHeaderLength = 16;
const hmac = 1;

export function printOspf3(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ospf3';
  const type = view.u8(at + 1);
  const version = view.u8(at);
  out.text('OSPFv');
  out.decimal(version);
  out.text(', ');
  nameOr(out, typeNames, type, 'unknown packet type (', ')');
  out.text(', length ');
  out.decimal(length);
  if (context.verbose === 0 || !typeNames.has(type)) return;
  const told = view.u16(at + 2);
  if (told > length) {
    out.text(' [len ');
    out.decimal(told);
    out.char(0x5d);
    return;
  }
  view.need(at + routerAt, 4);
  out.text('\n\tRouter-ID ');
  namedIpv4(context, at + routerAt);
  printOspfArea(context, at + areaAt);
  const instance = view.u8(at + instanceAt);
  if (instance !== 0) {
    out.text(', Instance ');
    out.decimal(instance);
  }
  if (version !== knownVersion) return;
  printOspf3Body(context, type, at, at + told);
  const signaling = signals(context, type, at) ? linkLocalSignaling(context, at + told, length - told) : 0;
  authenticationTrailer(context, at + told + signaling, length - told - signaling);
}

/** Whether link-local signaling (RFC 5613) follows the packet. */
function signals(context: PrintContext, type: number, at: number): boolean {
  const { view } = context;
  if (type === OspfType.hello) return (view.u32(at + ospf3BodyAt + 4) & signalingBit) !== 0;
  return type === OspfType.database && (view.u32(at + ospf3BodyAt) & signalingBit) !== 0;
}

/** Returns its length. */
function linkLocalSignaling(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  if (length === 0) return 0;
  if (length < signalingHeaderLength) context.leave();
  const checksum = view.u16(at);
  out.text('\n\tLLS Checksum 0x');
  out.hex16(checksum);
  const told = view.u16(at + 2);
  out.text(', Data Length ');
  out.decimal(told);
  if (told < signalingHeaderLength || told > length) context.leave();
  context.need(at, told);
  return told;
}

/** RFC 7166. */
function authenticationTrailer(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length === 0) return;
  if (length < trailerHeaderLength) context.leave();
  const type = view.u16(at);
  out.text('\n\tAuthentication Type ');
  if (type === hmac) {
    out.text('HMAC');
  } else {
    out.text('unknown (0x');
    out.hex16(type);
    out.char(0x29);
  }
  const told = view.u16(at + 2);
  out.text(', Length ');
  out.decimal(told);
  if (told < trailerHeaderLength || told > length) context.leave();
  const association = view.u16(at + 6);
  out.text(', SAID ');
  out.decimal(association);
  const high = view.u32(at + 8);
  out.text(', CSN 0x');
  out.hex32(high);
  const low = view.u32(at + 12);
  out.char(0x3a);
  out.hex32(low);
  context.need(at, told);
  if (context.verbose > 1) {
    context.dumpPart('\n\tAuthentication Data ', at + trailerHeaderLength, told - trailerHeaderLength);
  }
}
