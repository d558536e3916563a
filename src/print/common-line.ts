/**
 * The line that most lines are: a whole TCP segment or UDP datagram of no protocol known by its port, in an unfragmented
 * IPv4 packet without options or an IPv6 packet without extension headers, in an untagged Ethernet frame. Here it is
 * printed in one go. The printers of the layers
 * take three times as long, one after the other; they print everything else, and would print this line alike.
 */
import { ethernetHeaderLength } from '../decode/ethernet';
import { IpProtocol } from '../decode/ip-protocol';
import { ipv4HeaderLength } from '../decode/ipv4';
import { ipv6HeaderLength } from '../decode/ipv6';
import { PacketFlag, type PacketRecord } from '../decode/packet';
import { TcpFlag, TcpLayer, tcpHeaderLength } from '../decode/tcp';
import { udpHeaderLength } from '../decode/udp';
import { putIpv6 } from './address';
import { putIpv4Header, putIpv6Header } from './common-header';
import type { PrintContext } from './context';
import { FixedText } from './fixed-text';
import type { LineWriter } from './line-writer';
import { putDecimal, putDecimal32, putDotted, putHex16, putText } from './put';
import { nfsPort } from './rpc';
import { relativeNumbers } from './tcp-relative';
import {
  acknowledgementText,
  alignedTimestamp,
  alignedTimestampLength,
  checkedFlagText,
  correctText,
  echoText,
  flagText,
  lengthText,
  optionsEndText,
  sequenceText,
  timestampText,
  windowText,
} from './tcp-texts';
import { datagramText } from './udp';

/** LINKTYPE_ETHERNET */
const ethernetLinkType = 1;
const ipv6SourceAt = 8;
const ipv6DestinationAt = 24;
const shortestFrame6 = ethernetHeaderLength + ipv6HeaderLength + udpHeaderLength;
const shortestFrame = ethernetHeaderLength + ipv4HeaderLength + udpHeaderLength;
const typeAt = 12;
const ipv4Type = 0x0800;
const ipv6Type = 0x86dd;
/** Version 4, five words of header. */
const plainIpv4 = 0x45;
/** More fragments, and the fragment offset. */
const fragmentBits = 0x3fff;
const timestampHeaderLength = tcpHeaderLength + alignedTimestampLength;
/** Flags that make a segment's sequence number worth showing where it has no payload. */
const showsSequence = TcpFlag.syn | TcpFlag.fin | TcpFlag.reset;

const dot = 0x2e;
const colon = 0x3a;
const segment = new TcpLayer();
const ipv4Text = FixedText.of('IP ');
const ipv6Text = FixedText.of('IP6 ');
const sumOkText = FixedText.of('[udp sum ok] ');
const betweenText = FixedText.of(' > ');
const endText = FixedText.of(': ');
/** The header's line and both addresses, and more. */
const longestHeader = 512;

export class CommonLine {
  /** false: the options ask for another line. */
  readonly isWanted: boolean;
  /** 4 or 6, and where the header is, of the packet at hand. */
  private family = 4;
  private ip = 0;
  /** true: the worker has found its checksums right. */
  private isVerified = false;

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
    if (record.linkType !== ethernetLinkType || caplen < shortestFrame) return false;
    this.ip = ip;
    this.isVerified = (record.flags & PacketFlag.checksumVerified) !== 0;
    const type = view.getUint16(offset + typeAt);
    if (type === ipv4Type) {
      const total = view.getUint16(ip + 2);
      if (bytes[ip] !== plainIpv4 || total > caplen - ethernetHeaderLength) return false;
      if ((view.getUint16(ip + 6) & fragmentBits) !== 0) return false;
      this.family = 4;
      return this.transport(record, bytes[ip + 9], ip + ipv4HeaderLength, total - ipv4HeaderLength);
    }
    if (type !== ipv6Type || caplen < shortestFrame6 || bytes[ip] >> 4 !== 6) return false;
    const length = view.getUint16(ip + 4);
    if (length > caplen - ethernetHeaderLength - ipv6HeaderLength) return false;
    this.family = 6;
    return this.transport(record, bytes[ip + 6], ip + ipv6HeaderLength, length);
  }

  private transport(record: PacketRecord, protocol: number, at: number, length: number): boolean {
    if (protocol === IpProtocol.tcp) return this.tcp(record, at, length);
    return protocol === IpProtocol.udp && this.udp(record, at, length);
  }

  private tcp(record: PacketRecord, at: number, length: number): boolean {
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
    const isChecked = context.verbose > 0 && context.verifyChecksums;
    // What is wrong is shown by the printers of the layers.
    if (isChecked && !this.isVerified) return false;
    if (payload > 0) {
      if (context.tables.tcpPort.isListed(sourcePort, destinationPort)) return false;
      // What a reset says is shown at -v.
      if (context.verbose > 0 && (flags & TcpFlag.reset) !== 0) return false;
    }
    this.numbers(record, at, sourcePort, destinationPort, flags);

    const { data } = out;
    let to = this.endpoints(record, this.begin(view), sourcePort, destinationPort);
    if (isChecked) {
      to = putText(data, to, checkedFlagText(flags));
      to = putText(data, putHex16(data, to, view.getUint16(at + 16)), correctText);
    } else {
      to = putText(data, to, flagText(flags));
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
      to = putText(data, to, timestampText);
      to = putDecimal32(data, to, view.getInt32(at + tcpHeaderLength + 4));
      to = putText(data, to, echoText);
      to = putDecimal32(data, to, view.getInt32(at + tcpHeaderLength + 8));
      to = putText(data, to, optionsEndText);
    } else {
      to = putText(data, to, lengthText);
    }
    out.at = putDecimal(data, to, payload);
    return true;
  }

  private udp(record: PacketRecord, at: number, length: number): boolean {
    const { view } = record;
    if (length < udpHeaderLength) return false;
    const said = view.getUint16(at + 4);
    if (said < udpHeaderLength || said > length) return false;
    const sourcePort = view.getUint16(at);
    const destinationPort = view.getUint16(at + 2);
    const { context, out } = this;
    if (sourcePort === nfsPort || destinationPort === nfsPort) return false;
    if (context.tables.udpPort.isListed(sourcePort, destinationPort)) return false;
    // At -v the header's checksum is looked at over IPv4, the datagram's is shown over IPv6.
    const isChecked = context.verbose > 0 && context.verifyChecksums;
    if (isChecked && !this.isVerified && !(this.family === 4 && headerIsRight(view, this.ip))) return false;

    const { data } = out;
    let to = this.endpoints(record, this.begin(view), sourcePort, destinationPort);
    if (isChecked && this.family === 6) to = putText(data, to, sumOkText);
    to = putText(data, to, datagramText);
    out.at = putDecimal(data, to, said - udpHeaderLength);
    return true;
  }

  /** `IP `, and at -v the line of the header; returns where the next character goes. */
  private begin(view: DataView): number {
    const { context, out, ip } = this;
    out.reserve(longestHeader);
    const { data } = out;
    context.headerLength = ethernetHeaderLength;
    const to = putText(data, out.at, this.family === 4 ? ipv4Text : ipv6Text);
    if (context.verbose === 0) return to;
    return this.family === 4 ? putIpv4Header(data, to, view, ip) : putIpv6Header(data, to, view, ip);
  }

  /** What relativeNumbers.look does for every packet, from the bytes of this kind. */
  private numbers(record: PacketRecord, at: number, source: number, destination: number, flags: number): void {
    const { view } = record;
    const sequence = view.getUint32(at + 4);
    const acknowledgement = view.getUint32(at + 8);
    const { context, ip } = this;
    if (context.absoluteSequence || (flags & TcpFlag.ack) === 0) {
      relativeNumbers.keep(sequence, acknowledgement);
      return;
    }
    if (this.family === 6) {
      this.numbers6(record, at);
      return;
    }
    const sourceAddress = view.getUint32(ip + 12);
    const destinationAddress = view.getUint32(ip + 16);
    const isSwapped = source > destination || (source === destination && sourceAddress > destinationAddress);
    const { flows4 } = context;
    const { key } = flows4;
    key[0] = isSwapped ? (destination << 16) | source : (source << 16) | destination;
    key[1] = isSwapped ? destinationAddress : sourceAddress;
    key[2] = isSwapped ? sourceAddress : destinationAddress;
    relativeNumbers.lookUp(flows4, isSwapped, flags, sequence, acknowledgement);
  }

  private numbers6(record: PacketRecord, at: number): void {
    const { context, ip } = this;
    context.view.attach(record.bytes, record.view, record.offset, record.offset + record.caplen);
    context.family = 6;
    context.sourceAt = ip + ipv6SourceAt;
    context.destinationAt = ip + ipv6DestinationAt;
    segment.decode(context.view, at);
    relativeNumbers.look(context, segment);
  }

  /** `192.0.2.1.40000 > 192.0.2.2.443: ` from `at` on; returns where the next character goes. */
  private endpoints(record: PacketRecord, at: number, sourcePort: number, destinationPort: number): number {
    const { bytes } = record;
    const { ip } = this;
    const { data } = this.out;
    const isSix = this.family === 6;
    let to = isSix ? putIpv6(data, at, bytes, ip + ipv6SourceAt) : putDotted(data, at, bytes, ip + 12);
    data.setUint8(to, dot);
    to = putText(data, putDecimal(data, to + 1, sourcePort), betweenText);
    to = isSix ? putIpv6(data, to, bytes, ip + ipv6DestinationAt) : putDotted(data, to, bytes, ip + 16);
    data.setUint8(to, dot);
    return putText(data, putDecimal(data, to + 1, destinationPort), endText);
  }
}

/** true: the checksum of an IPv4 header without options is right. */
function headerIsRight(view: DataView, ip: number): boolean {
  let sum = 0;
  for (let at = ip; at < ip + ipv4HeaderLength; at += 2) sum += view.getUint16(at);
  return (sum & 0xffff) + (sum >>> 16) === 0xffff;
}
