import { dtp } from '../fixtures/dtp';
import { describeFixtures } from '../modes';

describeFixtures('DTP', dtp, {
  'an offer': {
    '-v': [
      'DTPv1, length 29',
      '\tDomain (0x0001) TLV, length 8, Lab1',
      '\tStatus (0x0002) TLV, length 5, 0x3',
      '\tDTP type (0x0003) TLV, length 5, 0xa5',
      '\tNeighbor (0x0004) TLV, length 10, 02:00:00:00:00:01',
    ],
  },
  'a domain padded with zeros': {
    '-v': ['DTPv1, length 19', '\tDomain (0x0001) TLV, length 8, Lab', '\tStatus (0x0002) TLV, length 5, 0x81'],
  },
  'a value of a kind that is not known': {
    '-v': ['DTPv1, length 7', '\tUnknown (0x0009) TLV, length 6'],
  },
  'a value too short to be one': {
    '-v': ['DTPv1, length 7', '\tUnknown (0x0009) TLV, length 3[invalid TLV length 3] (invalid)'],
  },
  'a value longer than the message': {
    '-v': ['DTPv1, length 7', '\tUnknown (0x0009) TLV, length 7[invalid TLV length 7] (invalid)'],
  },
  'a status of two bytes': {
    '-v': ['DTPv1, length 7', '\tStatus (0x0002) TLV, length 6 (invalid)'],
  },
  'a neighbor of two bytes': {
    '-v': ['DTPv1, length 7', '\tNeighbor (0x0004) TLV, length 6 (invalid)'],
  },
  'some bytes left over': {
    '-v': ['DTPv1, length 8', '\tStatus (0x0002) TLV, length 5, 0x3[2 bytes remaining] (invalid)'],
  },
  'no bytes': {
    '-v': '[zero packet length] (invalid)',
  },
  'a cut offer': {
    '-v': ['DTPv1, length 19', '\tDomain (0x0001) TLV, length 8, Lab1', '\tNeighbor (0x0004) TLV, length 10 [|dtp]'],
  },
});
