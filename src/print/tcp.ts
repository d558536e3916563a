/** Transmission Control Protocol (RFC 9293). */
import { addWords, foldChecksum, pseudoHeader4, pseudoHeader6, rightChecksum } from '../decode/checksum';
import { IpProtocol } from '../decode/ip-protocol';
import { TcpFlag, TcpLayer, tcpHeaderLength } from '../decode/tcp';
import { address } from './address';
import type { PrintContext } from './context';
import { choosePort, printPorts } from './ports';
import { printTcpOptions } from './tcp-options';
import { relativeNumbers } from './tcp-relative';

const layer = new TcpLayer();
/** How much of a reset's explanation (RFC 9293, 3.5.3) is shown. */
const resetText = 30;

/** `Flags [S.], ` for each of the 256 values, encoded once. */
const flagTexts: Uint8Array[] = [];
for (let value = 0; value < 256; value++) {
  let letters = '';
  for (const [bit, letter] of [
    [TcpFlag.fin, 'F'],
    [TcpFlag.syn, 'S'],
    [TcpFlag.reset, 'R'],
    [TcpFlag.push, 'P'],
    [TcpFlag.ack, '.'],
    [TcpFlag.urgent, 'U'],
    [TcpFlag.ece, 'E'],
    [TcpFlag.cwr, 'W'],
  ] as const) {
    if ((value & bit) !== 0) letters += letter;
  }
  flagTexts.push(new TextEncoder().encode(`Flags [${letters || 'none'}]`));
}

export function printTcp(context: PrintContext, at: number, length: number): void {
  const { view, out } = context;
  context.protocol = 'tcp';
  if (!view.has(at, 4)) {
    address(out, view, context.family, context.sourceAt);
    out.text(' > ');
    address(out, view, context.family, context.destinationAt);
    out.char(0x3a);
    context.truncated();
    return;
  }
  printPorts(context, IpProtocol.tcp, view.u16(at), view.u16(at + 2));
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
  out.literal(flagTexts[flags]);
  if (headerLength > length) {
    badHeaderLength(context, 'long, > ', length);
    return;
  }
  if (context.verbose > 0 && context.verifyChecksums && !context.fragmented && view.has(at, length)) {
    checksum(context, at, length);
  }
  const payload = length - headerLength;
  if (context.verbose > 1 || payload > 0 || (flags & (TcpFlag.syn | TcpFlag.fin | TcpFlag.reset)) !== 0) {
    out.text(', seq ');
    out.decimal(relativeNumbers.sequence);
    if (payload > 0) {
      out.char(0x3a);
      out.decimal((relativeNumbers.sequence + payload) >>> 0);
    }
  }
  if ((flags & TcpFlag.ack) !== 0) {
    out.text(', ack ');
    out.decimal(relativeNumbers.acknowledgement);
  }
  out.text(', win ');
  out.decimal(layer.window);
  if ((flags & TcpFlag.urgent) !== 0) {
    out.text(', urg ');
    out.decimal(layer.urgent);
  }
  if (headerLength > tcpHeaderLength) {
    out.text(', options [');
    if (!printTcpOptions(context, at + tcpHeaderLength, headerLength - tcpHeaderLength, flags)) return;
    out.char(0x5d);
  }
  out.text(', length ');
  out.decimal(payload);
  if (payload <= 0) return;
  if ((flags & TcpFlag.reset) !== 0 && context.verbose > 0) resetData(context, at + headerLength, payload);
  else choosePort(context, context.tables.tcpPort)?.print(context, at + headerLength, payload);
}

function checksum(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const pseudo =
    context.family === 4
      ? pseudoHeader4(view, context.sourceAt, IpProtocol.tcp, length)
      : pseudoHeader6(view, context.sourceAt, context.destinationAt, IpProtocol.tcp, length);
  const sum = foldChecksum(addWords(view, at, length, pseudo));
  out.text(', cksum 0x');
  out.hex16(layer.checksum);
  if (sum === 0) {
    out.text(' (correct)');
  } else {
    out.text(' (incorrect -> 0x');
    out.hex16(rightChecksum(layer.checksum, sum));
    out.char(0x29);
  }
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
