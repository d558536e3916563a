/** User Datagram Protocol (RFC 768). */
import { addWords, foldChecksum, pseudoHeader4, pseudoHeader6, rightChecksum } from '../../decode/checksum';
import { IpProtocol } from '../../decode/ip-protocol';
import { UdpLayer, udpHeaderLength } from '../../decode/udp';
import { printRpcOverUdp } from '../application/rpc';
import type { PrintContext } from '../context';
import { FixedText } from '../text/fixed-text';
import { namedAddress } from '../text/named';
import { printPorts } from './ports';

const layer = new UdpLayer();
/** Before the length of a datagram whose protocol is not known. */
const datagramText = FixedText.of('UDP, length ');

export function printUdp(context: PrintContext, at: number, length: number): void {
  const { view, out } = context;
  context.protocol = 'udp';
  if (!view.has(at, 4)) {
    addresses(context);
    context.truncated();
    return;
  }
  const { datagram } = context.tables;
  const writesAddresses = datagram?.writesAddresses === true && hasHeader(context, at, length);
  if (!writesAddresses) printPorts(context, IpProtocol.udp, view.u16(at), view.u16(at + 2));
  if (length < udpHeaderLength) {
    out.text('truncated-udp ');
    out.decimal(length);
    return;
  }
  let said = view.u16(at + 4);
  if (said === 0 && length > 65535) said = length;
  if (said < udpHeaderLength) {
    out.text('truncated-udplength ');
    out.decimal(said);
    return;
  }
  layer.decode(view, at);
  context.sourcePort = layer.sourcePort;
  context.destinationPort = layer.destinationPort;
  const payload = said - udpHeaderLength;
  const left = Math.min(length - udpHeaderLength, payload);
  const next = at + udpHeaderLength;
  const vouched = context.takeChecksumVouched();
  if (datagram !== undefined) {
    datagram.print(context, next, left);
    return;
  }
  if (context.quiet === 0 && printRpcOverUdp(context, next, left)) return;
  const checked = context.verbose > (context.family === 4 ? 1 : 0);
  if (checked && context.checksumsCount) checksum(context, at, left, vouched);
  if (context.quiet === 0) {
    const chosen = context.tables.udpPort.choose(layer.sourcePort, layer.destinationPort);
    if (chosen !== undefined) {
      chosen.print(context, next, left);
      return;
    }
  }
  printPlainUdp(context, payload, left);
}

/** true: nothing has to be said of the header but its ports. */
function hasHeader({ view }: PrintContext, at: number, length: number): boolean {
  return length >= udpHeaderLength && view.has(at, udpHeaderLength) && view.u16(at + 4) >= udpHeaderLength;
}

function addresses(context: PrintContext): void {
  const { out, family } = context;
  if (family === 0 || context.networkProtocol !== IpProtocol.udp) return;
  namedAddress(context, context.sourceAt);
  out.text(' > ');
  namedAddress(context, context.destinationAt);
  out.text(': ');
}

/** `UDP, length 8`, the header's own word where it claims more than is there. */
function printPlainUdp(context: PrintContext, payload: number, left: number): void {
  const { out } = context;
  if (payload > left && !context.fragmented) {
    out.text('UDP, bad length ');
    out.decimal(payload);
    out.text(' > ');
    out.decimal(left);
  } else {
    out.fixed(datagramText);
    out.decimal(payload);
  }
}

function checksum(context: PrintContext, at: number, payload: number, vouched: boolean): void {
  const { out, view } = context;
  if (layer.checksum === 0 && context.family === 4) {
    out.text('[no cksum] ');
    return;
  }
  const length = payload + udpHeaderLength;
  if (!view.has(at, length)) return;
  const pseudo =
    context.family === 4
      ? pseudoHeader4(view, context.sourceAt, context.finalDestinationAt, IpProtocol.udp, length)
      : pseudoHeader6(view, context.sourceAt, context.finalDestinationAt, IpProtocol.udp, length);
  const sum = vouched ? 0 : foldChecksum(addWords(view, at, length, pseudo));
  if (sum === 0) {
    out.text('[udp sum ok] ');
    return;
  }
  out.text('[bad udp cksum 0x');
  out.hex16(layer.checksum);
  out.text(' -> 0x');
  out.hex16(rightChecksum(layer.checksum, sum));
  out.text('!] ');
}
