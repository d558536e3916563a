import { concat, cut, hex, llc } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('ES-IS', [
  {
    title: 'the hello of an end system',
    frame: llc(concat(hex('fefe03'), hex('82 16 01 00 02 012c 0000 02 05 4900010203 05 4900010204'))),
    lines: {
      '': 'ES-IS, ESH, length 22',
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
  },
  {
    title: 'the hello of an intermediate system, with options',
    frame: llc(
      concat(hex('fefe03'), hex('82 1e 01 00 04 012c 0000 05 4900010203 c6 02 0258 c6 01 02 c3 01 05 81 02 81cc')),
    ),
    lines: {
      '': 'ES-IS length indicator(30) > PDU size (29)!',
      '-v': 'ES-IS length indicator(30) > PDU size (29)!',
    },
  },
  {
    title: 'options shown a second time',
    frame: llc(concat(hex('fefe03'), hex('82 13 01 00 04 012c 0000 05 4900010203 c6 02 0258'))),
    lines: {
      '-vv': [
        'ES-IS, length 19',
        '\tISH (4), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 19',
        '\t0x0000:  8213 0100 0401 2c00 00',
        '\t  NET (length: 5): 49.0001.0203',
        '\t  ES Configuration Time Option #198, length 2, value: 600s',
        '\t  0x0000:  0258',
      ],
    },
  },
  {
    title: 'a redirect that is cut in its last length',
    frame: llc(concat(hex('fefe03'), hex('82 15 01 00 06 012c 0000 05 4900010203 05 0200000001'))),
    lines: {
      '-v': [
        'ES-IS, length 21',
        '\tredirect (6), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 21',
        '\t  49.0001.0203 [|esis]',
      ],
    },
  },
  {
    title: 'a type that is not known',
    frame: llc(concat(hex('fefe03'), hex('82 0b 01 00 07 012c 0000 0102'))),
    lines: {
      '': 'ES-IS, unknown type (7), length 11',
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
  },
  {
    title: 'a right checksum',
    frame: llc(concat(hex('fefe03'), hex('82 10 01 00 02 012c 1234 01 05 4900010203'))),
    lines: {
      '-v': [
        'ES-IS, length 16',
        '\tESH (2), v: 1, checksum: 0x1234 (incorrect should be 0x1fc8), holding time: 300s, length indicator: 16',
        '\t  Number of Source Addresses: 1',
        '\t  NET (length: 5): 49.0001.0203',
      ],
    },
  },
  {
    title: 'a version that is not known',
    frame: llc(concat(hex('fefe03'), hex('82 10 02 00 02 012c 0000'))),
    lines: {
      '': 'ES-IS version 2 packet not supported',
    },
  },
  {
    title: 'a header longer than the packet',
    frame: llc(concat(hex('fefe03'), hex('82 10 01 00 02 012c 0000'))),
    lines: {
      '': 'ES-IS length indicator(16) > PDU size (9)!',
    },
  },
  {
    title: 'a header shorter than any',
    frame: llc(concat(hex('fefe03'), hex('82 0a 01 00 02 012c 0000 abcd'))),
    lines: {
      '': 'ES-IS length indicator 10 < min PDU size:820A010002012C0000ABCD',
    },
  },
  {
    title: 'no header',
    frame: llc(concat(hex('fefe03'), hex('82 0a'))),
    lines: {
      '': 'ES-ISno header at all!',
      '-q': 'ES-ISbad pkt!',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 5: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID ES-IS (0x82): no header at all!',
    },
  },
  {
    title: 'an address longer than the header',
    frame: llc(concat(hex('fefe03'), hex('82 0d 01 00 02 012c 0000 01 05 4900010203'))),
    lines: {
      '-v': [
        'ES-IS, length 16',
        '\tESH (2), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 13',
        '\t  Number of Source Addresses: 1, bad esh/li',
      ],
    },
  },
  {
    title: 'fewer addresses than are told',
    frame: llc(concat(hex('fefe03'), hex('82 10 01 00 02 012c 0000 02 05 4900010203 00'))),
    lines: {
      '-v': [
        'ES-IS, length 17',
        '\tESH (2), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 16',
        '\t  Number of Source Addresses: 2',
        '\t  NET (length: 5): 49.0001.0203, bad esh/li',
      ],
    },
  },
  {
    title: 'an option longer than the header',
    frame: llc(concat(hex('fefe03'), hex('82 11 01 00 04 012c 0000 05 4900010203 c6 02 0258'))),
    lines: {
      '-v': [
        'ES-IS, length 19',
        '\tISH (4), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 17',
        '\t  NET (length: 5): 49.0001.0203, opt (198) too long',
      ],
    },
  },
  {
    title: 'an option cut in its head',
    frame: llc(concat(hex('fefe03'), hex('82 10 01 00 04 012c 0000 05 4900010203 c6'))),
    lines: {
      '-v': [
        'ES-IS, length 16',
        '\tISH (4), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 16',
        '\t  NET (length: 5): 49.0001.0203, bad opts/li',
      ],
    },
  },
  {
    title: 'a cut header',
    frame: cut(llc(concat(hex('fefe03'), hex('82 16 01 00 02 012c 0000 02 05 4900010203 05 4900010204'))), 30),
    length: 39,
    lines: {
      '': 'ES-IS, ESH, length 22',
      '-v': [
        'ES-IS, length 22',
        '\tESH (2), v: 1, checksum: 0x0000 (unverified), holding time: 300s, length indicator: 22',
        '\t  Number of Source Addresses: 2 [|esis]',
      ],
    },
  },
]);
