/** Logical Link Control (IEEE 802.2): service access points, frame types, and what UI frames carry. */
import { LlcLayer, LlcSap, llcUnnumberedInformation } from '../../decode/llc';
import type { PrintContext } from '../context';
import { printStp } from '../lan/stp';
import { printIpv4 } from '../network/ipv4';
import { namedMac } from '../text/named';
import { names } from '../text/names';
import { printSnap, snapOverhead } from './snap';

const layer = new LlcLayer();

const sapNames = names(() => ({
  0x00: 'Null',
  0x02: '802.1B I',
  0x04: 'SNA',
  0x06: 'IP',
  0x0e: 'ProWay NM',
  0x42: 'STP',
  0x4e: 'RS511',
  0x7e: 'ISO8208',
  0x8e: 'ProWay',
  0xaa: 'SNAP',
  0xe0: 'IPX',
  0xf0: 'NetBeui',
  0xfe: 'OSI',
}));

const unnumberedNames = names(() => ({
  0x03: 'ui',
  0x0f: 'dm',
  0x43: 'disc',
  0x63: 'ua',
  0x6f: 'sabme',
  0x87: 'frmr',
  0xaf: 'xid',
  0xe3: 'test',
}));
const supervisoryNames = ['Receiver Ready', 'Receiver not Ready', 'Reject', '?'];

const exchangeId = 0xaf;
const exchangeFormat = 0x81;
const groupBit = 1;
const pollBit = 0x10;
/** The poll bit of the second control byte, as read low byte first. */
const widePollBit = 0x100;

function sapName(context: PrintContext, sap: number, unknown: string): void {
  const name = sapNames.get(sap);
  if (name !== undefined) {
    context.out.text(name);
    return;
  }
  context.out.text(unknown);
  context.out.hex8(sap);
}

/**
 * Prints the header and what it carries, as bytes where nobody knows it. Returns how many bytes of it -x leaves out.
 * `length`: bytes of the frame from the first SAP on.
 */
export function printLlc(context: PrintContext, at: number, length: number): number {
  const size = printLlcHeader(context, at, length);
  if (size < 0) context.dump(at, length);
  return Math.abs(size);
}

/** The same without those bytes: negative where nobody knows what the header carries. */
export function printLlcHeader(context: PrintContext, at: number, length: number): number {
  const { view, out } = context;
  context.protocol = 'llc';
  if (length < 3 || !view.has(at, 3) || ((view.u8(at + 2) & 3) !== 3 && (length < 4 || !view.has(at, 4)))) {
    context.truncated();
    context.dumpAlways(at, length);
    return view.available(at);
  }
  layer.decode(view, at);
  const { headerLength, control, destinationSap, sourceSap } = layer;
  const next = at + headerLength;
  const left = length - headerLength;
  if (destinationSap === LlcSap.global && sourceSap === LlcSap.global) {
    if (context.linkLevel) out.text('IPX 802.3: ');
    context.tables.rare().printIpx(context, at, length);
    return 0;
  }
  if (context.linkLevel) serviceAccessPoints(context);
  const dsap = destinationSap & ~groupBit;
  const ssap = sourceSap & ~groupBit;
  if (dsap === ssap && control === llcUnnumberedInformation) {
    switch (ssap) {
      case LlcSap.snap:
        return printSnap(context, next, left) ? headerLength + snapOverhead : -(headerLength + snapOverhead);
      case LlcSap.spanningTree:
        printStp(context, next, left);
        return headerLength;
      case LlcSap.ip:
        printIpv4(context, next, left);
        return headerLength;
      case LlcSap.netware:
        if (context.linkLevel) out.text('IPX 802.2: ');
        context.tables.rare().printIpx(context, next, left);
        return headerLength;
      case LlcSap.iso:
        if (context.headerLength === 0) context.headerLength = next - context.view.start;
        context.tables.rare().printIso(context, next, left);
        return headerLength;
    }
  }
  if (!context.linkLevel) partners(context, dsap, ssap);
  return frameType(context, next, left, length) ? headerLength : -headerLength;
}

/** -e: `LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03: `. */
function serviceAccessPoints(context: PrintContext): void {
  const { out } = context;
  out.text('LLC, dsap ');
  sapWithNumber(context, layer.destinationSap);
  out.text((layer.destinationSap & groupBit) === 0 ? ' Individual, ssap ' : ' Group, ssap ');
  sapWithNumber(context, layer.sourceSap);
  out.text((layer.sourceSap & groupBit) === 0 ? ' Command, ctrl 0x' : ' Response, ctrl 0x');
  if (layer.unnumbered) out.hex8(layer.control);
  else out.hex16(layer.control);
  out.text(': ');
}

function sapWithNumber(context: PrintContext, field: number): void {
  const sap = field & ~groupBit;
  context.out.text(sapNames.get(sap) ?? 'Unknown');
  context.out.text(' (0x');
  context.out.hex8(sap);
  context.out.char(0x29);
}

function partners(context: PrintContext, dsap: number, ssap: number): void {
  const { out } = context;
  const known = context.linkSourceAt >= 0;
  if (known) {
    namedMac(context, context.linkSourceAt);
    out.char(0x20);
  }
  if (dsap !== ssap) {
    sapName(context, ssap, 'Unknown SSAP 0x');
    out.char(0x20);
  }
  if (known || dsap !== ssap) out.text('> ');
  if (known) {
    namedMac(context, context.linkDestinationAt);
    out.char(0x20);
  }
  sapName(context, dsap, 'Unknown DSAP 0x');
  out.char(0x20);
}

/** false: there is payload that nobody knows. */
function frameType(context: PrintContext, next: number, left: number, length: number): boolean {
  const { out, view } = context;
  const { control, sourceSap } = layer;
  if (layer.unnumbered) {
    out.text('Unnumbered, ');
    const command = control & ~pollBit;
    const name = unnumberedNames.get(command);
    if (name === undefined) out.hex8(command);
    else out.text(name);
    flags(context, sourceSap & groupBit, (control & pollBit) !== 0);
    out.text(', length ');
    out.decimal(length);
    if (command !== exchangeId) return false;
    if (left === 0) return true;
    if (view.u8(next) !== exchangeFormat) return false;
    if (left < 3 || !view.has(next, 3)) {
      context.truncated();
      return true;
    }
    out.text(': ');
    out.hex8(view.u8(next + 1));
    out.char(0x20);
    out.hex8(view.u8(next + 2));
    return true;
  }
  const supervisory = (control & 3) === 1;
  if (supervisory) {
    out.text('Supervisory, ');
    out.text(supervisoryNames[(control >>> 2) & 3]);
  } else {
    out.text('Information, send seq ');
    out.decimal((control >>> 1) & 0x7f);
  }
  out.text(', rcv seq ');
  out.decimal((control >>> 9) & 0x7f);
  flags(context, sourceSap & groupBit, (control & widePollBit) !== 0);
  out.text(', length ');
  out.decimal(length);
  return supervisory;
}

function flags(context: PrintContext, response: number, poll: boolean): void {
  context.out.text(', Flags [');
  if (response === 0) context.out.text(poll ? 'Poll]' : 'Command]');
  else context.out.text(poll ? 'Final]' : 'Response]');
}
