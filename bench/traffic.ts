import { addWords, foldChecksum } from '../src/decode/checksum';
import { ByteView } from '../src/decode/view';
import { arp, ethernet, icmp, ipv4, ipv6, tcp, udp } from '../src/frames/frames';

/** What a capture for measurements holds; the same numbers give the same bytes. */
export interface Traffic {
  packets: number;
  /** Conversations of TCP and UDP. */
  flows: number;
  /** Hosts on either side: clients in 10.0.0.0/8, servers in 192.168.0.0/16. */
  clients: number;
  servers: number;
  /** Longest payload of a TCP segment or UDP datagram, in bytes. */
  largestPayload: number;
}

/** 65 % TCP, most with the time stamp option, 25 % UDP, 5 % DNS, the rest ICMP and ARP; about 450 bytes on average. */
export const mixedTraffic: Traffic = {
  packets: 1_000_000,
  flows: 5000,
  clients: 180,
  servers: 20,
  largestPayload: 1448,
};

/** The same between 10 000 hosts. */
export const manyHosts: Traffic = { ...mixedTraffic, flows: 100_000, clients: 5000, servers: 5000 };

/** Small packets of a million conversations. */
export const manyFlows: Traffic = {
  packets: 10_000_000,
  flows: 1_000_000,
  clients: 5000,
  servers: 5000,
  largestPayload: 20,
};

const linkHeader = 14;
const ipv4Header = 20;
const ipv6Header = 40;
const tcpHeader = 32;
const udpHeader = 8;
const tcpProtocol = 6;
const udpProtocol = 17;
const ipv6Share = 16;
const serverPorts = [443, 443, 443, 443, 443, 80, 8443, 993];
const datagramPorts = [443, 443, 51_820, 3478, 50_000, 1194];

/** Makes one frame after the other in its own buffer. */
export class TrafficGenerator {
  /** The frame that `next` has made lies here, from 0 on. */
  readonly frame = new Uint8Array(linkHeader + ipv6Header + tcpHeader + 65_535);
  private readonly fields = new DataView(this.frame.buffer);
  private readonly view = new ByteView();
  private readonly sequences: Uint32Array;
  private readonly rare: Uint8Array[];
  private readonly dns: Uint8Array[];
  private readonly segment: Uint8Array;
  private readonly segmentSix: Uint8Array;
  private readonly datagram: Uint8Array;
  private random = 0x2545f491;

  constructor(private readonly traffic: Traffic) {
    this.view.attach(this.frame, this.fields, 0, this.frame.length);
    this.sequences = new Uint32Array(2 * traffic.flows).map((_, index) => Math.imul(index, 0x9e3779b1));
    const options = Uint8Array.of(1, 1, 8, 10, 0, 0, 0, 7, 0, 0, 0, 9);
    this.segment = ethernet({}, ipv4({ dontFragment: true }, tcp({ flags: '.', options })));
    this.segmentSix = ethernet({}, ipv6({}, tcp({ flags: '.', options })));
    this.datagram = ethernet({}, ipv4({}, udp({})));
    const host = { source: '10.0.0.2', destination: '192.168.0.1' };
    this.rare = [
      ethernet({}, ipv4(host, icmp({ type: 8, rest: 0x00070001 }, new Uint8Array(56)))),
      ethernet({}, ipv4(host, icmp({ type: 0, rest: 0x00070001 }, new Uint8Array(56)))),
      ethernet({}, arp({ operation: 'request', senderIp: '10.0.0.2', targetIp: '10.0.0.1' })),
      ethernet({}, arp({ operation: 'reply', senderIp: '10.0.0.1', targetIp: '10.0.0.2' })),
    ];
    this.dns = [
      ethernet({}, ipv4(host, udp({ sourcePort: 40_053, destinationPort: 53 }, dnsMessage(0x0100, false)))),
      ethernet(
        {},
        ipv4(
          { source: host.destination, destination: host.source },
          udp({ sourcePort: 53, destinationPort: 40_053 }, dnsMessage(0x8180, true)),
        ),
      ),
    ];
  }

  /** The length of the next frame. */
  next(): number {
    const kind = this.below(100);
    if (kind < 65) return this.tcp();
    if (kind < 90) return this.udp();
    const templates = kind < 95 ? this.dns : this.rare;
    return this.fill(templates[this.below(templates.length)]);
  }

  /** xorshift32 (Marsaglia, 2003). */
  private below(limit: number): number {
    this.random ^= this.random << 13;
    this.random ^= this.random >>> 17;
    this.random ^= this.random << 5;
    return (this.random >>> 0) % limit;
  }

  private fill(template: Uint8Array): number {
    this.frame.set(template);
    return template.length;
  }

  /** Half of the segments only acknowledge, a quarter is full, a quarter has some other length. */
  private payload(): number {
    const { largestPayload } = this.traffic;
    const kind = this.below(4);
    if (kind < 2) return 0;
    return kind === 2 ? largestPayload : this.below(largestPayload + 1);
  }

  private tcp(): number {
    const { fields } = this;
    const flow = this.below(this.traffic.flows);
    const isSix = flow % ipv6Share === 0;
    const at = this.fill(isSix ? this.segmentSix : this.segment) - tcpHeader;
    const fromClient = this.below(2) === 0;
    // The longer header leaves a segment less room.
    const payload = Math.max(0, this.payload() - (isSix ? ipv6Header - ipv4Header : 0));
    this.ports(at, flow, serverPorts, fromClient);
    const own = 2 * flow + (fromClient ? 0 : 1);
    fields.setUint32(at + 4, this.sequences[own]);
    fields.setUint32(at + 8, this.sequences[own ^ 1]);
    this.sequences[own] += payload;
    if (payload > 0) fields.setUint8(at + 13, 0x18);
    fields.setUint16(at + 14, 501 + (flow % 1000));
    return isSix
      ? this.finishSix(at, flow, fromClient, tcpHeader + payload)
      : this.finish(at, flow, fromClient, tcpProtocol, tcpHeader + payload, at + 16);
  }

  private udp(): number {
    const flow = this.below(this.traffic.flows);
    const at = this.fill(this.datagram) - udpHeader;
    const fromClient = this.below(2) === 0;
    const length = udpHeader + this.below(Math.min(this.traffic.largestPayload, 900) + 1);
    this.ports(at, flow, datagramPorts, fromClient);
    this.fields.setUint16(at + 4, length);
    return this.finish(at, flow, fromClient, udpProtocol, length, at + 6);
  }

  private ports(at: number, flow: number, servers: readonly number[], fromClient: boolean): void {
    const client = 32_768 + (Math.floor(flow / this.traffic.clients) % 28_000);
    const server = servers[flow % servers.length];
    this.fields.setUint16(at, fromClient ? client : server);
    this.fields.setUint16(at + 2, fromClient ? server : client);
  }

  /** Addresses, lengths and checksums over IPv4; returns the frame's length. */
  private finish(
    at: number,
    flow: number,
    fromClient: boolean,
    protocol: number,
    length: number,
    checksumAt: number,
  ): number {
    const { fields, view } = this;
    const ip = at - ipv4Header;
    const { clients, servers } = this.traffic;
    const client = flow % clients;
    const server = Math.floor(flow / 7) % servers;
    const clientAddress = 0x0a000000 + ((client & 0xff) << 16) + client + 2;
    const serverAddress = 0xc0a80000 + server + 1;
    fields.setUint16(ip + 2, ipv4Header + length);
    fields.setUint32(ip + 12, fromClient ? clientAddress : serverAddress);
    fields.setUint32(ip + 16, fromClient ? serverAddress : clientAddress);
    fields.setUint16(ip + 10, 0);
    fields.setUint16(ip + 10, foldChecksum(addWords(view, ip, ipv4Header, 0)));
    fields.setUint16(checksumAt, 0);
    fields.setUint16(
      checksumAt,
      foldChecksum(addWords(view, at, length, addWords(view, ip + 12, 8, protocol + length))),
    );
    return at + length;
  }

  private finishSix(at: number, flow: number, fromClient: boolean, length: number): number {
    const { fields, view } = this;
    const ip = at - ipv6Header;
    fields.setUint16(ip + 4, length);
    fields.setUint16(ip + (fromClient ? 22 : 38), (flow % this.traffic.clients) + 2);
    fields.setUint16(at + 16, 0);
    const pseudo = addWords(view, ip + 8, 32, tcpProtocol + length);
    fields.setUint16(at + 16, foldChecksum(addWords(view, at, length, pseudo)));
    return at + length;
  }
}

/** A question for the address of www.example.com, with one answer or none (RFC 1035, section 4). */
function dnsMessage(flags: number, answered: boolean): Uint8Array {
  const labels = ['www', 'example', 'com'].flatMap((label) => [label.length, ...Buffer.from(label)]);
  const question = [...labels, 0, 0, 1, 0, 1];
  const answer = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0x0e, 0x10, 0, 4, 192, 0, 2, 80];
  const header = [0x2a, 0x17, flags >> 8, flags & 0xff, 0, 1, 0, answered ? 1 : 0, 0, 0, 0, 0];
  return Uint8Array.from([...header, ...question, ...(answered ? answer : [])]);
}
