import { cdpValues } from '../fixtures/cdp-values';
import { describeFixtures } from '../modes';

describeFixtures('CDP', cdpValues, {
  'a switch': {
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
  'addresses of several protocols': {
    '-v': [
      'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 65',
      '\tManagement Addresses (0x16), value length: 48 bytes: IPv4 (3) 192.0.2.1 IPv6 (2) 2001:db8::1 pt=0x01, pl=1, pb= 81, al=2, a= 49 01',
      '\tAddress (0x02), value length: 5 bytes:  (1 bytes of stray data)',
    ],
  },
  'addresses that are not all there': {
    '-v': [
      'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 59',
      '\tAddress (0x02), value length: 3 bytes:  (not enough space for num)',
      '\tAddress (0x02), value length: 5 bytes:  (not enough space for PT+PL)',
      '\tAddress (0x02), value length: 7 bytes:  (not enough space for P+AL)',
      '\tAddress (0x02), value length: 10 bytes:  (not enough space for A)',
      '\tAddress (0x02), value length: 10 bytes: pt=0x03, pl=1, pb= cc, al=4, a= (not enough space for A)',
    ],
  },
  prefixes: {
    '-v': [
      'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 25',
      '\tPrefixes (0x07), value length: 10 bytes:  IPv4 Prefixes (2): 10.0.0.0/8 192.0.2.0/24',
      '\tPrefixes (0x07), value length: 3 bytes:  [length 3 is not a multiple of 5]',
    ],
  },
  'telephones and power': {
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
  'a power that ends with a half': {
    '-v': [
      'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 22',
      '\tpower consumption (0x10), value length: 2 bytes: 6.01W',
      '\tpower consumption (0x10), value length: 2 bytes: 6.01W',
      '\tpower consumption (0x10), value length: 2 bytes: 15.01W',
    ],
  },
  'values that do not fit': {
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
  'a value too short to be one': {
    '-v': [
      'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 8',
      '\tPort-ID (0x03), TLV length: 3 bytes (too short) (invalid)',
    ],
  },
  'a value longer than the message': {
    '-v': 'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 9 (TLV length 9 > 5) (invalid)',
  },
  'some bytes left over': {
    '-v': [
      'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 13',
      "\tDevice-ID (0x01), value length: 3 bytes: 'sw1' (remaining packet length 2 < 4) (invalid)",
    ],
  },
  'a message shorter than its header': {
    '-v': ' (packet length 2 < 4) (invalid)',
  },
  'a cut message': {
    '-v': [
      'CDPv2, ttl: 180s, checksum: 0x1234 (unverified), length 19',
      "\tDevice-ID (0x01), value length: 3 bytes: 'sw1'",
      '\tCapability (0x04), value length: 4 bytes: (0x00000028): L2 Switch, IGMP snooping',
    ],
  },
});
