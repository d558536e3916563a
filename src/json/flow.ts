/** What the layers of a packet say of its flow: the innermost IP header's addresses, and the ports after it. */
import { IcmpType } from '../decode/icmp';
import { Icmp6Type } from '../decode/icmp6';
import { IpProtocol } from '../decode/ip-protocol';

/** What answers a message, for the messages that have an answer; by type. */
type Counterparts = Readonly<Record<number, number>>;

const answers4: Counterparts = {
  [IcmpType.echo]: IcmpType.echoReply,
  [IcmpType.echoReply]: IcmpType.echo,
  [IcmpType.timestamp]: IcmpType.timestampReply,
  [IcmpType.timestampReply]: IcmpType.timestamp,
  [IcmpType.informationRequest]: IcmpType.informationReply,
  [IcmpType.informationReply]: IcmpType.informationRequest,
  [IcmpType.routerSolicitation]: IcmpType.routerAdvertisement,
  [IcmpType.routerAdvertisement]: IcmpType.routerSolicitation,
  [IcmpType.maskRequest]: IcmpType.maskReply,
  [IcmpType.maskReply]: IcmpType.maskRequest,
};

const answers6: Counterparts = {
  [Icmp6Type.echoRequest]: Icmp6Type.echoReply,
  [Icmp6Type.echoReply]: Icmp6Type.echoRequest,
  [Icmp6Type.listenerQuery]: Icmp6Type.listenerReport,
  [Icmp6Type.listenerReport]: Icmp6Type.listenerQuery,
  [Icmp6Type.routerSolicitation]: Icmp6Type.routerAdvertisement,
  [Icmp6Type.routerAdvertisement]: Icmp6Type.routerSolicitation,
  [Icmp6Type.neighborSolicitation]: Icmp6Type.neighborAdvertisement,
  [Icmp6Type.neighborAdvertisement]: Icmp6Type.neighborSolicitation,
  [Icmp6Type.nodeInformationQuery]: Icmp6Type.nodeInformationReply,
  [Icmp6Type.nodeInformationReply]: Icmp6Type.nodeInformationQuery,
  [Icmp6Type.agentDiscoveryRequest]: Icmp6Type.agentDiscoveryReply,
  [Icmp6Type.agentDiscoveryReply]: Icmp6Type.agentDiscoveryRequest,
};

/** Protocols that make no flow without the ports of their own header. */
function needsPorts(protocol: number): boolean {
  return (
    protocol === IpProtocol.tcp ||
    protocol === IpProtocol.udp ||
    protocol === IpProtocol.sctp ||
    protocol === IpProtocol.icmp ||
    protocol === IpProtocol.icmp6
  );
}

export class Flow {
  /** 4 or 6; 0: the packet belongs to no flow. */
  family = 0;
  sourceAt = 0;
  destinationAt = 0;
  /** IP protocol number, after extension headers. */
  protocol = 0;
  sourcePort = 0;
  destinationPort = 0;
  hasPorts = false;
  /** An ICMP message that nothing answers: its ports are type and code, and it has no other direction. */
  isOneWay = false;
  tcpFlags = 0;

  /** No IP header was seen yet, or one whose packet belongs to no flow: a fragment without the transport header. */
  clear(): void {
    this.family = 0;
  }

  /** An IP header; one further inside replaces it. */
  addresses(family: number, sourceAt: number, destinationAt: number, protocol: number): void {
    this.family = family;
    this.sourceAt = sourceAt;
    this.destinationAt = destinationAt;
    this.protocol = protocol;
    this.sourcePort = 0;
    this.destinationPort = 0;
    this.hasPorts = false;
    this.isOneWay = false;
    this.tcpFlags = 0;
  }

  ports(protocol: number, source: number, destination: number): void {
    this.protocol = protocol;
    this.sourcePort = source;
    this.destinationPort = destination;
    this.hasPorts = true;
  }

  /** As Zeek and the community ID have it: a message's type and that of its answer stand for ports. */
  message(protocol: number, type: number, code: number): void {
    const answer = (protocol === IpProtocol.icmp ? answers4 : answers6)[type];
    this.ports(protocol, type, answer ?? code);
    this.isOneWay = answer === undefined;
  }

  /** Everything that a flow's identity consists of was captured. */
  get isKnown(): boolean {
    return this.family !== 0 && (this.hasPorts || !needsPorts(this.protocol));
  }
}
