import { concat, hex, udp6, zeros } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

const tlv = (type: number, ...values: (string | Uint8Array)[]): Uint8Array => {
  const value = concat(...values.map((one) => (typeof one === 'string' ? hex(one) : one)));
  const padding = zeros(-value.length & 3);
  return concat(Uint8Array.of(type >> 8, type & 255, value.length >> 8, value.length & 255), value, padding);
};
const message = (...tlvs: Uint8Array[]) => udp6(8231, 8231, concat(...tlvs));
const mapped = '00000000000000000000ffffc0000201';
const address = '20010db8000000000000000000000001';
const prefix = '40 20010db800010002';

describeModes('HNCP', [
  {
    title: 'a short network state',
    frame: message(
      tlv(3, '01020304 00000005'),
      tlv(4, '0102030405060708'),
      tlv(5, '01020304 00000005 000005dc 0102030405060708'),
      tlv(5, '01020305 00000006 000005dc 0102030405060708'),
    ),
    lines: {
      '': 'IP6 2001:db8::1.8231 > 2001:db8::2.8231: hncp (72) Node endpoint, Network state, Node state (x2)',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 80) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (72)',
        '\tNode endpoint (12) NID: 01:02:03:04 EPID: 00000005',
        '\tNetwork state (12) hash: 0102030405060708',
        '\tNode state (24) NID: 01:02:03:04 seqno: 5 1.500s hash: 0102030405060708',
        '\tNode state (24) NID: 01:02:03:05 seqno: 6 1.500s hash: 0102030405060708',
      ],
    },
  },
  {
    ...fixtureOf(services, 'HNCP: the state of a node'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 108) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (100)',
        '\tNode endpoint (12) NID: 01:02:03:04 EPID: 00000005',
        '\tNode state (88) NID: 01:02:03:04 seqno: 5 1.500s hash: 0102030405060708',
        '\t\tHNCP-Version, External-Connection',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 108) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (100)',
        '\tNode endpoint (12) NID: 01:02:03:04 EPID: 00000005',
        '\tNode state (88) NID: 01:02:03:04 seqno: 5 1.500s hash: 0102030405060708',
        '\t\tHNCP-Version (15) M: 1 P: 2 H: 3 L: 4 User-agent: fandump',
        '\t\tExternal-Connection (48)',
        '\t\t\tDelegated-Prefix, DHCPv4-Data',
      ],
      '-vvv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 108) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (100)',
        '\tNode endpoint (12) NID: 01:02:03:04 EPID: 00000005',
        '\tNode state (88) NID: 01:02:03:04 seqno: 5 1.500s hash: 0102030405060708',
        '\t\tHNCP-Version (15) M: 1 P: 2 H: 3 L: 4 User-agent: fandump',
        '\t\tExternal-Connection (48)',
        '\t\t\tDelegated-Prefix (32) VLSO: 3.600s PLSO: 1.000s Prefix: 2001:db8:1:2::/64',
        '\t\t\t\tPrefix-Policy (5) type: Internet connectivity',
        '\t\t\tDHCPv4-Data (10)',
        '\t\t\t\tDNS-server (6) 192.0.2.1',
      ],
    },
  },
  {
    title: 'requests and peers',
    frame: message(
      tlv(1),
      tlv(2, '01020304'),
      tlv(8, '01020304 00000001 00000002'),
      tlv(9, '00000001 00004e20'),
      tlv(10, '02000000 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f 6e616d65'),
    ),
    lines: {
      '': 'IP6 2001:db8::1.8231 > 2001:db8::2.8231: hncp (84) Request network state, Request node state, Peer, Keep-alive interval, Trust-Verdict',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 92) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (84)',
        '\tRequest network state (4)',
        '\tRequest node state (8) NID: 01:02:03:04',
        '\tPeer (16) Peer-NID: 01:02:03:04 Peer-EPID: 00000001 Local-EPID: 00000002',
        '\tKeep-alive interval (12) EPID: 00000001 Interval: 20.000s',
        '\tTrust-Verdict (44) Verdict: 2 Fingerprint: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f Common Name: name',
      ],
    },
  },
  {
    title: 'prefixes and addresses',
    frame: message(
      tlv(35, '00000001 02', prefix),
      tlv(36, '00000001', mapped),
      tlv(36, '00000001', address),
      tlv(34, '00000000 00000001 78 00000000000000000000ffffc00002'),
      tlv(34, '00000000 00000001 63 00000000000000000000ffffe0'),
      tlv(35, '00000001 02 1f 20010dff'),
    ),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 148) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (140)',
        '\tAssigned-Prefix (18) EPID: 00000001 Prty: 2 Prefix: 2001:db8:1:2::/64',
        '\tNode-Address (24) EPID: 00000001 IP Address: 192.0.2.1',
        '\tNode-Address (24) EPID: 00000001 IP Address: 2001:db8::1',
        '\tDelegated-Prefix (28) VLSO: 0.000s PLSO: 0.001s Prefix: 192.0.2.0/24',
        '\tDelegated-Prefix (26) VLSO: 0.000s PLSO: 0.001s Prefix: 224.0.0.0/3',
        '\tAssigned-Prefix (14) EPID: 00000001 Prty: 2 Prefix: 2001:dfe::/31',
      ],
      '-vvv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 148) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (140)',
        '\tAssigned-Prefix (18) EPID: 00000001 Prty: 2 Prefix: 2001:db8:1:2::/64',
        '\tNode-Address (24) EPID: 00000001 IP Address: 192.0.2.1',
        '\tNode-Address (24) EPID: 00000001 IP Address: 2001:db8::1',
        '\tDelegated-Prefix (28) VLSO: 0.000s PLSO: 0.001s Prefix: 192.0.2.0/24',
        '\tDelegated-Prefix (26) VLSO: 0.000s PLSO: 0.001s Prefix: 224.0.0.0/3',
        '\tAssigned-Prefix (14) EPID: 00000001 Prty: 2 Prefix: 2001:dfe::/31',
      ],
    },
  },
  {
    title: 'policies',
    frame: message(
      tlv(43, '00'),
      tlv(43, prefix),
      tlv(43, '81 03617070 0361736b 00'),
      tlv(43, '82 6f7061717565'),
      tlv(43, '83'),
      tlv(43, '84'),
      tlv(43, '0000'),
      tlv(43, '40 01'),
      tlv(43, '81 0961'),
      tlv(43),
    ),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 104) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (96)',
        '\tPrefix-Policy (5) type: Internet connectivity',
        '\tPrefix-Policy (13) type: Dest-Prefix: 2001:db8:1:2::/64',
        '\tPrefix-Policy (14) type: DNS domain: app.ask',
        '\tPrefix-Policy (11) type: Opaque UTF-8: opaque',
        '\tPrefix-Policy (5) type: Restrictive assignment',
        '\tPrefix-Policy (5) type: Unknown (132)',
        '\tPrefix-Policy (6) type:  (invalid)',
        '\tPrefix-Policy (6) type: Dest-Prefix:  (invalid)',
        '\tPrefix-Policy (7) type: DNS domain: a[|DNS]',
        '\tPrefix-Policy (4) (invalid)',
      ],
    },
  },
  {
    ...fixtureOf(services, 'HNCP: names'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 260) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (252)',
        '\tDNS-Delegated-Zone (32) IP-Address: 2001:db8::1 lbs lan1.home',
        '\tDNS-Delegated-Zone (23) IP-Address: 192.0.2.1 --- l[|DNS] (invalid)',
        '\tDomain-Name (10) Domain: home',
        '\tDomain-Name (4) (invalid)',
        '\tNode-Name (25) IP-Address: 2001:db8::1 Name: "node"',
        '\tNode-Name (25) (invalid)',
        '\tNode-Name (85) IP-Address: 2001:db8::1 Name:  (invalid)',
        '\tManaged-PSK (36) PSK: 0000000000000000000000000000000000000000000000000000000000000000',
      ],
      '-vvv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 260) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (252)',
        '\tDNS-Delegated-Zone (32) IP-Address: 2001:db8::1 lbs lan1.home',
        '\tDNS-Delegated-Zone (23) IP-Address: 192.0.2.1 --- l[|DNS] (invalid)',
        '\tDomain-Name (10) Domain: home',
        '\tDomain-Name (4) (invalid)',
        '\tNode-Name (25) IP-Address: 2001:db8::1 Name: "node"',
        '\tNode-Name (25) (invalid)',
        '\tNode-Name (85) IP-Address: 2001:db8::1 Name:  (invalid)',
        '\tManaged-PSK (36) PSK: 0000000000000000000000000000000000000000000000000000000000000000',
      ],
    },
  },
  {
    ...fixtureOf(services, 'HNCP: options of DHCP'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 100) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (92)',
        '\tDHCPv4-Data (31)',
        '\t\tDNS-server (10) 192.0.2.1 192.0.2.2',
        '\t\tNTP-server (6) 192.0.2.3',
        '\t\tDNS-search (8) home.',
        '\t\tUnknown (3)',
        '\tDHCPv6-Data (59)',
        '\t\tDNS-server (20) 2001:db8::1',
        '\t\tDNS-search-list (10) home.',
        '\t\tSNTP-servers (20) 2001:db8::1',
        '\t\tUnknown (5)',
      ],
    },
  },
  {
    title: 'wrong options of DHCP for IPv6',
    frame: message(
      tlv(38, '0017 0002 0102'),
      tlv(38, '0017 0020', address),
      tlv(38, '0018 0002 8161'),
      tlv(38, '001700'),
      tlv(37),
      tlv(38),
    ),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 72) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (64)',
        '\tDHCPv6-Data (10)',
        '\t\tDNS-server (6) (invalid) (invalid)',
        '\tDHCPv6-Data (24)',
        '\t\tDNS-server (36) (invalid)',
        '\tDHCPv6-Data (10)',
        '\t\tDNS-search-list (6) <BAD LABEL TYPE> (invalid)',
        '\tDHCPv6-Data (7) (invalid)',
        '\tDHCPv4-Data (4) (invalid)',
        '\tDHCPv6-Data (4) (invalid)',
      ],
    },
  },
  {
    title: 'wrong options of DHCP',
    frame: message(tlv(37, '06 03 c00002'), tlv(40, '00')),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 28) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (20)',
        '\tDHCPv4-Data (9)',
        '\t\tDNS-server (5) (invalid)',
      ],
    },
  },
  {
    title: 'half an option of DHCP',
    frame: message(tlv(37, '06'), tlv(40, '00')),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 24) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (16)',
        '\tDHCPv4-Data (5) (invalid)',
      ],
    },
  },
  {
    title: 'types without a name',
    frame: message(tlv(0), tlv(0), tlv(6), tlv(44), tlv(45), tlv(800), tlv(1024)),
    lines: {
      '': 'IP6 2001:db8::1.8231 > 2001:db8::2.8231: hncp (28) Reserved (x2), Future use, Unassigned (x2), Private use, Future use',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 36) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (28)',
        '\tReserved: type=0 (4)',
        '\tReserved: type=0 (4)',
        '\tFuture use: type=6 (4)',
        '\tUnassigned: type=44 (4)',
        '\tUnassigned: type=45 (4)',
        '\tPrivate use: type=800 (4)',
        '\tFuture use: type=1024 (4)',
      ],
    },
  },
  {
    title: 'wrong sizes',
    frame: message(
      tlv(1, '00'),
      tlv(2),
      tlv(3),
      tlv(4),
      tlv(5),
      tlv(8),
      tlv(9),
      tlv(10),
      tlv(32),
      tlv(34),
      tlv(35),
      tlv(36),
      tlv(39),
      tlv(41),
      tlv(42),
      tlv(34, '00000000 00000001 40 20'),
      tlv(35, '00000001 02 40 20'),
    ),
    lines: {
      '': 'IP6 2001:db8::1.8231 > 2001:db8::2.8231: hncp (92) Request network state, Request node state, Node endpoint, Network state, Node state, Peer, Keep-alive interval, Trust-Verdict, HNCP-Version, Delegated-Prefix, Assigned-Prefix, Node-Address, DNS-Delegated-Zone, Node-Name, Managed-PSK, Delegated-Prefix, Assigned-Prefix',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 100) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (92)',
        '\tRequest network state (5) (invalid)',
        '\tRequest node state (4) (invalid)',
        '\tNode endpoint (4) (invalid)',
        '\tNetwork state (4) (invalid)',
        '\tNode state (4) (invalid)',
        '\tPeer (4) (invalid)',
        '\tKeep-alive interval (4) (invalid)',
        '\tTrust-Verdict (4) (invalid)',
        '\tHNCP-Version (4) (invalid)',
        '\tDelegated-Prefix (4) (invalid)',
        '\tAssigned-Prefix (4) (invalid)',
        '\tNode-Address (4) (invalid)',
        '\tDNS-Delegated-Zone (4) (invalid)',
        '\tNode-Name (4) (invalid)',
        '\tManaged-PSK (4) (invalid)',
        '\tDelegated-Prefix (14) (invalid)',
        '\tAssigned-Prefix (11) (invalid)',
      ],
    },
  },
  {
    title: 'prefixes longer than an address',
    frame: message(
      tlv(34, '00000000 00000001 ff', zeros(32)),
      tlv(35, '00000001 02 81', zeros(17)),
      tlv(34, '00000000 00000001 81 00000000000000000000ffffc0000201 00'),
    ),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 116) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (108)',
        '\tDelegated-Prefix (45) VLSO: 0.000s PLSO: 0.001s Prefix: (length is invalid)',
        '\tAssigned-Prefix (27) EPID: 00000001 Prty: 2 Prefix:  (invalid)',
        '\tDelegated-Prefix (30) VLSO: 0.000s PLSO: 0.001s Prefix: (length is invalid)',
      ],
    },
  },
  {
    title: 'a TLV past the end',
    frame: message(tlv(1), hex('0002 0004')),
    lines: {
      '': 'IP6 2001:db8::1.8231 > 2001:db8::2.8231: hncp (8) [|hncp]',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 16) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (8)',
        '\tRequest network state (4)',
        '\t [|hncp]',
      ],
    },
  },
  {
    title: 'half a TLV',
    frame: message(tlv(1), hex('0002')),
    lines: {
      '': 'IP6 2001:db8::1.8231 > 2001:db8::2.8231: hncp (6) [|hncp]',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 14) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (6)',
        '\tRequest network state (4)',
        '\t [|hncp]',
      ],
    },
  },
  {
    title: 'a TLV past the end of the one around it',
    frame: message(tlv(33, '0024 0014 00'), tlv(1)),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 24) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (16)',
        '\tExternal-Connection (9) [|hncp]',
        '\tRequest network state (4)',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 24) 2001:db8::1.8231 > 2001:db8::2.8231: [udp sum ok] hncp (16)',
        '\tExternal-Connection (9)',
        '\t\t [|hncp]',
        '\tRequest network state (4)',
      ],
    },
  },
]);
