import { concat, cut, hex, udp4, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('NTP', [
  {
    title: 'a client',
    frame: udp4(40000, 123, concat(hex('e3 00 06 ec 00010000 00010000 00000000'), zeros(24), hex('e0000003 80000000'))),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.123: NTPv4, Client, length 48',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 76)',
        '    192.0.2.1.40000 > 192.0.2.2.123: NTPv4, Client, length 48',
        '\tLeap indicator: clock unsynchronized (192), Stratum 0 (unspecified), poll 6 (64s), precision -20',
        '\tRoot Delay: 1.000000, Root dispersion: 1.000000, Reference-ID: (unspec)',
        '\t  Reference Timestamp:  0.000000000',
        '\t  Originator Timestamp: 0.000000000',
        '\t  Receive Timestamp:    0.000000000',
        '\t  Transmit Timestamp:   3758096387.500000000 (2019-02-02T11:39:47Z)',
        '\t    Originator - Receive Timestamp:  0.000000000',
        '\t    Originator - Transmit Timestamp: 3758096387.500000000 (2019-02-02T11:39:47Z)',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 90: 192.0.2.1.40000 > 192.0.2.2.123: NTPv4, Client, length 48',
    },
  },
  {
    title: 'a primary server',
    frame: udp4(
      123,
      40000,
      hex(
        '24 01 06 ec 00000000 00000010 47505300 e0000000 80000000 e0000001 80000000 e0000001 90000000 e0000001 a0000000',
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1.123 > 192.0.2.2.40000: NTPv4, Server, length 48',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 76)',
        '    192.0.2.1.123 > 192.0.2.2.40000: NTPv4, Server, length 48',
        '\tLeap indicator:  (0), Stratum 1 (primary reference), poll 6 (64s), precision -20',
        '\tRoot Delay: 0.000000, Root dispersion: 0.000244, Reference-ID: GPS^@',
        '\t  Reference Timestamp:  3758096384.500000000 (2019-02-02T11:39:44Z)',
        '\t  Originator Timestamp: 3758096385.500000000 (2019-02-02T11:39:45Z)',
        '\t  Receive Timestamp:    3758096385.562500000 (2019-02-02T11:39:45Z)',
        '\t  Transmit Timestamp:   3758096385.625000000 (2019-02-02T11:39:45Z)',
        '\t    Originator - Receive Timestamp:  +0.062500000',
        '\t    Originator - Transmit Timestamp: +0.125000000',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 90: 192.0.2.1.123 > 192.0.2.2.40000: NTPv4, Server, length 48',
    },
  },
  {
    title: 'a secondary server with a digest',
    frame: udp4(
      123,
      40000,
      concat(
        hex(
          '1c 02 0a e8 00001000 00002000 0a000001 e0000000 80000000 e0000002 80000000 e0000001 90000000 e0000001 a0000000 00000005',
        ),
        hex('00112233445566778899aabbccddeeff'),
      ),
    ),
    lines: {
      '': 'IP 192.0.2.1.123 > 192.0.2.2.40000: NTPv3, Server, length 68',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 96)',
        '    192.0.2.1.123 > 192.0.2.2.40000: NTPv3, Server, length 68',
        '\tLeap indicator:  (0), Stratum 2 (secondary reference), poll 10 (1024s), precision -24',
        '\tRoot Delay: 0.062500, Root dispersion: 0.125000, Reference-ID: 0x0a000001',
        '\t  Reference Timestamp:  3758096384.500000000 (2019-02-02T11:39:44Z)',
        '\t  Originator Timestamp: 3758096386.500000000 (2019-02-02T11:39:46Z)',
        '\t  Receive Timestamp:    3758096385.562500000 (2019-02-02T11:39:45Z)',
        '\t  Transmit Timestamp:   3758096385.625000000 (2019-02-02T11:39:45Z)',
        '\t    Originator - Receive Timestamp:  -0.937500000',
        '\t    Originator - Transmit Timestamp: -0.875000000',
        '\tKey id: 5',
        '\tAuthentication: 00112233445566778899aabbccddeeff',
      ],
    },
  },
  {
    title: 'a control message',
    frame: udp4(40000, 123, hex('26 82 0001 060a 0003 0000 0004 61626364')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.123: NTPv4, Control Message, length 16',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 44)',
        '    192.0.2.1.40000 > 192.0.2.2.123: NTPv4, Control Message, length 16',
        '\tLeap indicator:  (0), Response, OK, Last, OpCode=2',
        '\tSequence=1, Status=0x60a, Assoc.=3, Offset=0, Count=4',
        '\tTO-BE-DONE: data not interpreted',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 58: 192.0.2.1.40000 > 192.0.2.2.123: NTPv4, Control Message, length 16',
    },
  },
  {
    title: 'a private message',
    frame: udp4(40000, 123, hex('27 00 03 2a 00000000')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.123: NTPv4, Reserved, length 8',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 36)',
        '    192.0.2.1.40000 > 192.0.2.2.123: NTPv4, Reserved, length 8',
        '\tLeap indicator:  (0)',
      ],
    },
  },
  {
    title: 'a cut message',
    frame: cut(
      udp4(
        123,
        40000,
        hex(
          '24 01 06 ec 00000000 00000010 47505300 e0000000 80000000 e0000001 80000000 e0000001 90000000 e0000001 a0000000',
        ),
      ),
      60,
    ),
    length: 90,
    lines: {
      '': 'IP 192.0.2.1.123 > 192.0.2.2.40000: NTPv4, Server, length 48',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 76)',
        '    192.0.2.1.123 > 192.0.2.2.40000: NTPv4, Server, length 48',
        '\tLeap indicator:  (0), Stratum 1 (primary reference), poll 6 (64s), precision -20',
        '\tRoot Delay: 0.000000, Root dispersion: 0.000244, Reference-ID: GPS^@ [|ntp]',
      ],
    },
  },
  {
    title: 'a control message that ends after its first field',
    frame: cut(udp4(40000, 123, hex('26 82 0001 060a 0003 0000 0004 61626364')), 45),
    length: 58,
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 44)',
        '    192.0.2.1.40000 > 192.0.2.2.123: NTPv4, Control Message, length 16',
        '\tLeap indicator:  (0), Response, OK, Last, OpCode=2',
        ' [|ntp]',
      ],
    },
  },
]);
