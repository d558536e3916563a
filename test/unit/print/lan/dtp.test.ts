import { concat, cut, hex, llc, text } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('DTP', [
  {
    title: 'an offer',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2004'),
        hex('01 0001 0008'),
        text('Lab1'),
        hex('0002 0005 03 0003 0005 a5 0004 000a 020000000001'),
      ),
    ),
    lines: {
      '': 'DTPv1, length 29',
      '-v': [
        'DTPv1, length 29',
        '\tDomain (0x0001) TLV, length 8, Lab1',
        '\tStatus (0x0002) TLV, length 5, 0x3',
        '\tDTP type (0x0003) TLV, length 5, 0xa5',
        '\tNeighbor (0x0004) TLV, length 10, 02:00:00:00:00:01',
      ],
    },
  },
  {
    title: 'a domain padded with zeros',
    frame: llc(
      concat(hex('aaaa03 00000c 2004'), hex('01 0001 0008'), text('Lab'), hex('00 0002 0005 81 0000 0000 00')),
    ),
    lines: {
      '': 'DTPv1, length 19',
      '-v': ['DTPv1, length 19', '\tDomain (0x0001) TLV, length 8, Lab', '\tStatus (0x0002) TLV, length 5, 0x81'],
    },
  },
  {
    title: 'a value of a kind that is not known',
    frame: llc(concat(hex('aaaa03 00000c 2004'), hex('01 0009 0006 abcd'))),
    lines: {
      '': 'DTPv1, length 7',
      '-v': ['DTPv1, length 7', '\tUnknown (0x0009) TLV, length 6'],
    },
  },
  {
    title: 'a value too short to be one',
    frame: llc(concat(hex('aaaa03 00000c 2004'), hex('01 0009 0003 abcd'))),
    lines: {
      '': 'DTPv1, length 7',
      '-v': ['DTPv1, length 7', '\tUnknown (0x0009) TLV, length 3[invalid TLV length 3] (invalid)'],
    },
  },
  {
    title: 'a value longer than the message',
    frame: llc(concat(hex('aaaa03 00000c 2004'), hex('01 0009 0007 abcd'))),
    lines: {
      '': 'DTPv1, length 7',
      '-v': ['DTPv1, length 7', '\tUnknown (0x0009) TLV, length 7[invalid TLV length 7] (invalid)'],
    },
  },
  {
    title: 'a status of two bytes',
    frame: llc(concat(hex('aaaa03 00000c 2004'), hex('01 0002 0006 abcd'))),
    lines: {
      '': 'DTPv1, length 7',
      '-v': ['DTPv1, length 7', '\tStatus (0x0002) TLV, length 6 (invalid)'],
    },
  },
  {
    title: 'a neighbor of two bytes',
    frame: llc(concat(hex('aaaa03 00000c 2004'), hex('01 0004 0006 abcd'))),
    lines: {
      '': 'DTPv1, length 7',
      '-v': ['DTPv1, length 7', '\tNeighbor (0x0004) TLV, length 6 (invalid)'],
    },
  },
  {
    title: 'some bytes left over',
    frame: llc(concat(hex('aaaa03 00000c 2004'), hex('01 0002 0005 03 0000'))),
    lines: {
      '': 'DTPv1, length 8',
      '-v': ['DTPv1, length 8', '\tStatus (0x0002) TLV, length 5, 0x3[2 bytes remaining] (invalid)'],
    },
  },
  {
    title: 'no bytes',
    frame: llc(concat(hex('aaaa03 00000c 2004'), hex(''))),
    lines: {
      '': '[zero packet length] (invalid)',
      '-v': '[zero packet length] (invalid)',
    },
  },
  {
    title: 'a cut offer',
    frame: cut(llc(concat(hex('aaaa03 00000c 2004 01 0001 0008'), text('Lab1'), hex('0004 000a 020000000001'))), 40),
    length: 44,
    lines: {
      '': 'DTPv1, length 19',
      '-v': ['DTPv1, length 19', '\tDomain (0x0001) TLV, length 8, Lab1', '\tNeighbor (0x0004) TLV, length 10 [|dtp]'],
    },
  },
]);
