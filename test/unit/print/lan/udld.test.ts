import { concat, cut, hex, llc, text } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('UDLD', [
  {
    title: 'a probe',
    frame: llc(
      concat(
        hex('aaaa03 00000c 0111'),
        hex('21 03 1234 0001 0009'),
        text('CAT01'),
        hex('0002 0009'),
        text('Gi0/1'),
        hex('0003 0008 00000000 0004 0005 07 0005 0005 05 0006 0006'),
        text('s1'),
        hex('0007 0008 0000002a'),
      ),
    ),
    lines: {
      '': 'UDLDv1, Code Probe message (1), Flags [RT, RSY] (0x03), length 54',
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
  },
  {
    title: 'an echo',
    frame: llc(concat(hex('aaaa03 00000c 0111'), hex('22 00 0000 0003 0010 00000001 0005'), text('CAT01'), hex('01'))),
    lines: {
      '': 'UDLDv1, Code Echo message (2), Flags [none] (0x00), length 20',
      '-v': [
        'UDLDv1, Code Echo message (2), Flags [none] (0x00), length 20',
        '\tChecksum 0x0000 (unverified)',
        '\tEcho TLV (0x0003) TLV, length 16, ^@^@^@^A^@^ECAT01^A',
      ],
    },
  },
  {
    title: 'a flush with flags that are not known',
    frame: llc(concat(hex('aaaa03 00000c 0111'), hex('23 fc 0000 0009 0006 0001'))),
    lines: {
      '': 'UDLDv1, Code Flush message (3), Flags [MBZ-2, MBZ-3, MBZ-4, MBZ-5, MBZ-6, MBZ-7] (0xfc), length 10',
      '-v': [
        'UDLDv1, Code Flush message (3), Flags [MBZ-2, MBZ-3, MBZ-4, MBZ-5, MBZ-6, MBZ-7] (0xfc), length 10',
        '\tChecksum 0x0000 (unverified)',
        '\tUnknown (0x0009) TLV, length 6',
      ],
    },
  },
  {
    title: 'a code that is not known',
    frame: llc(concat(hex('aaaa03 00000c 0111'), hex('25 00 0000'))),
    lines: {
      '': 'UDLDv1, Code Reserved (5), Flags [none] (0x00), length 4',
      '-v': ['UDLDv1, Code Reserved (5), Flags [none] (0x00), length 4', '\tChecksum 0x0000 (unverified)'],
    },
  },
  {
    title: 'a message shorter than its header',
    frame: llc(concat(hex('aaaa03 00000c 0111'), hex('21 00'))),
    lines: {
      '': ' (invalid)',
      '-v': ' (invalid)',
    },
  },
  {
    title: 'a value of no bytes',
    frame: llc(concat(hex('aaaa03 00000c 0111'), hex('21 00 0000 0001 0004 0001 0005 41'))),
    lines: {
      '': 'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 13',
      '-v': [
        'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 13',
        '\tChecksum 0x0000 (unverified)',
        '\tDevice-ID TLV (0x0001) TLV, length 4 (invalid)',
      ],
    },
  },
  {
    title: 'a value longer than the message',
    frame: llc(concat(hex('aaaa03 00000c 0111'), hex('21 00 0000 0001 0006 41'))),
    lines: {
      '': 'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 9',
      '-v': [
        'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 9',
        '\tChecksum 0x0000 (unverified)',
        '\tDevice-ID TLV (0x0001) TLV, length 6 (invalid)',
      ],
    },
  },
  {
    title: 'an interval of two bytes',
    frame: llc(concat(hex('aaaa03 00000c 0111'), hex('21 00 0000 0004 0006 0102'))),
    lines: {
      '': 'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 10',
      '-v': [
        'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 10',
        '\tChecksum 0x0000 (unverified)',
        '\tMessage Interval TLV (0x0004) TLV, length 6 (invalid)',
      ],
    },
  },
  {
    title: 'a sequence number of two bytes',
    frame: llc(concat(hex('aaaa03 00000c 0111'), hex('21 00 0000 0007 0006 0102'))),
    lines: {
      '': 'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 10',
      '-v': [
        'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 10',
        '\tChecksum 0x0000 (unverified)',
        '\tSequence Number TLV (0x0007) TLV, length 6 (invalid)',
      ],
    },
  },
  {
    title: 'some bytes left over',
    frame: llc(concat(hex('aaaa03 00000c 0111'), hex('21 00 0000 0004 0005 07 0102'))),
    lines: {
      '': 'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 11',
      '-v': [
        'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 11',
        '\tChecksum 0x0000 (unverified)',
        '\tMessage Interval TLV (0x0004) TLV, length 5, 7s (invalid)',
      ],
    },
  },
  {
    title: 'a cut probe',
    frame: cut(llc(concat(hex('aaaa03 00000c 0111 21 00 0000 0001 0009'), text('CAT01'))), 32),
    length: 35,
    lines: {
      '': 'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 13 [|udld]',
      '-v': [
        'UDLDv1, Code Probe message (1), Flags [none] (0x00), length 13',
        '\tChecksum 0x0000 (unverified)',
        '\tDevice-ID TLV (0x0001) TLV, length 9, CA [|udld]',
      ],
    },
  },
]);
