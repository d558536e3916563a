import { concat, hex, ip6 } from '../fixtures/frames';
import { routing } from '../fixtures/routing';
import { describeModes, fixtureOf } from '../modes';

/** A packet of `type`; `body` follows the header. */
const ospf = (type: string, body: string, after = '') => {
  const rest = hex(body);
  const header = hex(`03 ${type} 00${(16 + rest.length).toString(16).padStart(2, '0')} 0a000001 00000001 0000 01 00`);
  return ip6(89, concat(header, rest, hex(after)));
};
/** An advertisement of `type`. */
const lsa = (type: string, body: string) => {
  const rest = hex(body).length + 20;
  return `0009 ${type} 00000001 0a000002 80000001 abcd 00${rest.toString(16).padStart(2, '0')} ${body}`;
};

describeModes('OSPF version 3', [
  {
    title: 'a hello',
    frame: ospf('01', '00000005 01 000113 000a 0028 0a000001 0a000002 0a000003'),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: OSPFv3, Hello, length 40',
      '-v': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 40) 2001:db8::1 > 2001:db8::2: OSPFv3, Hello, length 40',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\tOptions [V6, External, Router, AFs Support]',
        '\t  Hello Timer 10s, Dead Timer 40s, Interface-ID 0.0.0.5, Priority 1',
        '\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 40) 2001:db8::1 > 2001:db8::2: OSPFv3, Hello, length 40',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\tOptions [V6, External, Router, AFs Support]',
        '\t  Hello Timer 10s, Dead Timer 40s, Interface-ID 0.0.0.5, Priority 1',
        '\t  Designated Router 10.0.0.1, Backup Designated Router 10.0.0.2',
        '\t  Neighbor List:',
        '\t    10.0.0.3',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 94: 2001:db8::1 > 2001:db8::2: OSPFv3, Hello, length 40',
    },
  },
  {
    ...fixtureOf(routing, 'OSPF version 3: a hello with signaling and a digest'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 64) 2001:db8::1 > 2001:db8::2: OSPFv3, Hello, length 64',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\tOptions [V6, External, Router, LLS, Authentication Trailer]',
        '\t  Hello Timer 10s, Dead Timer 40s, Interface-ID 0.0.0.5, Priority 1',
        '\tLLS Checksum 0xfff6, Data Length 8',
        '\tAuthentication Type HMAC, Length 20, SAID 1, CSN 0x00000000:00000007',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 64) 2001:db8::1 > 2001:db8::2: OSPFv3, Hello, length 64',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\tOptions [V6, External, Router, LLS, Authentication Trailer]',
        '\t  Hello Timer 10s, Dead Timer 40s, Interface-ID 0.0.0.5, Priority 1',
        '\t  Neighbor List:',
        '\tLLS Checksum 0xfff6, Data Length 8',
        '\tAuthentication Type HMAC, Length 20, SAID 1, CSN 0x00000000:00000007',
        '\tAuthentication Data 0x0000:  0102 0304',
      ],
    },
  },
  {
    title: 'a length beyond the packet',
    frame: ip6(89, hex('03 01 0040 0a000001 00000000 0000 00 00 00000005')),
    lines: {
      '-v': 'IP6 (hlim 64, next-header OSPF (89) payload length: 20) 2001:db8::1 > 2001:db8::2: OSPFv3, Hello, length 20 [len 64]',
    },
  },
  {
    title: 'an unknown type',
    frame: ip6(89, hex('03 08 0010 0a000001 00000000 0000 00 00')),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: OSPFv3, unknown packet type (8), length 16',
      '-v': 'IP6 (hlim 64, next-header OSPF (89) payload length: 16) 2001:db8::1 > 2001:db8::2: OSPFv3, unknown packet type (8), length 16',
    },
  },
  {
    title: 'a database description',
    frame: ospf('02', '00 000013 05dc 00 07 00000011 0009 2001 00000000 0a000002 80000001 abcd 0028'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 48) 2001:db8::1 > 2001:db8::2: OSPFv3, Database Description, length 48',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\tOptions [V6, External, Router], DD Flags [Init, More, Master], MTU 1500, DD-Sequence 0x00000011',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 48) 2001:db8::1 > 2001:db8::2: OSPFv3, Database Description, length 48',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\tOptions [V6, External, Router], DD Flags [Init, More, Master], MTU 1500, DD-Sequence 0x00000011',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 20',
        '\t    Router LSA (1), Area Local Scope, LSA-ID 0.0.0.0',
      ],
    },
  },
  {
    title: 'requests',
    frame: ospf('03', '0000 2001 00000000 0a000002 0000 c005 00000001 0a000002'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 40) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Request, length 40',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 40) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Request, length 40',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\t  Advertising Router 10.0.0.2',
        '\t    Router LSA (1), Area Local Scope, LSA-ID 0.0.0.0',
        '\t  Advertising Router 10.0.0.2',
        '\t    External LSA (5), Domain Wide Scope, transitive, LSA-ID 0.0.0.1',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'OSPF version 3: an update of routers and networks'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 124) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Update, length 124',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 124) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Update, length 124',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 52',
        '\t    Router LSA (1), Area Local Scope, LSA-ID 0.0.0.1',
        '\t      Options [V6, External, Router, Demand Circuit], RLA-Flags [ABR, External]',
        '\t      Neighbor Router-ID 10.0.0.3',
        '\t      Neighbor Interface-ID 0.0.0.6, Interface 0.0.0.5, metric 10',
        '\t      Neighbor Network-ID 10.0.0.4',
        '\t      Neighbor Interface-ID 0.0.0.6, Interface 0.0.0.5, metric 10',
        '\t      Virtual Link: Neighbor Router-ID 10.0.0.5',
        '\t      Neighbor Interface-ID 0.0.0.6, Interface 0.0.0.5, metric 10',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 12',
        '\t    Network LSA (2), Area Local Scope, LSA-ID 0.0.0.1',
        '\t      Options [V6, External, Router, Demand Circuit]',
        '\t      Connected Routers:',
        '\t\t10.0.0.1',
        '\t\t10.0.0.2',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'OSPF version 3: an update of prefixes'),
    lines: {
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 224) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Update, length 224',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 20',
        '\t    Inter-Area Prefix LSA (3), Area Local Scope, LSA-ID 0.0.0.1, metric 100',
        '\t\t2001:db8:0:1::/64, metric 0',
        '\t\t::/0, Options [Local address, Propagate, N-bit], metric 1',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 36',
        '\t    External LSA (5), Domain Wide Scope, LSA-ID 0.0.0.1',
        '\t     Flags [Forwarding, Tag] metric 20',
        '\t\t2001:db8::/32, metric 8193 forward fe80::1 tag 0.0.0.10 RefLSID: 10.0.0.9',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 36',
        '\t    Link LSA (8), Link Local Scope, LSA-ID 0.0.0.1',
        '\t      Options [V6, External, Router, Demand Circuit]',
        '\t      Priority 1, Link-local address fe80::1, Prefixes 1:',
        '\t\t2001:db8:0:2::/64, metric 0',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 32',
        '\t    Intra-Area Prefix LSA (9), Area Local Scope, LSA-ID 0.0.0.1',
        '\t    Router LSA (1), Area Local Scope, LSA-ID 0.0.0.0',
        '\t      Prefixes 1:',
        '\t\t2001:db8::1/128, Options [Local address], metric 1',
      ],
    },
  },
  {
    title: 'a grace period and an unknown advertisement',
    frame: ospf('04', `00000002${lsa('000b', '0001 0004 00000078 0002 0001 03000000')}${lsa('200c', 'deadbeef')}`),
    lines: {
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 80) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Update, length 80',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 16',
        '\t    Grace LSA (11), Link Local Scope, LSA-ID 0.0.0.1',
        '\t    Grace Period TLV (1), length 4, value: 120s',
        '\t    Graceful restart Reason TLV (2), length 1, value: Control Processor Switch (3)',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 4',
        '\t    Router Information LSA (12), Area Local Scope, LSA-ID 0.0.0.1',
        '\t      0x0000:  dead beef',
      ],
    },
  },
  {
    title: 'a router for traffic engineering',
    frame: ospf('04', `00000001${lsa('000a', '0001 0004 0a000002')}`),
    lines: {
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 48) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Update, length 48',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 8',
        '\t    Intra-Area TE LSA (10), Link Local Scope, LSA-ID 0.0.0.1',
        '\t    Router Address TLV (1), length: 4, 10.0.0.2',
      ],
    },
  },
  {
    title: 'a prefix that is too long',
    frame: ospf('04', `00000001${lsa('2003', '00000064 81 00 0000')}`),
    lines: {
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 48) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Update, length 48',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 8',
        '\t    Inter-Area Prefix LSA (3), Area Local Scope, LSA-ID 0.0.0.1, metric 100 bogus prefixlen /129 [|ospf3]',
      ],
    },
  },
  {
    title: 'an advertisement beyond the packet',
    frame: ospf('04', '00000001 0009 2002 00000001 0a000002 80000001 abcd 0040 00000033'),
    lines: {
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 44) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Update, length 44',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 44',
        '\t    Network LSA (2), Area Local Scope, LSA-ID 0.0.0.1 [|ospf3]',
      ],
    },
  },
  {
    title: 'acknowledgements',
    frame: ospf('05', '0009 2001 00000000 0a000002 80000001 abcd 0028 0009'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 38) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Ack, length 38',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
      ],
      '-vv': [
        'IP6 (hlim 64, next-header OSPF (89) payload length: 38) 2001:db8::1 > 2001:db8::2: OSPFv3, LS-Ack, length 38',
        '\tRouter-ID 10.0.0.1, Area 0.0.0.1, Instance 1',
        '\t  Advertising Router 10.0.0.2, seq 0x80000001, age 9s, length 20',
        '\t    Router LSA (1), Area Local Scope, LSA-ID 0.0.0.0 [|ospf3]',
      ],
    },
  },
]);
