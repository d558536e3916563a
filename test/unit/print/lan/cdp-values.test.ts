import { concat, cut, hex, llc } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('CDP', [
  {
    title: 'a switch',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2000'),
        hex(
          '02 b4 1234 00010007 737731 00020011 00000001 01 01 cc 0004 c0000201 00030009 4769302f31 00040008 00000028 00050013 56657273696f6e20310a6f66206974 00060009 636973636f 00090008 4c616231 000a0006 0064 000b0005 01 00140005 73 00150006 2b06',
        ),
      ),
    ),
    lines: {
      '': [
        "CDPv2, ttl: 180s, Device-ID 'sw1'",
        '\t  0x0000:  0000 0001 0101 cc00 04c0 0002 01',
        '\t  0x0000:  4769 302f 31',
        '\t  0x0000:  0000 0028',
        '\t  0x0000:  5665 7273 696f 6e20 310a 6f66 2069 74',
        '\t  0x0000:  6369 7363 6f',
        '\t  0x0000:  4c61 6231',
        '\t  0x0000:  0064',
        '\t  0x0000:  01',
        '\t  0x0000:  73',
        '\t  0x0000:  2b06, length 103',
      ],
      '-v': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 103',
        "\tDevice-ID (0x01), value length: 3 bytes: 'sw1'",
        '\tAddress (0x02), value length: 13 bytes: IPv4 (1) 192.0.2.1',
        "\tPort-ID (0x03), value length: 5 bytes: 'Gi0/1'",
        '\tCapability (0x04), value length: 4 bytes: (0x00000028): L2 Switch, IGMP snooping',
        '\tVersion String (0x05), value length: 15 bytes: ',
        '\t  Version 1',
        '\t  of it',
        "\tPlatform (0x06), value length: 5 bytes: 'cisco'",
        "\tVTP Management Domain (0x09), value length: 4 bytes: 'Lab1'",
        '\tNative VLAN ID (0x0a), value length: 2 bytes: 100',
        '\tDuplex (0x0b), value length: 1 byte: full',
        "\tSystem Name (0x14), value length: 1 byte: 's'",
        '\tSystem Object ID (not decoded) (0x15), value length: 2 bytes: ',
      ],
      '-vv': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 103',
        "\tDevice-ID (0x01), value length: 3 bytes: 'sw1'",
        '\tAddress (0x02), value length: 13 bytes: IPv4 (1) 192.0.2.1',
        "\tPort-ID (0x03), value length: 5 bytes: 'Gi0/1'",
        '\tCapability (0x04), value length: 4 bytes: (0x00000028): L2 Switch, IGMP snooping',
        '\tVersion String (0x05), value length: 15 bytes: ',
        '\t  Version 1',
        '\t  of it',
        "\tPlatform (0x06), value length: 5 bytes: 'cisco'",
        "\tVTP Management Domain (0x09), value length: 4 bytes: 'Lab1'",
        '\tNative VLAN ID (0x0a), value length: 2 bytes: 100',
        '\tDuplex (0x0b), value length: 1 byte: full',
        "\tSystem Name (0x14), value length: 1 byte: 's'",
        '\tSystem Object ID (not decoded) (0x15), value length: 2 bytes: ',
      ],
    },
  },
  {
    title: 'addresses of several protocols',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2000'),
        hex(
          '02 b4 1234 00160034 00000003 01 01 cc 0004 c0000201 02 08 aaaa0300000086dd 0010 20010db8000000000000000000000001 01 01 81 0002 4901 00020009 00000000 01',
        ),
      ),
    ),
    lines: {
      '-v': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 65',
        '\tManagement Addresses (0x16), value length: 48 bytes: IPv4 (3) 192.0.2.1 IPv6 (2) 2001:db8::1 pt=0x01, pl=1, pb= 81, al=2, a= 49 01',
        '\tAddress (0x02), value length: 5 bytes:  (1 bytes of stray data)',
      ],
    },
  },
  {
    title: 'addresses that are not all there',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2000'),
        hex(
          '02 b4 1234 00020007 000000 00020009 00000001 01 0002000b 00000001 01 04 cc 0002000e 00000001 01 01 cc 0004 c0 0002000e 00000001 03 01 cc 0004 c0',
        ),
      ),
    ),
    lines: {
      '-v': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 59',
        '\tAddress (0x02), value length: 3 bytes:  (not enough space for num)',
        '\tAddress (0x02), value length: 5 bytes:  (not enough space for PT+PL)',
        '\tAddress (0x02), value length: 7 bytes:  (not enough space for P+AL)',
        '\tAddress (0x02), value length: 10 bytes:  (not enough space for A)',
        '\tAddress (0x02), value length: 10 bytes: pt=0x03, pl=1, pb= cc, al=4, a= (not enough space for A)',
      ],
    },
  },
  {
    title: 'prefixes',
    frame: llc(concat(hex('aaaa03 00000c 2000'), hex('02 b4 1234 0007000e 0a000000 08 c0000200 18 00070007 0a0000'))),
    lines: {
      '-v': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 25',
        '\tPrefixes (0x07), value length: 10 bytes:  IPv4 Prefixes (2): 10.0.0.0/8 192.0.2.0/24',
        '\tPrefixes (0x07), value length: 3 bytes:  [length 3 is not a multiple of 5]',
      ],
    },
  },
  {
    title: 'telephones and power',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2000'),
        hex(
          '02 b4 1234 000e0007 01 0064 000f0007 01 0064 000f0006 2000 00100005 05 00100006 3c2d 00100007 01e240 00100005 19 00100005 7d 00110008 000005dc 00120005 01 00130005 02 00170005 01 00170008 01 6c6162 000b0005 00 00080007 00000c',
        ),
      ),
    ),
    lines: {
      '-v': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 95',
        '\tATA-186 VoIP VLAN assignment (0x0e), value length: 3 bytes: app 1, vlan 100',
        '\tATA-186 VoIP VLAN request (0x0f), value length: 3 bytes: app 1, vlan 100',
        '\tATA-186 VoIP VLAN request (0x0f), value length: 2 bytes: unknown 0x2000',
        '\tpower consumption (0x10), value length: 1 byte: 0.01W',
        '\tpower consumption (0x10), value length: 2 bytes: 15.40W',
        '\tpower consumption (0x10), value length: 3 bytes: 123.46W',
        '\tpower consumption (0x10), value length: 1 byte: 0.03W',
        '\tpower consumption (0x10), value length: 1 byte: 0.12W',
        '\tMTU (0x11), value length: 4 bytes: 1500 bytes',
        '\tAVVID trust bitmap (0x12), value length: 1 byte: 0x01',
        '\tAVVID untrusted ports CoS (0x13), value length: 1 byte: 0x02',
        '\tPhysical Location (0x17), value length: 1 byte: 0x01',
        '\tPhysical Location (0x17), value length: 4 bytes: 0x01/lab',
        '\tDuplex (0x0b), value length: 1 byte: half',
        '\tProtocol-Hello option (0x08), value length: 3 bytes: ',
      ],
      '-vv': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 95',
        '\tATA-186 VoIP VLAN assignment (0x0e), value length: 3 bytes: app 1, vlan 100',
        '\tATA-186 VoIP VLAN request (0x0f), value length: 3 bytes: app 1, vlan 100',
        '\tATA-186 VoIP VLAN request (0x0f), value length: 2 bytes: unknown 0x2000',
        '\tpower consumption (0x10), value length: 1 byte: 0.01W',
        '\tpower consumption (0x10), value length: 2 bytes: 15.40W',
        '\tpower consumption (0x10), value length: 3 bytes: 123.46W',
        '\tpower consumption (0x10), value length: 1 byte: 0.03W',
        '\tpower consumption (0x10), value length: 1 byte: 0.12W',
        '\tMTU (0x11), value length: 4 bytes: 1500 bytes',
        '\tAVVID trust bitmap (0x12), value length: 1 byte: 0x01',
        '\tAVVID untrusted ports CoS (0x13), value length: 1 byte: 0x02',
        '\tPhysical Location (0x17), value length: 1 byte: 0x01',
        '\tPhysical Location (0x17), value length: 4 bytes: 0x01/lab',
        '\tDuplex (0x0b), value length: 1 byte: half',
        '\tProtocol-Hello option (0x08), value length: 3 bytes: ',
      ],
    },
  },
  {
    title: 'a power that ends with a half',
    frame: llc(concat(hex('aaaa03 00000c 2000'), hex('02 b4 1234 00100006 177d 00100006 1779 00100006 3a9d'))),
    lines: {
      '-v': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 22',
        '\tpower consumption (0x10), value length: 2 bytes: 6.01W',
        '\tpower consumption (0x10), value length: 2 bytes: 6.01W',
        '\tpower consumption (0x10), value length: 2 bytes: 15.01W',
      ],
    },
  },
  {
    title: 'values that do not fit',
    frame: llc(
      concat(hex('aaaa03 00000c 2000'), hex('02 b4 1234 00040006 0028 000a0007 000064 00990006 0102 12340005 01')),
    ),
    lines: {
      '-v': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 28',
        '\tCapability (0x04), value length: 2 bytes:  (malformed TLV)',
        '\t  0x0000:  0028',
        '\tNative VLAN ID (0x0a), value length: 3 bytes:  (malformed TLV)',
        '\t  0x0000:  0000 64',
        '\tunknown field type (0x99), value length: 2 bytes: ',
        '\t  0x0000:  0102',
        '\tunknown field type (0x1234), value length: 1 byte: ',
        '\t  0x0000:  01',
      ],
    },
  },
  {
    title: 'a value too short to be one',
    frame: llc(concat(hex('aaaa03 00000c 2000'), hex('02 b4 1234 0003 0003'))),
    lines: {
      '-v': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 8',
        '\tPort-ID (0x03), TLV length: 3 bytes (too short) (invalid)',
      ],
    },
  },
  {
    title: 'a value longer than the message',
    frame: llc(concat(hex('aaaa03 00000c 2000'), hex('02 b4 1234 0003 0009 41'))),
    lines: {
      '-v': 'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 9 (TLV length 9 > 5) (invalid)',
    },
  },
  {
    title: 'some bytes left over',
    frame: llc(concat(hex('aaaa03 00000c 2000'), hex('02 b4 1234 00010007 737731 0003'))),
    lines: {
      '-v': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 13',
        "\tDevice-ID (0x01), value length: 3 bytes: 'sw1' (remaining packet length 2 < 4) (invalid)",
      ],
    },
  },
  {
    title: 'a message shorter than its header',
    frame: llc(concat(hex('aaaa03 00000c 2000'), hex('02 b4'))),
    lines: {
      '': ' (packet length 2 < 4) (invalid)',
      '-v': ' (packet length 2 < 4) (invalid)',
    },
  },
  {
    title: 'a cut message',
    frame: cut(llc(hex('aaaa03 00000c 2000 02 b4 1234 0001 0007 737731 0004 0008 00000028')), 44),
    length: 45,
    lines: {
      '': ["CDPv2, ttl: 180s, Device-ID 'sw1'", '\t  0x0000:  0000 0028, length 19'],
      '-v': [
        'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 19',
        "\tDevice-ID (0x01), value length: 3 bytes: 'sw1'",
        '\tCapability (0x04), value length: 4 bytes: (0x00000028): L2 Switch, IGMP snooping',
      ],
    },
  },
]);
