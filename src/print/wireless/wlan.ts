/** Wireless LAN frames (IEEE 802.11): named by type; addresses and flags at -e and -v. */
import { macLength } from '../../decode/ethernet';
import {
  ControlSubtype,
  DataSubtype,
  FrameType,
  fourthAddressAt,
  frameControlLength,
  receiverAt,
  thirdAddressAt,
  transmitterAt,
  WlanLayer,
} from '../../decode/wlan';
import type { PrintContext } from '../context';
import { printLlc } from '../link/llc';
import { snapOverhead } from '../link/snap';
import { namedMac } from '../text/named';
import { names } from '../text/names';
import { count } from '../text/phrase';
import { printManagement, printWep } from './wlan-management';

const layer = new WlanLayer();
const controlNames = names(() => ({
  [ControlSubtype.wrapper]: 'Control Wrapper',
  [ControlSubtype.blockAckRequest]: 'BAR',
  [ControlSubtype.blockAck]: 'BA',
  [ControlSubtype.powerSavePoll]: 'Power Save-Poll',
  [ControlSubtype.requestToSend]: 'Request-To-Send',
  [ControlSubtype.clearToSend]: 'Clear-To-Send',
  [ControlSubtype.acknowledgment]: 'Acknowledgment',
  [ControlSubtype.contentionFreeEnd]: 'CF-End',
  [ControlSubtype.contentionFreeEndAck]: 'CF-End+CF-Ack',
}));
/** Two SAPs, a byte of control, organization and type. */
const llcSnapLength = 3 + snapOverhead;
/** How many addresses a mesh header has. */
const meshAddresses = 0x03;
const contentionFree = ['', 'Ack', 'Poll', 'Ack/Poll'];

export function printWlanLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.headerLength = printWlan(context, at, length, 0, false);
}

/**
 * `checkLength`: bytes of frame check sequence at the end of `length`; `padded`: the body starts at a multiple of
 * four. Returns the length of the headers.
 */
export function printWlan(
  context: PrintContext,
  at: number,
  length: number,
  checkLength: number,
  padded: boolean,
): number {
  const { view } = context;
  context.protocol = '802.11';
  const captured = view.available(at);
  if (length < checkLength) {
    context.truncated();
    return captured;
  }
  view.cut(at + length - checkLength);
  if (!view.has(at, frameControlLength)) {
    context.truncated();
    return captured;
  }
  layer.decode(view, at);
  if (layer.headerLength === 0) {
    unknown(context);
    return 0;
  }
  const plainLength = padded ? (layer.headerLength + 3) & ~3 : layer.headerLength;
  const flagsLength = mayHaveMesh(context) ? 1 : 0;
  const mesh = flagsLength > 0 && view.has(at, plainLength + 1) ? meshLength(view.u8(at + plainLength)) : 0;
  const headerLength = plainLength + mesh;
  if (!view.has(at, plainLength + Math.max(mesh, flagsLength))) {
    context.truncated();
    return headerLength;
  }
  if (context.linkLevel) header(context, at, mesh > 0 ? at + plainLength : 0);
  return headerLength + body(context, at, headerLength, length - checkLength - headerLength);
}

function unknown(context: PrintContext): void {
  const { out } = context;
  if (layer.type === FrameType.control) {
    out.text('unknown 802.11 ctrl frame subtype (');
    out.decimal(layer.subtype);
  } else {
    out.text('unknown 802.11 frame type (');
    out.decimal(layer.type);
  }
  out.char(0x29);
}

/** Returns the length of an LLC header in the body. */
function body(context: PrintContext, at: number, headerLength: number, length: number): number {
  const { out, view } = context;
  const next = at + headerLength;
  context.linkSourceAt = layer.sourceAt;
  context.linkDestinationAt = layer.destinationAt;
  if (layer.type === FrameType.management) {
    if (!printManagement(context, layer, next, length)) context.truncated();
    return 0;
  }
  if (layer.type === FrameType.control) {
    control(context, at);
    return 0;
  }
  if ((layer.subtype & DataSubtype.noData) !== 0) return 0;
  if (!layer.protectedFrame) {
    // For a packet that is cut behind its LLC header, which most likely is this long.
    context.headerLength = next - view.start + llcSnapLength;
    return printLlc(context, next, length);
  }
  out.text('Data');
  if (!printWep(context, next)) context.truncated();
  return 0;
}

function control(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(controlNames.get(layer.subtype) ?? '');
  if (layer.subtype === ControlSubtype.powerSavePoll) {
    out.text(' AID(');
    out.hex(view.u16LE(at + 2));
    out.char(0x29);
  } else if (!context.linkLevel) {
    switch (layer.subtype) {
      case ControlSubtype.wrapper:
        return;
      case ControlSubtype.requestToSend:
        field(context, ' TA:', at + transmitterAt);
        return;
      case ControlSubtype.blockAckRequest:
        out.char(0x20);
        blockAckRequest(context, at);
        return;
      default:
        field(context, ' RA:', at + receiverAt);
    }
  }
}

/** A name, an address and a space. */
function field(context: PrintContext, name: string, at: number): void {
  context.out.text(name);
  namedMac(context, at);
  context.out.char(0x20);
}

function blockAckRequest(context: PrintContext, at: number): void {
  const { out, view } = context;
  field(context, 'RA:', at + receiverAt);
  field(context, 'TA:', at + transmitterAt);
  out.text('CTL(');
  out.hex(view.u16LE(at + 16));
  out.text(') SEQ(');
  out.decimal(view.u16LE(at + 18));
  out.text(') ');
}

function mayHaveMesh({ options }: PrintContext): boolean {
  return options.mesh && layer.type === FrameType.data && (layer.subtype & DataSubtype.qos) !== 0;
}

/** Of the header of a draft of 802.11s that begins with these flags; 0: there is none. */
function meshLength(flags: number): number {
  return (flags & ~meshAddresses) === 0 ? macLength * (1 + (flags & meshAddresses)) : 0;
}

/** -e: addresses by their roles; with -v the flags and the duration first. `meshAt` 0: no mesh header. */
function header(context: PrintContext, at: number, meshAt: number): void {
  const { out } = context;
  if (context.verbose > 0) flags(context, at);
  if (meshAt > 0) meshHeader(context, meshAt);
  if (layer.type === FrameType.management) {
    field(context, 'BSSID:', at + thirdAddressAt);
    field(context, 'DA:', at + receiverAt);
    field(context, 'SA:', at + transmitterAt);
  } else if (layer.type === FrameType.control) {
    controlHeader(context, at);
  } else {
    const { subtype } = layer;
    const poll = subtype & (DataSubtype.contentionFreeAck | DataSubtype.contentionFreePoll);
    const qos = (subtype & DataSubtype.qos) !== 0;
    if (poll !== 0 || qos) {
      out.text('CF ');
      out.text(contentionFree[poll]);
      out.text(qos ? '+QoS ' : ' ');
    }
    dataAddresses(context, at);
  }
}

/** `MeshData (AE 1 TTL 31 seq 7 A4:…) `. */
function meshHeader(context: PrintContext, at: number): void {
  const { out, view } = context;
  const addresses = view.u8(at) & meshAddresses;
  count(out, 'MeshData (AE ', addresses);
  count(out, ' TTL ', view.u8(at + 1));
  count(out, ' seq ', view.u32LE(at + 2));
  for (let i = 0; i < addresses; i++) {
    count(out, ' A', 4 + i, ':');
    namedMac(context, at + macLength * (1 + i));
  }
  out.text(') ');
}

function flags(context: PrintContext, at: number): void {
  const { out, view } = context;
  if (layer.moreData) out.text('More Data ');
  if (layer.moreFragments) out.text('More Fragments ');
  if (layer.powerManagement) out.text('Pwr Mgmt ');
  if (layer.retry) out.text('Retry ');
  if (layer.ordered) out.text('Strictly Ordered ');
  if (layer.protectedFrame) out.text('Protected ');
  if (layer.type === FrameType.control && layer.subtype === ControlSubtype.powerSavePoll) return;
  out.decimal(view.u16LE(at + 2));
  out.text('us ');
}

function controlHeader(context: PrintContext, at: number): void {
  switch (layer.subtype) {
    case ControlSubtype.wrapper:
      return;
    case ControlSubtype.blockAckRequest:
      context.out.char(0x20);
      blockAckRequest(context, at);
      return;
    case ControlSubtype.powerSavePoll:
      field(context, 'BSSID:', at + receiverAt);
      field(context, 'TA:', at + transmitterAt);
      return;
    default:
      field(context, 'RA:', at + receiverAt);
      if (layer.subtype === ControlSubtype.requestToSend) field(context, 'TA:', at + transmitterAt);
      if (layer.subtype >= ControlSubtype.contentionFreeEnd) field(context, 'BSSID:', at + transmitterAt);
  }
}

function dataAddresses(context: PrintContext, at: number): void {
  const { toDistribution, fromDistribution } = layer;
  if (toDistribution && fromDistribution) {
    field(context, 'RA:', at + receiverAt);
    field(context, 'TA:', at + transmitterAt);
    field(context, 'DA:', at + thirdAddressAt);
    field(context, 'SA:', at + fourthAddressAt);
  } else {
    field(context, toDistribution ? 'BSSID:' : 'DA:', at + receiverAt);
    field(context, fromDistribution ? 'BSSID:' : 'SA:', at + transmitterAt);
    field(context, toDistribution ? 'DA:' : fromDistribution ? 'SA:' : 'BSSID:', at + thirdAddressAt);
  }
}
