import { udld } from '../fixtures/udld';
import { describeFixtures } from '../modes';

describeFixtures('UDLD', udld, {
  'a probe': {
    '-v': [
      'UDLDv1, Code Probe message (1), Flags [RT, RSY] (0x03), length 54',
      '\tChecksum 0x1234 (unverified)',
      '\tDevice-ID TLV (0x0001) TLV, length 9, CAT01',
      '\tPort-ID TLV (0x0002) TLV, length 9, Gi0/1',
      '\tEcho TLV (0x0003) TLV, length 8, ^@^@^@^@',
      '\tMessage Interval TLV (0x0004) TLV, length 5, 7s',
      '\tTimeout Interval TLV (0x0005) TLV, length 5, 5s',
      '\tDevice Name TLV (0x0006) TLV, length 6, s1',
      '\tSequence Number TLV (0x0007) TLV, length 8, 42',
    ],
  },
  'an echo': {
    '-v': [
      'UDLDv1, Code Echo message (2), Flags [none] (0x00), length 20',
      '\tChecksum 0x0000 (unverified)',
      '\tEcho TLV (0x0003) TLV, length 16, ^@^@^@^A^@^ECAT01^A',
    ],
  },
  'a flush with flags that are not known': {
    '-v': [
      'UDLDv1, Code Flush message (3), Flags [MBZ-2, MBZ-3, MBZ-4, MBZ-5, MBZ-6, MBZ-7] (0xfc), length 10',
      '\tChecksum 0x0000 (unverified)',
      '\tUnknown (0x0009) TLV, length 6',
    ],
  },
  'a code that is not known': {
    '-v': ['UDLDv1, Code Reserved (5), Flags [none] (0x00), length 4', '\tChecksum 0x0000 (unverified)'],
  },
  'a message shorter than its header': {
    '-v': ' (invalid)',
  },
  'a value of no bytes': {
    '-v': [
      'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 13',
      '\tChecksum 0x0000 (unverified)',
      '\tDevice-ID TLV (0x0001) TLV, length 4 (invalid)',
    ],
  },
  'a value longer than the message': {
    '-v': [
      'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 9',
      '\tChecksum 0x0000 (unverified)',
      '\tDevice-ID TLV (0x0001) TLV, length 6 (invalid)',
    ],
  },
  'an interval of two bytes': {
    '-v': [
      'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 10',
      '\tChecksum 0x0000 (unverified)',
      '\tMessage Interval TLV (0x0004) TLV, length 6 (invalid)',
    ],
  },
  'a sequence number of two bytes': {
    '-v': [
      'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 10',
      '\tChecksum 0x0000 (unverified)',
      '\tSequence Number TLV (0x0007) TLV, length 6 (invalid)',
    ],
  },
  'some bytes left over': {
    '-v': [
      'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 11',
      '\tChecksum 0x0000 (unverified)',
      '\tMessage Interval TLV (0x0004) TLV, length 5, 7s (invalid)',
    ],
  },
  'a cut probe': {
    '-v': [
      'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 13',
      '\tChecksum 0x0000 (unverified)',
      '\tDevice-ID TLV (0x0001) TLV, length 9, CA [|udld]',
    ],
  },
});
