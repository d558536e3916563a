import { hex, llc } from '../fixtures/frames';
import { iso } from '../fixtures/iso';
import { describeModes, fixtureOf } from '../modes';

describeModes('OSI protocol identifiers', [
  {
    ...fixtureOf(iso, 'nothing'),
    lines: {
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 4: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID NULL (0x00): length: 1',
      '-v': ', length: 1',
    },
  },
  {
    title: "frame relay's signaling",
    frame: llc(hex('fefe03 08 00 75 510100 53020100')),
    lines: { '': 'Q.933, CCITT, codeset 0, Status Enquiry, TX Seq:   1, RX Seq:   0, length 9' },
  },
  {
    ...fixtureOf(iso, 'IPv4'),
    lines: {
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 32: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID IPv4 (0xcc): 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
    },
  },
  {
    ...fixtureOf(iso, 'IPv6'),
    lines: {
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 44: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID IPv6 (0x8e): 2001:db8::1 > 2001:db8::2: no next header',
      '-v': 'IP6 (hlim 64, next-header unknown (59) payload length: 0) 2001:db8::1 > 2001:db8::2: no next header',
    },
  },
  {
    ...fixtureOf(iso, 'PPP'),
    lines: {
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 34: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID PPP (0xcf): IP (0x0021), length 30: 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
        '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      ],
    },
  },
  {
    ...fixtureOf(iso, 'an identifier that is not known'),
    lines: {
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 6: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID FRF.15 (0xb1): length: 3',
        '\t0x0000:  b101 02',
      ],
      '-v': ['OSI NLPID 0xb1 unknown, length: 3', '\t0x0000:  b101 02'],
    },
  },
  {
    ...fixtureOf(iso, 'an identifier alone'),
    lines: {
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 4: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID FRF.15 (0xb1): length: 1',
      '-v': 'OSI NLPID 0xb1 unknown, length: 1',
    },
  },
  {
    ...fixtureOf(iso, 'IS-IS behind an ethertype'),
    lines: {
      '-v': [
        'IS-IS, length 17',
        '\tL2 PSNP, hlen: 17, v: 1, pdu-v: 1, sys-id-len: 6 (0), max-area: 3 (0)',
        '\t  source-id:    1921.6800.1001.00, PDU length: 17',
      ],
    },
  },
]);
