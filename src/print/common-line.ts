/**
 * The line that most lines are: a whole TCP segment or UDP datagram of no protocol known by its port, in an unfragmented
 * IPv4 packet without options, in an untagged Ethernet frame. Here it is printed in one go. The printers of the layers
 * take three times as long, one after the other; they print everything else, and would print this line alike.
 */
import { ethernetHeaderLength } from '../decode/ethernet';
import { IpProtocol } from '../decode/ip-protocol';
import { Ipv4Layer, ipv4HeaderLength } from '../decode/ipv4';
import { PacketFlag, type PacketRecord } from '../decode/packet';
import { TcpFlag, tcpHeaderLength } from '../decode/tcp';
import { udpHeaderLength } from '../decode/udp';
import type { PrintContext } from './context';
import { FixedText } from './fixed-text';
import { printIpv4Header } from './ipv4-header';
import type { LineWriter } from './line-writer';
import { putDecimal, putDecimal32, putDotted, putText } from './put';
import { nfsPort } from './rpc';
import { printTcpChecksum } from './tcp';
import { relativeNumbers } from './tcp-relative';
import {
  acknowledgementText,
  alignedTimestamp,
  alignedTimestampLength,
  alignedTimestampText,
  echoText,
  flagText,
  lengthText,
  optionsText,
  sequenceText,
  valueText,
  windowText,
} from './tcp-texts';
import { datagramText } from './udp';

/** LINKTYPE_ETHERNET */
const ethernetLinkType = 1;
const shortestFrame = ethernetHeaderLength + ipv4HeaderLength + udpHeaderLength;
const typeAt = 12;
const ipv4Type = 0x0800;
/** Version 4, five words of header. */
const plainIpv4 = 0x45;
/** More fragments, and the fragment offset. */
const fragmentBits = 0x3fff;
const timestampHeaderLength = tcpHeaderLength + alignedTimestampLength;
/** Flags that make a segment's sequence number worth showing where it has no payload. */
const showsSequence = TcpFlag.syn | TcpFlag.fin | TcpFlag.reset;

const dot = 0x2e;
const colon = 0x3a;
const space = 0x20;
const bracket = 0x5d;
const header = new Ipv4Layer();
const nameText = FixedText.of('IP ');
const betweenText = FixedText.of(' > ');

export class CommonLine {
  /** false: the options ask for another line. */
  readonly isWanted: boolean;

  constructor(
    private readonly context: PrintContext,
    private readonly out: LineWriter,
  ) {
    const { verbose, quiet, linkLevel, names, options } = context;
    const isPlain = verbose === 0 || (verbose === 1 && !options.trustKernel);
    this.isWanted = isPlain && quiet === 0 && !linkLevel && names === undefined;
  }

  /** Prints the packet and returns true, or prints nothing: it is not such a packet. */
  print(record: PacketRecord): boolean {
    const { bytes, view, offset, caplen } = record;
    const ip = offset + ethernetHeaderLength;
    const transport = ip + ipv4HeaderLength;
    if (record.linkType !== ethernetLinkType || caplen < shortestFrame) return false;
    if (view.getUint16(offset + typeAt) !== ipv4Type || bytes[ip] !== plainIpv4) return false;
    const total = view.getUint16(ip + 2);
    if (total > caplen - ethernetHeaderLength || (view.getUint16(ip + 6) & fragmentBits) !== 0) return false;
    const length = total - ipv4HeaderLength;
    const protocol = bytes[ip + 9];
    if (protocol === IpProtocol.tcp) return this.tcp(record, ip, transport, length);
    return protocol === IpProtocol.udp && this.udp(record, ip, transport, length);
  }

  private tcp(record: PacketRecord, ip: number, at: number, length: number): boolean {
    if (length < tcpHeaderLength) return false;
    const { bytes, view } = record;
    const headerLength = (bytes[at + 12] >> 4) << 2;
    if (headerLength > length) return false;
    const hasTimestamp =
      headerLength === timestampHeaderLength && view.getUint32(at + tcpHeaderLength) === alignedTimestamp;
    if (headerLength !== tcpHeaderLength && !hasTimestamp) return false;
    const flags = bytes[at + 13];
    if ((flags & TcpFlag.urgent) !== 0) return false;
    const sourcePort = view.getUint16(at);
    const destinationPort = view.getUint16(at + 2);
    const payload = length - headerLength;
    const { context, out } = this;
    if (payload > 0) {
      if (context.tables.tcpPort.isListed(sourcePort, destinationPort)) return false;
      // What a reset says is shown at -v.
      if (context.verbose > 0 && (flags & TcpFlag.reset) !== 0) return false;
    }
    this.numbers(view, ip, at, sourcePort, destinationPort, flags);

    this.begin(record, ip);
    const { data } = out;
    let to = endpoints(data, out.at, bytes, ip, sourcePort, destinationPort);
    to = putText(data, to, flagText(flags));
    if (context.verbose > 0 && context.verifyChecksums) {
      out.at = to;
      printTcpChecksum(context, at, length, (record.flags & PacketFlag.checksumVerified) !== 0);
      to = out.at;
    }
    if (payload > 0 || (flags & showsSequence) !== 0) {
      to = putText(data, to, sequenceText);
      to = putDecimal32(data, to, relativeNumbers.sequence);
      if (payload > 0) {
        data.setUint8(to, colon);
        to = putDecimal32(data, to + 1, (relativeNumbers.sequence + payload) | 0);
      }
    }
    if ((flags & TcpFlag.ack) !== 0) {
      to = putText(data, to, acknowledgementText);
      to = putDecimal32(data, to, relativeNumbers.acknowledgement);
    }
    to = putText(data, to, windowText);
    to = putDecimal(data, to, view.getUint16(at + 14));
    if (hasTimestamp) {
      to = putText(data, to, optionsText);
      to = putText(data, to, alignedTimestampText);
      to = putText(data, to, valueText);
      to = putDecimal32(data, to, view.getInt32(at + tcpHeaderLength + 4));
      to = putText(data, to, echoText);
      to = putDecimal32(data, to, view.getInt32(at + tcpHeaderLength + 8));
      data.setUint8(to++, bracket);
    }
    to = putText(data, to, lengthText);
    out.at = putDecimal(data, to, payload);
    return true;
  }

  /** `IP `, and at -v the line of the header. */
  private begin(record: PacketRecord, ip: number): void {
    const { context, out } = this;
    out.fixed(nameText);
    context.headerLength = ethernetHeaderLength;
    if (context.verbose === 0) return;
    const { view } = context;
    view.attach(record.bytes, record.view, record.offset, record.offset + record.caplen);
    header.decode(view, ip);
    context.family = 4;
    context.sourceAt = header.sourceAt;
    context.finalDestinationAt = header.destinationAt;
    context.kernelChecksum = 0;
    printIpv4Header(context, header);
  }

  /** What relativeNumbers.look does for every packet, from the bytes of this kind. */
  private numbers(view: DataView, ip: number, at: number, source: number, destination: number, flags: number): void {
    const sequence = view.getUint32(at + 4);
    const acknowledgement = view.getUint32(at + 8);
    const { absoluteSequence, flows4 } = this.context;
    if (absoluteSequence || (flags & TcpFlag.ack) === 0) {
      relativeNumbers.keep(sequence, acknowledgement);
      return;
    }
    const sourceAddress = view.getUint32(ip + 12);
    const destinationAddress = view.getUint32(ip + 16);
    const isSwapped = source > destination || (source === destination && sourceAddress > destinationAddress);
    const { key } = flows4;
    key[0] = isSwapped ? (destination << 16) | source : (source << 16) | destination;
    key[1] = isSwapped ? destinationAddress : sourceAddress;
    key[2] = isSwapped ? sourceAddress : destinationAddress;
    relativeNumbers.lookUp(flows4, isSwapped, flags, sequence, acknowledgement);
  }

  private udp(record: PacketRecord, ip: number, at: number, length: number): boolean {
    const { bytes, view } = record;
    const said = view.getUint16(at + 4);
    if (said < udpHeaderLength || said > length) return false;
    const sourcePort = view.getUint16(at);
    const destinationPort = view.getUint16(at + 2);
    const { context, out } = this;
    if (sourcePort === nfsPort || destinationPort === nfsPort) return false;
    if (context.tables.udpPort.isListed(sourcePort, destinationPort)) return false;
    this.begin(record, ip);
    const { data } = out;
    let to = endpoints(data, out.at, bytes, ip, sourcePort, destinationPort);
    to = putText(data, to, datagramText);
    out.at = putDecimal(data, to, said - udpHeaderLength);
    return true;
  }
}

/** `192.0.2.1.40000 > 192.0.2.2.443: ` */
function endpoints(
  data: DataView,
  at: number,
  bytes: Uint8Array,
  ip: number,
  sourcePort: number,
  destinationPort: number,
): number {
  let to = putDotted(data, at, bytes, ip + 12);
  data.setUint8(to, dot);
  to = putDecimal(data, to + 1, sourcePort);
  to = putText(data, to, betweenText);
  to = putDotted(data, to, bytes, ip + 16);
  data.setUint8(to, dot);
  to = putDecimal(data, to + 1, destinationPort);
  data.setUint8(to, colon);
  data.setUint8(to + 1, space);
  return to + 2;
}
