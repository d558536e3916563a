import { arista } from '../fixtures/arista';
import { describeFixtures } from '../modes';

describeFixtures('Arista', arista, {
  'a time stamp of 64 bits': {
    '-v': [
      'ethertype Arista Vendor Specific Protocol (0xd28b), length 56: SubType Timestamp (0x0001), Timescale TAI (0), Format 64-bit (1), HwInfo R/R2 (0), Timestamp 2023-11-14 22:13:20.123456789: IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto ICMP (1), length 28)',
      '    192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    ],
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Arista Vendor Specific Protocol (0xd28b), length 56: SubType Timestamp (0x0001), Timescale TAI (0), Format 64-bit (1), HwInfo R/R2 (0), Timestamp 2023-11-14 22:13:20.123456789: ethertype IPv4 (0x0800), length 56: 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    '-q': 'Arista Vendor Specific Protocol, length 56: SubType Timestamp (0x0001), Timescale TAI (0), Format 64-bit (1), HwInfo R/R2 (0), Timestamp 2023-11-14 22:13:20.123456789: IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
    '-x': [
      'ethertype Arista Vendor Specific Protocol (0xd28b), length 56: SubType Timestamp (0x0001), Timescale TAI (0), Format 64-bit (1), HwInfo R/R2 (0), Timestamp 2023-11-14 22:13:20.123456789: IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
      '\t0x0000:  4500 001c 0000 0000 4001 f6dd c000 0201',
      '\t0x0010:  c000 0202 0800 f7fd 0001 0001',
    ],
  },
  'a time stamp of 48 bits': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Arista Vendor Specific Protocol (0xd28b), length 54: SubType Timestamp (0x0001), Timescale UTC (1), Format 48-bit (2), HwInfo R3 (1), Timestamp 7.123456789: ethertype IPv4 (0x0800), length 54: 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
  },
  'nanoseconds of more than a second': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Arista Vendor Specific Protocol (0xd28b), length 56: SubType Timestamp (0x0001), Timescale Unknown (2), Format 64-bit (1), HwInfo Unknown (2), Timestamp 2023-11-14 22:13:24.000000000: ethertype IPv4 (0x0800), length 56: 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
  },
  'a VLAN tag behind the header': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Arista Vendor Specific Protocol (0xd28b), length 58: SubType Timestamp (0x0001), Timescale UTC (1), Format 48-bit (2), HwInfo R3 (1), Timestamp 11.000000000: ethertype 802.1Q (0x8100), length 58: vlan 100, p 0, ethertype IPv4 (0x0800), 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
  },
  'two headers': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Arista Vendor Specific Protocol (0xd28b), length 66: SubType Timestamp (0x0001), Timescale UTC (1), Format 48-bit (2), HwInfo R3 (1), Timestamp 7.123456789: ethertype Arista Vendor Specific Protocol (0xd28b), length 66: SubType Timestamp (0x0001), Timescale UTC (1), Format 48-bit (2), HwInfo R3 (1), Timestamp 7.123456790: ethertype IPv4 (0x0800), length 66: 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 8',
  },
  'a format that is not known': {
    '-e': [
      '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Arista Vendor Specific Protocol (0xd28b), length 26: SubType Timestamp (0x0001), Timescale UTC (1), Format Unknown (3), HwInfo Unknown (2), Timestamp ',
      '\t0x0000:  0001 0132 0007 075b cd15 0800            ...2...[....',
    ],
  },
  'a subtype that is not known': {
    '-e': [
      '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Arista Vendor Specific Protocol (0xd28b), length 26: SubType Unknown (0x0002), ',
      '\t0x0000:  0002 0121 0007 075b cd15 0800            ...!...[....',
    ],
  },
  'a header of one byte': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, [|arista]',
  },
  'a cut time stamp': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Arista Vendor Specific Protocol (0xd28b), length 20: SubType Timestamp (0x0001), Timescale UTC (1), Format 48-bit (2), HwInfo R3 (1), Timestamp  [|arista]',
  },
  'no type behind the header': {
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Arista Vendor Specific Protocol (0xd28b), length 24: SubType Timestamp (0x0001), Timescale UTC (1), Format 48-bit (2), HwInfo R3 (1), Timestamp 7.123456789:  [|arista]',
  },
});
