import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('Payload elements', [
  {
    title: 'those of vendors, of the IETF and unknown ones',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0590 0102030405 0290 0102 03a8 010203 02b0 0102 00f8 0a0b'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tVendor Specific Nested IE [ length = 5, IE Data = 01 02 03 04 05 ]',
        '\t',
        '\tVendor Specific Nested IE [ length = 2, IE Data = 01 02 ]',
        '\t',
        '\tIETF IE [ length = 3, IE Data = 01 02 03 ]',
        '\t',
        '\tReserved 0x06 [ length = 2, IE Data = 01 02 ]',
        '\t',
        '\tList termination []',
        '\t',
        '\t0x0000:  0a0b                                     ..',
      ],
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tVendor Specific Nested IE [ length = 5, OUI = 0x010203, Data = 04 05 ]',
        '\t',
        '\tVendor Specific Nested IE [ length = 2, [ERROR: Vendor OUI missing]]',
        '\t',
        '\tIETF IE [ length = 3, Subtype ID = 0x01, Subtype content = 02 03 ]',
        '\t',
        '\tReserved 0x06 [ length = 2, IE Data = 01 02 ]',
        '\t',
        '\tList termination []',
        '\twrong FCS b0a vs abdb (assume no FCS stored) ',
        '\t0x0000:  0a0b                                     ..',
      ],
    },
  },
  {
    title: 'multiplexed ones',
    frame: hex(
      '40aa 05 3412 7856 bc9a 003f 0598 08 0102 0304 0298 0901 0898 02 00 0102 0304 0506 0398 0a 01 02 0398 0c 02 03 0198 0e 0398 0e 0102 0298 0e01 0298 0b01',
    ),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMultiplexed IE (802.15.9) [ length = 5, Type = Full upper layer fragment, tid = 0x01, Multiplex ID = 0x0201, Upper layer data = 03 04 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 2, Type = Full upper layer fragment with small Multiplex ID, Multiplex ID = 0x0001, Upper layer data = 01 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 8, Type = First fragment, tid = 0x00, fragment = 0x00, Total upper layer size = 0x0201, Multiplex ID = 0x0403, Upper layer data = 05 06 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 3, Type = Middle fragment, tid = 0x01, fragment = 0x01, Upper layer data = 02 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 3, Type = Last fragment, tid = 0x01, fragment = 0x02, Upper layer data = 03 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 1, Type = Abort, tid = 0x01, no max size given]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 3, Type = Abort, tid = 0x01, max size = 0x0201]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 2, Type = Abort, tid = 0x01, invalid length = 2 (not 1 or 3)Abort data = 01 ]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 2, Type = 3 (Reserved), tid = 0x01, Upper layer data = 01 ]',
        '\twrong FCS 10b vs ee91 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'multiplexed ones that are cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0298 0801 0198 0a 0398 0a00 01'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMultiplexed IE (802.15.9) [ length = 2, Type = Full upper layer fragment, [ERROR: Multiplex ID missing]]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 1, [ERROR: fragment number missing]]',
        '\t',
        '\tMultiplexed IE (802.15.9) [ length = 3, Type = First fragment, tid = 0x01, fragment = 0x00, [ERROR: Total upper layer size or multiplex ID missing]]',
        '\twrong FCS 100 vs cb08 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'one of type 0',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0010 00f8'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] [ERROR: Payload IE with type 0] ',
        '\tVendor Specific Nested IE []',
        '\t',
        '\tList termination []',
        '\t',
      ],
    },
  },
  {
    title: 'data that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0598 08'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMultiplexed IE (802.15.9) [ length = 5, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 05'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] [ERROR: Truncated header IE]',
      ],
    },
  },
]);
