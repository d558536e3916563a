import { concat, cut, hex, llc } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('CLNP', [
  {
    title: 'data',
    frame: llc(concat(hex('fefe03'), hex('81 15 01 3f 1c 0020 0000 05 4900010203 05 4900010204 01020304'))),
    lines: {
      '': 'CLNP, 49.0001.0204 > 49.0001.0203, Data, length 25',
      '-v': [
        'CLNP, length 25',
        '\tData PDU, hlen: 21, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
        '\t  undecoded non-header data, length 4',
        '\t  0x0000:  0102 0304',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 28: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID CLNP (0x81): 49.0001.0204 > 49.0001.0203, Data, length 25',
      '-vv': [
        'CLNP, length 25',
        '\tData PDU, hlen: 21, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
        '\t  undecoded non-header data, length 4',
        '\t  0x0000:  0102 0304',
      ],
    },
  },
  {
    title: 'data that may be segmented, with options',
    frame: llc(
      concat(
        hex('fefe03'),
        hex(
          '81 3c 01 3f fc 0020 0000 05 4900010203 05 4900010204 0001 0002 0020 cd 01 07 c3 01 c5 c3 01 40 c5 02 c0 03 cc 02 0000 c1 01 a0 c1 01 20 c8 06 00 03 03 490001 01 02 0102 01020304',
        ),
      ),
    ),
    lines: {
      '-v': [
        'CLNP, length 66',
        '\tData PDU, hlen: 60, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [Segmentation permitted, more Segments, request Error Report]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
        '\tData Unit ID: 0x0001, Segment Offset: 2, Total PDU Length: 32',
        '\t  Priority Option #205, length 1, value: 0x7',
        '\t  QoS Maintenance Option #195, length 1, value: ',
        '\t    Format Code: Globally unique',
        '\t    QoS Flags [delay vs. cost, error vs. cost]',
        '\t  QoS Maintenance Option #195, length 1, value: ',
        '\t    Format Code: Source Address Specific',
        '\t  Security Option #197, length 2, value: ',
        '\t    Format Code: Globally unique, Security-Level 3',
        '\t  Padding Option #204, length 2, value: padding data',
        '\t  Discard Reason Option #193, length 1, value: ',
        '\t    Class: Lifetime Error (0xa), Lifetime expired while data unit in transit (0x0)',
        '\t  Discard Reason Option #193, length 1, value: ',
        '\t    Class: Unknown Error (0x2), Unknown (0x0)',
        '\t  Source Routing Option #200, length 6, value: partial source routing',
        '\t    NSAP address (length 3): 49.0001, opt (1) too long',
        '\t0x0000:  813c 013f fc00 2000 0005 4900 0102 0305',
        '\t0x0010:  4900 0102 0400 0100 0200 20cd 0107 c301',
        '\t0x0020:  c5c3 0140 c502 c003 cc02 0000 c101 a0c1',
        '\t0x0030:  0120 c806 0003 0349 0001 0102 0102 0102',
        '\t0x0040:  0304',
      ],
      '-vv': [
        'CLNP, length 66',
        '\tData PDU, hlen: 60, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [Segmentation permitted, more Segments, request Error Report]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
        '\tData Unit ID: 0x0001, Segment Offset: 2, Total PDU Length: 32',
        '\t  Priority Option #205, length 1, value: 0x7',
        '\t  0x0000:  07',
        '\t  QoS Maintenance Option #195, length 1, value: ',
        '\t    Format Code: Globally unique',
        '\t    QoS Flags [delay vs. cost, error vs. cost]',
        '\t  0x0000:  c5',
        '\t  QoS Maintenance Option #195, length 1, value: ',
        '\t    Format Code: Source Address Specific',
        '\t  0x0000:  40',
        '\t  Security Option #197, length 2, value: ',
        '\t    Format Code: Globally unique, Security-Level 3',
        '\t  0x0000:  c003',
        '\t  Padding Option #204, length 2, value: padding data',
        '\t  0x0000:  0000',
        '\t  Discard Reason Option #193, length 1, value: ',
        '\t    Class: Lifetime Error (0xa), Lifetime expired while data unit in transit (0x0)',
        '\t  0x0000:  a0',
        '\t  Discard Reason Option #193, length 1, value: ',
        '\t    Class: Unknown Error (0x2), Unknown (0x0)',
        '\t  0x0000:  20',
        '\t  Source Routing Option #200, length 6, value: partial source routing',
        '\t    NSAP address (length 3): 49.0001',
        '\t  0x0000:  0003 0349 0001, opt (1) too long',
        '\t0x0000:  813c 013f fc00 2000 0005 4900 0102 0305',
        '\t0x0010:  4900 0102 0400 0100 0200 20cd 0107 c301',
        '\t0x0020:  c5c3 0140 c502 c003 cc02 0000 c101 a0c1',
        '\t0x0030:  0120 c806 0003 0349 0001 0102 0102 0102',
        '\t0x0040:  0304',
      ],
    },
  },
  {
    title: 'an error report with the packet',
    frame: llc(
      concat(
        hex('fefe03'),
        hex(
          '81 18 01 3f 01 0020 0000 05 4900010203 05 4900010204 c1 01 81 81 15 01 3f 1c 0020 1234 05 4900010203 05 4900010204',
        ),
      ),
    ),
    lines: {
      '-v': [
        'CLNP, length 45',
        '\tError Report PDU, hlen: 24, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
        '\t  Discard Reason Option #193, length 1, value: ',
        '\t    Class: Address Error (0x8), Destination address unknown (0x1)',
        '\t-----original packet-----',
        '\tCLNP, length 21',
        '\tData PDU, hlen: 21, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x1234 (incorrect should be 0xe260)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
      ],
    },
  },
  {
    title: 'an echo request',
    frame: llc(concat(hex('fefe03'), hex('81 15 01 3f 1e 0020 0000 05 4900010203 05 4900010204 '))),
    lines: {
      '': 'CLNP, 49.0001.0204 > 49.0001.0203, Echo Request, length 21',
      '-v': [
        'CLNP, length 21',
        '\tEcho Request PDU, hlen: 21, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
      ],
    },
  },
  {
    title: 'an echo response without a packet',
    frame: llc(concat(hex('fefe03'), hex('81 15 01 3f 1f 0020 0000 05 4900010203 05 4900010204 0102'))),
    lines: {
      '': 'CLNP, 49.0001.0204 > 49.0001.0203, Echo Response, length 23',
      '-v': [
        'CLNP, length 23',
        '\tEcho Response PDU, hlen: 21, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
        '\t  undecoded non-header data, length 2',
        '\t  0x0000:  0102',
      ],
    },
  },
  {
    title: 'a type that is not known',
    frame: llc(concat(hex('fefe03'), hex('81 15 01 3f 03 0020 0000 05 4900010203 05 4900010204 0102'))),
    lines: {
      '': 'CLNP, 49.0001.0204 > 49.0001.0203, unknown (3), length 23',
      '-v': [
        'CLNP, length 23',
        '\tunknown (3) PDU, hlen: 21, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
        '\t  undecoded non-header data, length 2',
        '\t  0x0000:  0102',
      ],
    },
  },
  {
    title: 'a right checksum',
    frame: llc(concat(hex('fefe03'), hex('81 15 01 3f 1c 0020 7fe0 05 4900010203 05 4900010204'))),
    lines: {
      '-v': [
        'CLNP, length 21',
        '\tData PDU, hlen: 21, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x7fe0 (incorrect should be 0xe260)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
      ],
    },
  },
  {
    title: 'a version that is not known',
    frame: llc(concat(hex('fefe03'), hex('81 15 02 3f 1c 0020 0000'))),
    lines: {
      '': ['CLNPversion 2 packet not supported', '\t0x0000:  8115 023f 1c00 2000 00'],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 12: LLC, dsap OSI (0xfe) Individual, ssap OSI (0xfe) Command, ctrl 0x03: OSI NLPID CLNP (0x81): version 2 packet not supported',
        '\t0x0000:  8115 023f 1c00 2000 00',
      ],
    },
  },
  {
    title: 'a header longer than the packet',
    frame: llc(concat(hex('fefe03'), hex('81 15 01 3f 1c 0020 0000'))),
    lines: {
      '': ['CLNP length indicator(21) > PDU size (9)!', '\t0x0000:  8115 013f 1c00 2000 00'],
    },
  },
  {
    title: 'a header shorter than any',
    frame: llc(concat(hex('fefe03'), hex('81 08 01 3f 1c 0020 0000 abcdef'))),
    lines: {
      '': [
        'CLNP length indicator 8 < min PDU size:8108013F1C00200000ABCDEF',
        '\t0x0000:  8108 013f 1c00 2000 00ab cdef',
      ],
    },
  },
  {
    title: 'a header without addresses',
    frame: llc(concat(hex('fefe03'), hex('81 09 01 3f 1c 0020 0000'))),
    lines: {
      '': ['CLNPli < size of fixed part of CLNP header and addresses', '\t0x0000:  8109 013f 1c00 2000 00'],
    },
  },
  {
    title: 'an address longer than the header',
    frame: llc(concat(hex('fefe03'), hex('81 0c 01 3f 1c 0020 0000 05 4900'))),
    lines: {
      '': ['CLNPli < size of fixed part of CLNP header and addresses', '\t0x0000:  810c 013f 1c00 2000 0005 4900'],
    },
  },
  {
    title: 'a second address longer than the header',
    frame: llc(concat(hex('fefe03'), hex('81 0e 01 3f 1c 0020 0000 01 49 05 4900'))),
    lines: {
      '': ['CLNPli < size of fixed part of CLNP header and addresses', '\t0x0000:  810e 013f 1c00 2000 0001 4905 4900'],
    },
  },
  {
    title: 'an address that cannot be one',
    frame: llc(concat(hex('fefe03'), hex('81 0b 01 3f 1c 0020 0000 00 00'))),
    lines: {
      '': 'CLNP, isonsap_string: illegal length > isonsap_string: illegal length, Data, length 11',
    },
  },
  {
    title: 'an option longer than the header',
    frame: llc(concat(hex('fefe03'), hex('81 17 01 3f 1c 0020 0000 05 4900010203 05 4900010204 cd 01'))),
    lines: {
      '-v': [
        'CLNP, length 23',
        '\tData PDU, hlen: 23, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203, opt (205) too long',
        '\t0x0000:  8117 013f 1c00 2000 0005 4900 0102 0305',
        '\t0x0010:  4900 0102 04cd 01',
      ],
    },
  },
  {
    title: 'an option cut in its head',
    frame: llc(concat(hex('fefe03'), hex('81 16 01 3f 1c 0020 0000 05 4900010203 05 4900010204 cd'))),
    lines: {
      '-v': [
        'CLNP, length 22',
        '\tData PDU, hlen: 22, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203, bad opts/li',
        '\t0x0000:  8116 013f 1c00 2000 0005 4900 0102 0305',
        '\t0x0010:  4900 0102 04cd',
      ],
    },
  },
  {
    title: 'options too short for their kind',
    frame: llc(concat(hex('fefe03'), hex('81 17 01 3f 1c 0020 0000 05 4900010203 05 4900010204 c5 00'))),
    lines: {
      '-v': [
        'CLNP, length 23',
        '\tData PDU, hlen: 23, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
        '\t  Security Option #197, length 0, value: , bad opt len',
        '\t0x0000:  8117 013f 1c00 2000 0005 4900 0102 0305',
        '\t0x0010:  4900 0102 04c5 00',
      ],
    },
  },
  {
    title: 'a route past its option',
    frame: llc(concat(hex('fefe03'), hex('81 1b 01 3f 1c 0020 0000 05 4900010203 05 4900010204 cb 04 01 03 03 49'))),
    lines: {
      '-v': [
        'CLNP, length 27',
        '\tData PDU, hlen: 27, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
        '\t  Route Recording Option #203, length 4, value: complete recording of route in progress',
        '\t    NSAP address goes past end of option',
      ],
    },
  },
  {
    title: 'routes with bad offsets',
    frame: llc(
      concat(hex('fefe03'), hex('81 1d 01 3f 1c 0020 0000 05 4900010203 05 4900010204 cb 02 05 00 c8 02 01 09')),
    ),
    lines: {
      '-v': [
        'CLNP, length 29',
        '\tData PDU, hlen: 29, v: 1, lifetime: 31.5s, Segment PDU length: 32, checksum: 0x0000 (unverified)',
        '\tFlags [none]',
        '\tsource address (length 5): 49.0001.0204',
        '\tdest   address (length 5): 49.0001.0203',
        '\t  Route Recording Option #203, length 2, value: Unknown recording of route in progress Bad NSAP offset (0)',
        '\t  Source Routing Option #200, length 2, value: complete source routing Bad NSAP offset (past end of option)',
      ],
    },
  },
  {
    title: 'a cut header',
    frame: cut(llc(concat(hex('fefe03'), hex('81 15 01 3f 1c 0020 0000 05 4900010203 05 4900010204 '))), 30),
    length: 38,
    lines: {
      '': 'CLNP [|clnp]',
    },
  },
]);
