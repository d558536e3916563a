import { hex } from '../fixtures/frames';
import { wpan } from '../fixtures/wpan';
import { describeModes, fixtureOf } from '../modes';

describeModes('Management elements', [
  {
    ...fixtureOf(wpan, 'management elements'),
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 24, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'a timeslot',
    frame: hex('40aa 05 3412 7856 bc9a 003f 1b88 191c 01020002000200020002000200020002000200020002000200'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 27, ',
        '\t\tTSCH Timeslot IE [ length = 25, Time slot ID = 1, CCA Offset = 2, CCA = 2, TX Offset = 2, RX Offset = 2, RX Ack Delay = 2, TX Ack Delay = 2, RX Wait = 2, Ack Wait = 2, RX TX = 2, Max Ack = 2, Max TX = 2, Time slot Length = 2 ] ]',
        '\twrong FCS 2 vs 25db (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a wide timeslot',
    frame: hex('40aa 05 3412 7856 bc9a 003f 1d88 1b1c 010200020002000200020002000200020002000200030001 040001'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 29, ',
        '\t\tTSCH Timeslot IE [ length = 27, Time slot ID = 1, CCA Offset = 2, CCA = 2, TX Offset = 2, RX Offset = 2, RX Ack Delay = 2, TX Ack Delay = 2, RX Wait = 2, Ack Wait = 2, RX TX = 2, Max Ack = 2, Max TX = 65539, Time slot Length = 65540 ] ]',
        '\twrong FCS 100 vs 2c6f (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a timeslot of the wrong length',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0588 031c 010203'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 5, ',
        '\t\tTSCH Timeslot IE [ length = 3, [ERROR: Length not 1, 25, or 27]',
        '\t\t\tIE Data = 01 02 03 ] ]',
        '\twrong FCS 302 vs 239c (assume no FCS stored) ',
      ],
    },
  },
  {
    ...fixtureOf(wpan, 'channel hopping'),
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 21, ',
        '\t\tChannel Hopping IE [ length = 19, Hopping Sequence ID = 9Channel Page = 9, Number of Channels = 3, Phy Configuration = 0x04030201, Extended bitmap = 0xaa, Hopping Seq length = 2 [ 0b 116 ]Current hop = 5] ]',
        '\twrong FCS 0 vs ab66 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a hopping sequence of a known number',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0388 01c8 09'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 3, ',
        '\t\tChannel Hopping IE [ length = 1, Hopping Sequence ID = 9] ]',
        '\twrong FCS 9c8 vs aefd (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'channel hopping that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0588 03c8 090203'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 5, ',
        '\t\tChannel Hopping IE [ length = 3, Hopping Sequence ID = 9[ERROR: IE truncated]] ]',
        '\twrong FCS 302 vs 978f (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a vendor and reserved ones',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0e88 04c0 01020304 0102 05 0110 05'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 14, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'links that are cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0988 071b 02 01 6500 01 0000'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 9, ',
        '\t\tTSCH Slotframe and Link IE [ length = 7, Slotframes = 2 ',
        '\t\t\t[ Handle 1, size = 101, links = 1 [ERROR: Truncated IE links]] [ERROR: Truncated IE before slotframes]] ]',
        '\twrong FCS 0 vs 8a22 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'one that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0388 051a 01'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 3, ',
        '\t\tTSCH Synchronization IE [ length = 5, [ERROR: Truncated IE data]]',
        '\twrong FCS 11a vs e8d9 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'half a header',
    frame: hex('40aa 05 3412 7856 bc9a 003f 0188 05'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tHeader Termination 1 IE [] ',
        '\tMLME IE [ length = 1, [ERROR: Truncated MLME IE]]',
        '\twrong FCS 588 vs 6390 (assume no FCS stored) ',
      ],
    },
  },
]);
