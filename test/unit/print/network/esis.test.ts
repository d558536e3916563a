import { esis } from '../fixtures/esis';
import { describeFixtures } from '../modes';

describeFixtures('ES-IS', esis, {
  'the hello of an end system': {
    '-v': [
      'ES-IS, length 22',
      '\tESH (2), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 22',
      '\t  Number of Source Addresses: 2',
      '\t  NET (length: 5): 49.0001.0203',
      '\t  NET (length: 5): 49.0001.0204',
    ],
    '-vv': [
      'ES-IS, length 22',
      '\tESH (2), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 22',
      '\t0x0000:  8216 0100 0201 2c00 00',
      '\t  Number of Source Addresses: 2',
      '\t  NET (length: 5): 49.0001.0203',
      '\t  NET (length: 5): 49.0001.0204',
    ],
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 25: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID ES-IS (0x82): ESH, length 22',
  },
  'the hello of an intermediate system, with options': {
    '-v': 'ES-IS length indicator(30) > PDU size (29)!',
  },
  'options shown a second time': {
    '-vv': [
      'ES-IS, length 19',
      '\tISH (4), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 19',
      '\t0x0000:  8213 0100 0401 2c00 00',
      '\t  NET (length: 5): 49.0001.0203',
      '\t  ES Configuration Time Option #198, length 2, value: 600s',
      '\t  0x0000:  0258',
    ],
  },
  'a redirect that is cut in its last length': {
    '-v': [
      'ES-IS, length 21',
      '\tredirect (6), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 21',
      '\t  49.0001.0203 [|esis]',
    ],
  },
  'a type that is not known': {
    '-v': [
      'ES-IS, length 11',
      '\tunknown type: 7 (7), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 11',
      '\t  0x0000:  0102',
    ],
    '-vv': [
      'ES-IS, length 11',
      '\tunknown type: 7 (7), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 11',
      '\t0x0000:  820b 0100 0701 2c00 00',
    ],
  },
  'a right checksum': {
    '-v': [
      'ES-IS, length 16',
      '\tESH (2), v: 1, checksum: 0x1234 (incorrect should be 0x1fc8), holding time: 300s, length indicator: 16',
      '\t  Number of Source Addresses: 1',
      '\t  NET (length: 5): 49.0001.0203',
    ],
  },
  'no header': {
    '-q': 'ES-ISbad pkt!',
    '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 5: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID ES-IS (0x82): no header at all!',
  },
  'an address longer than the header': {
    '-v': [
      'ES-IS, length 16',
      '\tESH (2), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 13',
      '\t  Number of Source Addresses: 1, bad esh/li',
    ],
  },
  'fewer addresses than are told': {
    '-v': [
      'ES-IS, length 17',
      '\tESH (2), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 16',
      '\t  Number of Source Addresses: 2',
      '\t  NET (length: 5): 49.0001.0203, bad esh/li',
    ],
  },
  'an option longer than the header': {
    '-v': [
      'ES-IS, length 19',
      '\tISH (4), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 17',
      '\t  NET (length: 5): 49.0001.0203, opt (198) too long',
    ],
  },
  'an option cut in its head': {
    '-v': [
      'ES-IS, length 16',
      '\tISH (4), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 16',
      '\t  NET (length: 5): 49.0001.0203, bad opts/li',
    ],
  },
  'a cut header': {
    '-v': [
      'ES-IS, length 22',
      '\tESH (2), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 22',
      '\t  Number of Source Addresses: 2 [|esis]',
    ],
  },
});
