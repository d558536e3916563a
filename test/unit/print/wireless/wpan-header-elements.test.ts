import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('Header elements', [
  {
    title: 'times',
    frame: hex(
      '40aa 05 3412 7856 bc9a 040d 01000200 060d 010002000300 050d 0102030405 840d 01020300 840e 01000200 020f 3480 020f ff0f 803f',
    ),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tLE CSL IE [ length = 6, IE Data = 01 00 02 00 03 00 ] ',
        '\tLE CSL IE [ length = 5, IE Data = 01 02 03 04 05 ] ',
        '\tLE RIT IE [ length = 4, IE Data = 01 02 03 00 ] ',
        '\tRendezvous Time IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tTime Correction IE [ length = 2, IE Data = 34 80 ] ',
        '\tTime Correction IE [ length = 2, IE Data = ff 0f ] ',
        '\tHeader Termination 2 IE [] ',
      ],
      '-v': [
        'IEEE 802.15.4 Beacon packet v2 seq 05 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tLE CSL IE [ length = 6, IE Data = 01 00 02 00 03 00 ] ',
        '\tLE CSL IE [ length = 5, IE Data = 01 02 03 04 05 ] ',
        '\tLE RIT IE [ length = 4, IE Data = 01 02 03 00 ] ',
        '\tRendezvous Time IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tTime Correction IE [ length = 2, IE Data = 34 80 ] ',
        '\tTime Correction IE [ length = 2, IE Data = ff 0f ] ',
        '\tHeader Termination 2 IE [] ',
      ],
      '-vv': [
        'IEEE 802.15.4 Beacon packet v2 seq 05 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tLE CSL IE [ length = 6, IE Data = 01 00 02 00 03 00 ] ',
        '\tLE CSL IE [ length = 5, IE Data = 01 02 03 04 05 ] ',
        '\tLE RIT IE [ length = 4, IE Data = 01 02 03 00 ] ',
        '\tRendezvous Time IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tTime Correction IE [ length = 2, IE Data = 34 80 ] ',
        '\tTime Correction IE [ length = 2, IE Data = ff 0f ] ',
        '\tHeader Termination 2 IE [] ',
      ],
      '-vvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tLE CSL IE [ length = 6, IE Data = 01 00 02 00 03 00 ] ',
        '\tLE CSL IE [ length = 5, IE Data = 01 02 03 04 05 ] ',
        '\tLE RIT IE [ length = 4, IE Data = 01 02 03 00 ] ',
        '\tRendezvous Time IE [ length = 4, IE Data = 01 00 02 00 ] ',
        '\tTime Correction IE [ length = 2, IE Data = 34 80 ] ',
        '\tTime Correction IE [ length = 2, IE Data = ff 0f ] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 5f90 (assume no FCS stored) ',
      ],
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 4, CSL Phase = 1, CSL Period = 2] ',
        '\tLE CSL IE [ length = 6, CSL Phase = 1, CSL Period = 2, Rendezvous time = 3] ',
        '\tLE CSL IE [ length = 5, CSL Phase = 513, CSL Period = 1027 [ERROR: CSL IE length wrong]] ',
        '\tLE RIT IE [ length = 4, Time to First Listen = 1, # of Repeat Listen = 2, Repeat Listen Interval = 3] ',
        '\tRendezvous Time IE [ length = 4, Rendezvous time = 1, Wake-up Interval = 2] ',
        '\tTime Correction IE [ length = 2, Negative Ack time correction = 52, ] ',
        '\tTime Correction IE [ length = 2, Ack time correction = -1, ] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 5f90 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'wrong lengths',
    frame: hex('40aa 05 3412 7856 bc9a 020d 0102 820d 0102 820e 0102 030f 010203 0200 0102 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tLE CSL IE [ length = 2, [ERROR: Truncated CSL IE]] ',
        '\tLE RIT IE [ length = 2, [ERROR: Truncated RIT IE]] ',
        '\tRendezvous Time IE [ length = 2, [ERROR: Length != 2]] ',
        '\tTime Correction IE [ length = 3, [ERROR: Length != 2]] ',
        '\tVendor Specific Header IE [ length = 2, [ERROR: Vendor OUI missing]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs f0a5 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a vendor and a reserved one',
    frame: hex('40aa 05 3412 7856 bc9a 0500 0102030405 8101 0a 803f 0102'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tVendor Specific Header IE [ length = 5, IE Data = 01 02 03 04 05 ] ',
        '\tReserved 0x03 [ length = 1, IE Data = 0a ] ',
        '\tHeader Termination 2 IE [] ',
        '\t0x0000:  0102                                     ..',
      ],
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tVendor Specific Header IE [ length = 5, OUI = 0x010203, Data = 04 05 ] ',
        '\tReserved 0x03 [ length = 1, IE Data = 0a ] ',
        '\tHeader Termination 2 IE [] wrong FCS 201 vs ac81 (assume no FCS stored) ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'a list that does not end',
    frame: hex('40aa 05 3412 7856 bc9a 8101 0a'),
    linkType: 230,
    lines: {
      '': ['IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ', '\tReserved 0x03 [ length = 1, IE Data = 0a ] '],
    },
  },
  {
    title: 'one of type 1',
    frame: hex('40aa 05 3412 7856 bc9a 0180 0a 803f'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc [ERROR: Header IE with type 1] ',
        '\tVendor Specific Header IE [ length = 1, IE Data = 0a ] ',
        '\tHeader Termination 2 IE [] ',
      ],
    },
  },
  {
    title: 'data that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 8201 0a'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tReserved 0x03 [ length = 2, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 82'),
    linkType: 230,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc [ERROR: Truncated header IE]',
    },
  },
  {
    title: 'nothing',
    frame: hex('40aa 05 3412 7856 bc9a'),
    linkType: 230,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc [ERROR: Truncated header IE]',
    },
  },
]);
