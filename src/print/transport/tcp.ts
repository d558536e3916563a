/** Transmission Control Protocol (RFC 9293). */
import { addWords, foldChecksum, pseudoHeader4, pseudoHeader6, rightChecksum } from '../../decode/checksum';
import { IpProtocol } from '../../decode/ip-protocol';
import { TcpFlag, TcpLayer, tcpHeaderLength } from '../../decode/tcp';
import type { PrintContext } from '../context';
import { FixedText } from '../text/fixed-text';
import { namedAddress } from '../text/named';
import { printPorts } from './ports';
import { printTcpOptions } from './tcp-options';
import { relativeNumbers } from './tcp-relative';
import {
  acknowledgementText,
  correctText,
  flagText,
  lengthText,
  optionsText,
  sequenceText,
  windowText,
} from './tcp-texts';

const layer = new TcpLayer();
/** How much of a reset's explanation (RFC 9293, 3.5.3) is shown. */
const resetText = 30;
const checksumText = FixedText.of(', cksum 0x');

export function printTcp(context: PrintContext, at: number, length: number): void {
  const { view, out } = context;
  context.protocol = 'tcp';
  if (!view.has(at, 4)) {
    namedAddress(context, context.sourceAt);
    out.text(' > ');
    namedAddress(context, context.destinationAt);
    out.char(0x3a);
    context.truncated();
    return;
  }
  printPorts(context, IpProtocol.tcp, view.u16(at), view.u16(at + 2));
  if (!view.has(at, tcpHeaderLength)) {
    context.truncated();
    return;
  }
  layer.decode(view, at);
  context.sourcePort = layer.sourcePort;
  context.destinationPort = layer.destinationPort;
  const { headerLength } = layer;
  if (headerLength < tcpHeaderLength) {
    out.text(' tcp ');
    out.decimal((length - headerLength) >>> 0);
    badHeaderLength(context, 'short, < ', tcpHeaderLength);
    return;
  }
  if (context.quiet > 0) {
    out.text('tcp ');
    out.decimal((length - headerLength) >>> 0);
    if (headerLength > length) badHeaderLength(context, 'long, > ', length);
    return;
  }
  segment(context, at, length);
}

function badHeaderLength(context: PrintContext, problem: string, bound: number): void {
  const { out } = context;
  out.text(' [bad hdr length ');
  out.decimal(layer.headerLength);
  out.text(' - too ');
  out.text(problem);
  out.decimal(bound);
  out.char(0x5d);
}

function segment(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const { headerLength, flags } = layer;
  relativeNumbers.look(context, layer);
  out.fixed(flagText(flags));
  if (headerLength > length) {
    badHeaderLength(context, 'long, > ', length);
    return;
  }
  const vouched = context.takeChecksumVouched();
  if (context.verbose > 0 && context.checksumsCount && view.has(at, length)) {
    printTcpChecksum(context, at, length, vouched);
  }
  const payload = length - headerLength;
  if (context.verbose > 1 || payload > 0 || (flags & (TcpFlag.syn | TcpFlag.fin | TcpFlag.reset)) !== 0) {
    out.fixed(sequenceText);
    out.decimal32(relativeNumbers.sequence);
    if (payload > 0) {
      out.char(0x3a);
      out.decimal32((relativeNumbers.sequence + payload) | 0);
    }
  }
  if ((flags & TcpFlag.ack) !== 0) {
    out.fixed(acknowledgementText);
    out.decimal32(relativeNumbers.acknowledgement);
  }
  out.fixed(windowText);
  out.decimal(layer.window);
  if ((flags & TcpFlag.urgent) !== 0) {
    out.text(', urg ');
    out.decimal(layer.urgent);
  }
  if (headerLength > tcpHeaderLength) {
    out.fixed(optionsText);
    if (!printTcpOptions(context, layer, at + length)) return;
    out.char(0x5d);
  }
  out.fixed(lengthText);
  out.decimal(payload);
  if (payload <= 0) return;
  if (!view.has(at, headerLength)) context.cutInHeader(at, headerLength);
  const next = at + headerLength;
  if ((flags & TcpFlag.reset) !== 0 && context.verbose > 0) resetData(context, next, payload);
  else context.tables.tcpPort.choose(layer.sourcePort, layer.destinationPort)?.print(context, next, payload);
}

/** `, cksum 0x0017 (correct)` of a segment that is there as a whole; `vouched`: it is known to be right. */
function printTcpChecksum(context: PrintContext, at: number, length: number, vouched: boolean): void {
  const { out, view } = context;
  const held = view.u16(at + 16);
  const sum = vouched ? 0 : checksumOver(context, at, length);
  out.fixed(checksumText);
  out.hex16(held);
  if (sum === 0) {
    out.fixed(correctText);
  } else {
    out.text(' (incorrect -> 0x');
    out.hex16(rightChecksum(held, sum));
    out.char(0x29);
  }
}

function checksumOver(context: PrintContext, at: number, length: number): number {
  const { view } = context;
  const pseudo =
    context.family === 4
      ? pseudoHeader4(view, context.sourceAt, context.finalDestinationAt, IpProtocol.tcp, length)
      : pseudoHeader6(view, context.sourceAt, context.finalDestinationAt, IpProtocol.tcp, length);
  return foldChecksum(addWords(view, at, length, pseudo));
}

function resetData(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const whole = view.has(at, length);
  const shown = Math.min(length, resetText, view.available(at));
  out.text(whole ? ' [RST' : ' [!RST');
  if (length > resetText) out.char(0x2b);
  out.char(0x20);
  for (let i = 0; i < shown; i++) out.caret(view.u8(at + i));
  out.char(0x5d);
}
