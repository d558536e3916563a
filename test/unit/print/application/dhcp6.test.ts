import { concat, cut, hex, udp6 } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

/** A reply with these options, each as its number and its contents in hexadecimal. */
const reply = (...options: (readonly [number, string])[]) =>
  udp6(547, 546, concat(hex('07 00abcd'), ...options.map(option)));
const option = ([code, contents]: readonly [number, string]) => {
  const body = hex(contents);
  return concat(Uint8Array.of(code >> 8, code & 255, body.length >> 8, body.length & 255), body);
};
const address = '20010db8000000000000000000000001';

describeModes('DHCPv6', [
  {
    title: 'identifiers',
    frame: reply(
      [1, '0001 0001 12345678 020000000001'],
      [2, '0002 00000009 01020304'],
      [2, '0003 0001 020000000001'],
      [1, '0004 00'],
      [1, '00'],
      [1, '0001 0001'],
      [2, '0002 00'],
      [2, '0003 00'],
    ),
    lines: {
      '': 'IP6 2001:db8::1.547 > 2001:db8::2.546: dhcp6 reply',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 92) 2001:db8::1.547 > 2001:db8::2.546: [udp sum ok] dhcp6 reply (xid=abcd (client-ID hwaddr/time type 1 time 305419896 020000000001) (server-ID vid 0000000901020304) (server-ID hwaddr type 1 020000000001) (client-ID type 4) (client-ID ?) (client-ID ?) (server-ID ?) (server-ID ?))',
    },
  },
  {
    ...fixtureOf(services, 'DHCPv6: addresses and prefixes inside associations'),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 178) 2001:db8::1.547 > 2001:db8::2.546: [udp sum ok] dhcp6 reply (xid=abcd (IA_NA IAID:1 T1:3600 T2:5400 (IA_ADDR 2001:db8::1 pltime:7200 vltime:10800)) (IA_PD IAID:2 T1:0 T2:0 [|dhcp6]) (IA_TA IAID:3 (IA_ADDR 2001:db8::1 pltime:1 vltime:2 (status-code NoAddrsAvail))) (IA_NA ?) (IA_TA ?) (IA_ADDR ?) (IA_PD-prefix ?))',
    },
  },
  {
    title: 'numbers and lists of options',
    frame: reply(
      [6, '0017 0018 00f0'],
      [43, '001f'],
      [6, '00'],
      [7, 'ff'],
      [7, '0001'],
      [8, '0064'],
      [8, '64'],
      [32, '00015180'],
      [46, '00000064'],
      [32, '01'],
      [14, ''],
      [20, ''],
    ),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 84) 2001:db8::1.547 > 2001:db8::2.546: [udp sum ok] dhcp6 reply (xid=abcd (option-request DNS-server DNS-search-list opt_240) (Echo-request-option SNTP-servers) (option-request ?) (preference 255) (preference ?) (elapsed-time 100) (elapsed-time ?) (lifetime 86400) (Clt-time 100) (lifetime ?) (rapid-commit) (reconfigure-accept))',
    },
  },
  {
    ...fixtureOf(services, 'DHCPv6: authentication'),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 211) 2001:db8::1.547 > 2001:db8::2.546: [udp sum ok] dhcp6 reply (xid=abcd (authentication proto: reconfigure, alg: HMAC-MD5, RDM: mono, RD: 0102 0304 0506 0708 reconfig-key value: 00010203 04050607 08090a0b 0c0d0e0f) (authentication proto: reconfigure, alg: HMAC-MD5, RDM: mono, RD: 0102 0304 0506 0708 type: HMAC-MD5 value: 00010203 04050607 08090a0b 0c0d0e0f) (authentication proto: reconfigure, alg: HMAC-MD5, RDM: mono, RD: 0102 0304 0506 0708 type: ?? value: 00010203 04050607 08090a0b 0c0d0e0f) (authentication proto: delayed, alg: 9, RDM: 9, RD: 0102 0304 0506 0708, realm: 6162, key ID: 0000000a, HMAC-MD5: 00010203 04050607 08090a0b 0c0d0e0f) (authentication proto: delayed, alg: HMAC-MD5, RDM: mono, RD: 0102 0304 0506 0708) (authentication proto: delayed, alg: HMAC-MD5, RDM: mono, RD: 0102 0304 0506 0708 ??) (authentication proto: reconfigure, alg: HMAC-MD5, RDM: mono, RD: 0102 0304 0506 0708 ??) (authentication proto: 1, alg: HMAC-MD5, RDM: mono, RD: 0102 0304 0506 0708 ??) (authentication ?))',
    },
  },
  {
    title: 'status and reasons',
    frame: reply(
      [13, '0005'],
      [13, '0063'],
      [13, '0100'],
      [13, '00'],
      [19, '05'],
      [19, '0b'],
      [19, '07'],
      [19, '0506'],
    ),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 56) 2001:db8::1.547 > 2001:db8::2.546: [udp sum ok] dhcp6 reply (xid=abcd (status-code UseMulticast) (status-code code99) (status-code INVALID code) (status-code ?) (reconfigure-message for renew) (reconfigure-message for inf-req) (reconfigure-message for ???(07)) (reconfigure-message ?))',
    },
  },
  {
    title: 'opaque bytes',
    frame: reply(
      [18, '65746830'],
      [38, '0102030405060708090a0b0c'],
      [37, '00000009 0102030405060708090a0b0c'],
      [37, '0009'],
      [16, '00000009'],
      [300, '00'],
    ),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 75) 2001:db8::1.547 > 2001:db8::2.546: [udp sum ok] dhcp6 reply (xid=abcd (interface-ID 65746830...) (Subscriber-ID 0102030405060708090a...) (Remote-ID 9 0102030405060708090a...) (Remote-ID ?) (vendor-class) (opt_300))',
    },
  },
  {
    title: 'servers',
    frame: reply(
      [23, address],
      [22, address + address],
      [31, '0001'],
      [40, ''],
      [21, '03736970076578616d706c6500 03666f6f00'],
      [24, '00'],
    ),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 105) 2001:db8::1.547 > 2001:db8::2.546: [udp sum ok] dhcp6 reply (xid=abcd (DNS-server 2001:db8::1) (SIP-servers-address 2001:db8::1 2001:db8::1) (SNTP-servers ?) (PANA-agent) (SIP-servers-domain sip.example. foo.) (DNS-search-list .))',
    },
  },
  {
    ...fixtureOf(services, 'DHCPv6: servers of time and of tunnels'),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 119) 2001:db8::1.547 > 2001:db8::2.546: [udp sum ok] dhcp6 reply (xid=abcd (NTP-server subopt:1 2001:db8::1 subopt:3 ntp. subopt:2 ? subopt:9 ?) (NTP-server ?) (AFTR-Name aftr.example) (AFTR-Name ?) (AFTR-Name  ?) (MUD-URL https://a) (POSIX-timezone ET) (POSIX-tz-database ?))',
    },
  },
  {
    title: 'leases asked for',
    frame: reply(
      [44, `01 ${address} 0006 0002 0017`],
      [44, `02 ${address}`],
      [44, `09 ${address}`],
      [44, '01'],
      [45, '0001 000a 0003 0001 020000000001'],
      [47, `${address} 0102`],
      [47, '00'],
      [48, address],
    ),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 151) 2001:db8::1.547 > 2001:db8::2.546: [udp sum ok] dhcp6 reply (xid=abcd (Lease-query by-address 2001:db8::1 (option-request DNS-server)) (Lease-query by-clientID 2001:db8::1) (Lease-query type_9 2001:db8::1) (Lease-query ?) (LQ-client-data (client-ID hwaddr type 1 020000000001)) (LQ-relay-data 2001:db8::1 0102...) (LQ-relay-data ?) (LQ-client-link 2001:db8::1))',
    },
  },
  {
    ...fixtureOf(services, 'DHCPv6: a message passed on'),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 60) 2001:db8::1.547 > 2001:db8::2.547: [udp sum ok] dhcp6 relay-fwd (linkaddr=2001:db8::1 peeraddr=2001:db8::1 (relay-message (dhcp6 solicit (xid=123456 (elapsed-time ?))) (interface-ID 6162...))',
    },
  },
  {
    title: 'a message passed on that is too short',
    frame: udp6(547, 547, hex(`0d 00 ${address} ${address} 0009 0002 0112`)),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 48) 2001:db8::1.547 > 2001:db8::2.547: [udp sum ok] dhcp6 relay-reply (linkaddr=2001:db8::1 peeraddr=2001:db8::1 (relay-message (dhcp6 [|dhcp6]))',
    },
  },
  {
    title: 'a suboption past the end',
    frame: reply([56, '0001 0010 0102030405'], [14, '']),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 29) 2001:db8::1.547 > 2001:db8::2.546: [udp sum ok] dhcp6 reply (xid=abcd (NTP-server [|dhcp6])',
    },
  },
  {
    title: 'an option past the end',
    frame: udp6(546, 547, hex('01 123456 0001 000e 00010001')),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 20) 2001:db8::1.546 > 2001:db8::2.547: [udp sum ok] dhcp6 solicit (xid=123456 [|dhcp6])',
    },
  },
  {
    title: 'half an option',
    frame: udp6(546, 547, hex('01 123456 0001')),
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 14) 2001:db8::1.546 > 2001:db8::2.547: [udp sum ok] dhcp6 solicit (xid=123456 [|dhcp6])',
    },
  },
  {
    title: 'a cut option',
    frame: cut(udp6(546, 547, hex('01 123456 0001 000e 00010001 12345678 020000000001')), 76),
    length: 84,
    lines: {
      '': 'IP6 2001:db8::1.546 > 2001:db8::2.547: dhcp6 solicit',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 30) 2001:db8::1.546 > 2001:db8::2.547: dhcp6 solicit (xid=123456 [|dhcp6])',
    },
  },
  {
    title: 'a cut relay message',
    frame: cut(udp6(547, 547, hex(`0c 00 ${address} ${address}`)), 90),
    length: 96,
    lines: {
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 42) 2001:db8::1.547 > 2001:db8::2.547: dhcp6 relay-fwd (linkaddr=2001:db8::1 [|dhcp6]',
      '-v -x': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 42) 2001:db8::1.547 > 2001:db8::2.547: dhcp6 relay-fwd (linkaddr=2001:db8::1 [|dhcp6]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 86dd 6000',
        '\t0x0010:  0000 002a 1140 2001 0db8 0000 0000 0000',
        '\t0x0020:  0000 0000 0001 2001 0db8 0000 0000 0000',
        '\t0x0030:  0000 0000 0002 0223 0223 002a 386b 0c00',
        '\t0x0040:  2001 0db8 0000 0000 0000 0000 0000 0001',
        '\t0x0050:  2001 0db8 0000 0000 0000',
      ],
    },
  },
  {
    title: 'a cut header',
    frame: cut(udp6(547, 547, hex('01 123456')), 64),
    length: 66,
    lines: {
      '': 'IP6 2001:db8::1.547 > 2001:db8::2.547: dhcp6 [|dhcp6]',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 12) 2001:db8::1.547 > 2001:db8::2.547: dhcp6 [|dhcp6]',
    },
  },
]);
