import { concat, hex, zeros } from '../fixtures/frames';
import { juniper } from '../fixtures/juniper';
import { describeModes, fixtureOf } from '../modes';

describeModes("Juniper's services", [
  {
    title: 'encryption',
    frame: hex('4d4743 00 0001 40 01 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 132,
    lines: {
      '': 'IP0 (invalid)',
      '-e': [
        'Out ES-PIC, cookie-len 0: hlen 4, proto 0x0001, ES SA, index 1, ttl 64 type ESP ENCR-AUTH (1), length 24',
        'IP0 (invalid)',
      ],
    },
  },
  {
    ...fixtureOf(juniper, "encryption by Juniper's"),
    lines: {
      '-e': [
        'Out ES-PIC, cookie-len 0: hlen 4, proto 0x0001, ES SA, index 1, ttl 64 type ESP AUTH (3), spi 7, Tunnel 192.0.2.1 > 192.0.2.2, length 20',
        '10.0.0.1 > 10.0.0.2: no next header',
      ],
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  0001 4003 0000 0007 c000 0201 c000 0202',
        '\t0x0010:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0020:  0a00 0002',
      ],
    },
  },
  {
    title: 'encryption of an unknown type',
    frame: hex('4d4743 00 0001 40 09 00000007 c0000201 c0000202 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 132,
    lines: {
      '': 'ES Invalid type 9, length 36',
    },
  },
  {
    ...fixtureOf(juniper, "a gateway of Juniper's"),
    lines: {
      '-e': 'Out GGSN-PIC, cookie-len 8, cookie 0x0100020000050000: hlen 12, proto 0x4500, proto IPv4 (2), vlan 5: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a gateway with IPv6',
    frame: hex(
      '4d4743 00 01 00 06 00 0005 0000 60000000 0008 3a40 fe800000000000000000000000000001 fe800000000000000000000000000002 80000000 00010002',
    ),
    linkType: 133,
    lines: {
      '': 'IP6 fe80::1 > fe80::2: ICMP6, echo request, id 1, seq 2, length 8',
    },
  },
  {
    title: 'a gateway with an unknown protocol',
    frame: hex('4d4743 00 01 00 09 00 0005 0000 0102'),
    linkType: 133,
    lines: {
      '': 'unknown GGSN proto (9)',
      '-e': 'Out GGSN-PIC, cookie-len 8, cookie 0x0100090000050000: hlen 12, proto 0x0102, proto Unknown (9), vlan 5: ',
    },
  },
  {
    title: 'adaptive services',
    frame: hex('4d4743 00 0102030405060708 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 136,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out AS-PIC, cookie-len 8, cookie 0x0102030405060708: hlen 12, proto 0x4500, service-id 69 flags 0x00 service-set-id 0x0014 iif 65536: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'monitoring',
    frame: hex('4d4743 00 0102030405060708 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 164,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'Out MONITOR-PIC, cookie-len 8, cookie 0x0102030405060708: hlen 12, proto 0x4500, service-id 65536, iif 20, pkt-type 69: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a cookie that is too long',
    frame: concat(hex('4d4743 00 54'), zeros(20)),
    linkType: 164,
    lines: {
      '': ' (invalid)',
      '-e': 'Out MONITOR-PIC, cookie-len 10 (invalid)',
      '-x': [' (invalid)', '\t0x0000:  0000 0000 0000 0000 0000 00'],
    },
  },
  {
    title: 'a cookie that is cut',
    frame: hex('4d4743 00 0102'),
    linkType: 164,
    length: 60,
    lines: {
      '': ' [|juniper_monitor]',
      '-x': [' [|juniper_monitor]', '\t0x0000:  4d47 4300 0102'],
    },
  },
]);
