import { arp, concat, EtherType, ethernet, icmp, icmpv6, ipv4, ipv6, tcp, udp, vlan } from '../../src/frames/frames';

const timestampOption = Uint8Array.of(1, 1, 8, 10, 0, 0, 0, 7, 0, 0, 0, 9);
const synOptions = concat(
  Uint8Array.of(2, 4, 0x05, 0xb4, 4, 2),
  timestampOption.subarray(2),
  Uint8Array.of(1, 3, 3, 7),
);
const client = { sourcePort: 40000, destinationPort: 443 };
const server = { sourcePort: 443, destinationPort: 40000 };
const forth = { source: '192.0.2.1', destination: '192.0.2.2', ttl: 64, dontFragment: true };
const back = { source: '192.0.2.2', destination: '192.0.2.1', ttl: 63 };

/** A TCP connection from its first packet to its last, both directions. */
export const tcpConversation = [
  ethernet({}, ipv4({ ...forth, id: 1 }, tcp({ ...client, flags: 'S', sequence: 1000, options: synOptions }))),
  ethernet({}, ipv4({ ...back, id: 2 }, tcp({ ...server, flags: 'S.', sequence: 5000, acknowledgement: 1001 }))),
  ethernet({}, ipv4({ ...forth, id: 3 }, tcp({ ...client, sequence: 1001, acknowledgement: 5001 }))),
  ethernet({}, ipv4(forth, tcp({ ...client, flags: 'P.', sequence: 1001, acknowledgement: 5001 }, 'hello'))),
  ethernet({}, ipv4(back, tcp({ ...server, sequence: 5001, acknowledgement: 1006, options: timestampOption }))),
  ethernet({}, ipv4(forth, tcp({ ...client, flags: 'F.', sequence: 1006, acknowledgement: 5001 }))),
  ethernet({}, ipv4(back, tcp({ ...server, flags: 'R', sequence: 5001 }))),
];

/** ARP, UDP, ICMP, fragments, IPv6 and an ethertype that nobody knows. */
const otherProtocols = [
  ethernet(
    { destination: 'ff:ff:ff:ff:ff:ff' },
    arp({ operation: 'request', senderIp: '192.0.2.1', targetIp: '192.0.2.2' }),
  ),
  ethernet(
    {},
    arp({ operation: 'reply', senderIp: '192.0.2.2', targetIp: '192.0.2.1', targetMac: '02:00:00:00:00:02' }),
  ),
  ethernet({}, ipv4({ tos: 0xb8 }, udp({ sourcePort: 5000, destinationPort: 6000 }, 'a datagram'))),
  ethernet({}, ipv4({}, udp({ checksum: 0 }, 'without a checksum'))),
  ethernet({}, ipv4({}, udp({ checksum: 0xbad1 }, 'with a wrong one'))),
  ethernet({}, ipv4({ options: Uint8Array.of(148, 4, 0, 0) }, udp({}, 'router alert'))),
  ethernet({}, ipv4({ id: 9, moreFragments: true }, udp({ length: 1000 }, new Uint8Array(64)))),
  ethernet({}, ipv4({ id: 9, fragmentOffset: 72, protocol: 17 }, new Uint8Array(64))),
  ethernet({}, ipv4({}, icmp({ type: 8, rest: 0x00070001 }, 'ping'))),
  ethernet({}, ipv4({}, icmp({ type: 0, rest: 0x00070001 }, 'ping'))),
  ethernet({}, ipv4({}, icmp({ type: 3, code: 1 }, new Uint8Array(28)))),
  ethernet({}, ipv6({ flowLabel: 0x12345 }, tcp({ flags: 'S', sequence: 77 }))),
  ethernet({}, ipv6({ trafficClass: 0x20 }, udp({ sourcePort: 5000, destinationPort: 6000 }, 'six'))),
  ethernet({}, ipv6({}, icmpv6({ type: 128, rest: 0x00070001 }, 'ping'))),
  ethernet({ type: EtherType.localExperimental }, 'an ethertype for experiments'),
];

/** One tag, a priority tag, and two tags with either kind of outer TPID. */
export const taggedFrames = [
  ethernet({}, vlan({ id: 13 }, ipv4({}, udp({}, 'in vlan 13')))),
  ethernet({}, vlan({ id: 0, priority: 7, dropEligible: true }, ipv4({}, udp({}, 'priority tag')))),
  ethernet({}, vlan({ id: 13, priority: 5 }, vlan({ id: 10 }, ipv4({}, udp({}, 'two tags'))))),
  ethernet({}, vlan({ tpid: EtherType.qinq, id: 13 }, vlan({ id: 10 }, ipv4({}, udp({}, 'QinQ'))))),
];

export const sampleFrames = [...tcpConversation, ...otherProtocols, ...taggedFrames];

/** Frames that can be told apart by their last bytes, of a given length without the check sequence. */
export function numberedFrames(count: number, length = 64): Uint8Array[] {
  const payload = length - 14 - 20 - 8;
  return Array.from({ length: count }, (_, index) => {
    const content = new Uint8Array(payload);
    new DataView(content.buffer).setUint32(payload - 4, index);
    return ethernet({}, ipv4({}, udp({ destinationPort: 9 }, content)));
  });
}
