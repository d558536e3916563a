import { rsvp } from '../fixtures/rsvp';
import { describeFixtures } from '../modes';

describeFixtures('RSVP that is odd', rsvp, {
  'an unknown message type': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 32)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 unknown, type: 99 Message (99), Flags: [Refresh reduction capable], length: 12, ttl: 64, checksum: 0x0000',
      '\t    0x0000:  0102 0304',
    ],
  },
  'an object length that is no multiple of 4': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 36)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 16, ttl: 64, checksum: 0x0000',
      '\t  ERROR: object header size 5 not a multiple of 4',
    ],
  },
  'an object of length 0': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 36)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 16, ttl: 64, checksum: 0x0000',
      '\t  ERROR: object header too short 0 < 4',
    ],
  },
  'an object too short for what it is': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 32)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 12, ttl: 64, checksum: 0x0000',
      '\t  Time Values Object (5) Flags: [reject if unknown], Class-Type: 1 (1), length: 4',
      '\t  ERROR: object is too short',
    ],
  },
  'an object longer than its message': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 36)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 16, ttl: 64, checksum: 0x0000',
      '\t  Time Values Object (5) Flags: [reject if unknown], Class-Type: 1 (1), length: 16',
      '\t  ERROR: object goes past end of objects TLV',
    ],
  },
  'a route with a hop of length 0': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 56)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 36, ttl: 64, checksum: 0x0000',
      '\t  ERO Object (20) Flags: [reject if unknown], Class-Type: IPv4 (1), length: 8',
      '\t    Subobject Type: IPv4 prefix, length 0',
      '\t    ERROR: zero length ERO subtype',
      '\t  ERO Object (20) Flags: [reject if unknown], Class-Type: IPv4 (1), length: 12',
      '\t    Subobject Type: IPv4 prefix, length 8 ERROR: Prefix length 24 != 32 (invalid)',
    ],
  },
  'a route with a hop of a wrong length': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 44)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 24, ttl: 64, checksum: 0x0000',
      '\t  RRO Object (21) Flags: [reject if unknown], Class-Type: IPv4 (1), length: 8',
      '\t    Subobject Type: IPv4 prefix, length 16',
      '\t    ERROR: ERO subobject length > object length',
      '\t  RRO Object (21) Flags: [reject if unknown], Class-Type: IPv4 (1), length: 8',
      '\t    Subobject Type: Label, length 4 ERROR: length != 8 (invalid)',
    ],
  },
  'a session name longer than its object': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 40)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 20, ttl: 64, checksum: 0x0000',
      '\t  Session Attribute Object (207) Flags: [ignore and forward if unknown], Class-Type: Tunnel IPv4 (7), length: 12',
      '\t  ERROR: object is too short',
    ],
  },
  'subobjects that are too short': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 36)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 16, ttl: 64, checksum: 0x0000',
      '\t  Generalized UNI Object (229) Flags: [ignore and forward if unknown], Class-Type: 1 (1), length: 8',
      '\t    Subobject Type: Source TNA address (1), AF: IPv4 (1), length: 4',
      '\t  ERROR: sub-object is too short',
    ],
  },
  'a subobject of length 0': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 36)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 16, ttl: 64, checksum: 0x0000',
      '\t  Generalized UNI Object (229) Flags: [ignore and forward if unknown], Class-Type: 1 (1), length: 8',
      '\t    Subobject Type: Source TNA address (1), AF: IPv4 (1), length: 0 (invalid)',
    ],
  },
  'a property of length 0': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 40)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 20, ttl: 64, checksum: 0x0000',
      '\t  Properties Object (204) Flags: [ignore and forward if unknown], Class-Type: 1 (1), length: 12',
      '\t    TLV count: 1, padding bytes: 0',
      '\t      Cos TLV (0x01), length: 0',
      '\t  ERROR: property TLV is too short',
    ],
  },
  'a message longer than its bundle': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 36)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Bundle Message (12), Flags: [Refresh reduction capable], length: 16, ttl: 64, checksum: 0x0000',
      '\t  RSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 16, ttl: 64, checksum: 0x0000ERROR: common header too large 16 > 8',
    ],
  },
  'an unknown version': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 28)',
      '    192.0.2.1 > 192.0.2.2: ERROR: RSVP version 2 packet not supported',
    ],
  },
  'a message shorter than its header': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 28)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 4, ttl: 64, checksum: 0x0000ERROR: common header too short 4 < 8',
    ],
  },
  'a message that was cut': {
    '-v': [
      'IP truncated-ip - 4 bytes missing! (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto RSVP (46), length 44)',
      '    192.0.2.1 > 192.0.2.2: ',
      '\tRSVPv1 Path Message (1), Flags: [Refresh reduction capable], length: 24, ttl: 64, checksum: 0x0000',
      '\t  Time Values Object (5) Flags: [reject if unknown], Class-Type: 1 (1), length: 8',
      '\t    Refresh Period: 30000ms [|rsvp]',
    ],
  },
});
