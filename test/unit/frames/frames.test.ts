import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arp,
  ethernet,
  geneve,
  icmp,
  icmpv6,
  internetChecksum,
  ipv4,
  ipv6,
  tcp,
  toBytes,
  transportChecksum,
  udp,
  vlan,
  vxlan,
} from '../../../src/frames/frames';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('link layer', () => {
  test('Ethernet carries destination, source and the ethertype of what is inside', () => {
    const frame = ethernet({ source: '02:00:00:00:00:0a', destination: 'ff:ff:ff:ff:ff:ff' }, ipv4({}, 'x'));
    expect(hex(frame.subarray(0, 14))).toBe('ffffffffffff02000000000a0800');
  });

  test('two tags with an 0x88a8 outer one write TPID, priority, drop bit and VLAN in order', () => {
    const frame = ethernet({}, vlan({ tpid: 0x88a8, id: 13, priority: 5, dropEligible: true }, vlan({ id: 10 }, 'x')));
    expect(hex(frame.subarray(12))).toBe('88a8b00d8100000a88b578');
  });

  test('an ARP request for IPv4 has the 28 bytes of RFC 826', () => {
    const bytes = toBytes(arp({ operation: 'request', senderIp: '192.0.2.1', targetIp: '192.0.2.2' }));
    expect(hex(bytes)).toBe('0001080006040001020000000001c0000201000000000000c0000202');
  });
});

describe('internet layer', () => {
  test('an IPv4 header has its length, protocol and checksum', () => {
    const packet = toBytes(ipv4({ id: 7, dontFragment: true }, udp({}, 'abcd')));
    expect(hex(packet.subarray(0, 20))).toBe('45000020000740004011b6c2c0000201c0000202');
    expect(internetChecksum(packet.subarray(0, 20))).toBe(0);
  });

  test('IPv4 options are padded to four bytes and counted in the header length', () => {
    const packet = toBytes(ipv4({ options: Uint8Array.of(148, 4, 0, 0, 1) }, 'x'));
    expect(packet[0]).toBe(0x47);
    expect(packet.length).toBe(29);
    expect(internetChecksum(packet.subarray(0, 28))).toBe(0);
  });

  test('a later fragment counts its offset in units of eight bytes', () => {
    const packet = toBytes(ipv4({ fragmentOffset: 1480, moreFragments: true, protocol: 17 }, 'x'));
    expect(hex(packet.subarray(6, 8))).toBe('20b9');
  });

  test('an IPv6 header carries class, flow label, payload length and next header', () => {
    const packet = toBytes(ipv6({ trafficClass: 0xb8, flowLabel: 0x12345 }, udp({}, 'abcd')));
    expect(hex(packet.subarray(0, 8))).toBe('6b812345000c1140');
  });

  test('ICMP sums its message alone and ICMPv6 the pseudo header too', () => {
    expect(internetChecksum(toBytes(icmp({ type: 8, rest: 0x00010002 }, 'ping')))).toBe(0);
    const packet = toBytes(ipv6({}, icmpv6({ type: 128 }, 'ping')));
    const pseudo = { source: packet.subarray(8, 24), destination: packet.subarray(24, 40), protocol: 58 };
    expect(transportChecksum(pseudo, packet.subarray(40))).toBe(0);
  });
});

describe('transport layer', () => {
  test('TCP flags are named by the letters that tcpdump prints', () => {
    const segment = toBytes(tcp({ flags: 'S.', options: Uint8Array.of(2, 4, 5, 0xb4) }));
    expect(hex(segment.subarray(12, 14))).toBe('6012');
    expect(hex(segment.subarray(20))).toBe('020405b4');
  });

  test('checksums of TCP and UDP over IPv4 verify for any payload', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 99 }), fc.boolean(), (payload, isTcp) => {
        const packet = toBytes(ipv4({}, isTcp ? tcp({}, payload) : udp({}, payload)));
        const pseudo = { source: packet.subarray(12, 16), destination: packet.subarray(16, 20), protocol: packet[9] };
        expect(transportChecksum(pseudo, packet.subarray(20))).toBe(0);
      }),
    );
  });
});

describe('tunnels', () => {
  test('VXLAN sets the I bit and puts the VNI in the upper three bytes', () => {
    expect(hex(vxlan({ vni: 0xabcdef }, ''))).toBe('08000000abcdef00');
  });

  test('GENEVE counts option length in words and names the protocol inside', () => {
    const options = [{ class: 0x0102, type: 0x80, data: Uint8Array.of(1, 2, 3, 4) }];
    expect(hex(geneve({ vni: 5, options }, ipv4({}, 'x')).subarray(0, 16))).toBe('02000800000005000102800101020304');
    expect(hex(geneve({}, ethernet({}, 'x')).subarray(0, 8))).toBe('0000655800000000');
  });
});
