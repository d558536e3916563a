import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('The PAN descriptor', [
  {
    title: 'everything',
    frame: hex('40aa 05 3412 7856 bc9a 2a10 ff00 11 1234 0102030405060708 0a1d 010203040506 0700 0800 0000 803f'),
    linkType: 230,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 1234:5678 < -:9abc ',
        '\tReserved 0x20 [ length = 42, [ERROR: Truncated IE data]',
      ],
      '-v': [
        'IEEE 802.15.4 Beacon packet v2 seq 05 1234:5678 < -:9abc ',
        '\tReserved 0x20 [ length = 42, [ERROR: Truncated IE data]',
      ],
      '-vv': [
        'IEEE 802.15.4 Beacon packet v2 seq 05 1234:5678 < -:9abc ',
        '\tReserved 0x20 [ length = 42, [ERROR: Truncated IE data]',
      ],
      '-vvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tReserved 0x20 [ length = 42, [ERROR: Truncated IE data]',
      ],
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tReserved 0x20 [ length = 42, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'the extended one',
    frame: hex(
      '40aa 05 3412 7856 bc9a a010 5504 00 0a1d 010203040506 0700 0800 0100 aa 01 02 0300 00 02 0b00 1601 803f',
    ),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tExtended DSME PAN descriptor IE [ length = 32, [ERROR: Truncated IE data]',
      ],
    },
  },
  {
    title: 'nothing',
    frame: hex('40aa 05 3412 7856 bc9a 010e 01 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 1, [ERROR: Truncated DSME PAN IE]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 9636 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'no addresses',
    frame: hex('40aa 05 3412 7856 bc9a 020e 0102 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 2, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2[ERROR: Truncated before pending addresses field]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 52fc (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'addresses that are cut',
    frame: hex('40aa 05 3412 7856 bc9a 040e 0102 11 00 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 4, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 1, # extended addresses = 1 [ERROR: Pending address list truncated]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 308c (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'no order',
    frame: hex('40aa 05 3412 7856 bc9a 030e 0102 00 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 3, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 0, # extended addresses = 0[ERROR: Truncated before DSME Superframe Specification]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 36f5 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'no time',
    frame: hex('40aa 05 3412 7856 bc9a 040e 0102 00 5a 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 4, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 0, # extended addresses = 0Multi-superframe Order = 10, Channel hopping mode, CAP reduction enabled [ERROR: Truncated before Time synchronization specification]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 411a (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'no bitmap',
    frame: hex('40aa 05 3412 7856 bc9a 0c0e 0102 00 5a 0102030405060708 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 12, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 0, # extended addresses = 0Multi-superframe Order = 10, Channel hopping mode, CAP reduction enabledBeacon timestamp = 6618611909121, offset = 2055 [ERROR: Truncated before Beacon Bitmap]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 24bc (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'a bitmap that is cut',
    frame: hex('40aa 05 3412 7856 bc9a 100e 0102 00 5a 0102030405060708 0100 0400 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 16, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 0, # extended addresses = 0Multi-superframe Order = 10, Channel hopping mode, CAP reduction enabledBeacon timestamp = 6618611909121, offset = 2055SD Index = 1, Bitmap len = 4,  [ERROR: Truncated in SD bitmap]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 1f46 (assume no FCS stored) ',
      ],
    },
  },
  {
    title: 'no channels',
    frame: hex('40aa 05 3412 7856 bc9a 110e 0102 00 5a 0102030405060708 0100 0100 aa 803f'),
    linkType: 230,
    lines: {
      '-vvvv': [
        'IEEE 802.15.4 Beacon packet v2 PAN ID Compression, IE present, seq 05 1234:5678 < -:9abc ',
        '\tDSME PAN descriptor IE [ length = 17, ',
        '\tBeacon order = 1, Superframe order = 0, Final CAP Slot = 2',
        '\tPending address list, # short addresses = 0, # extended addresses = 0Multi-superframe Order = 10, Channel hopping mode, CAP reduction enabledBeacon timestamp = 6618611909121, offset = 2055SD Index = 1, Bitmap len = 1,  SD Bitmap = aa  [ERROR: Truncated before Channel hopping specification]] ',
        '\tHeader Termination 2 IE [] wrong FCS 3f80 vs 8789 (assume no FCS stored) ',
      ],
    },
  },
]);
