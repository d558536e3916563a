import { hex } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('Beacons', [
  {
    title: 'no slots and no addresses',
    frame: hex('0080 05 3412 7856 ffcf 00 00 0102'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 ',
        '\t0x0000:  0102                                     ..',
      ],
      '-v': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 15, Superframe order = 15, Final CAP Slot = 15, PAN Coordinator, Association Permit',
        '\tGTS Descriptor Count = 0, ',
        '\tPending address list, # short addresses = 0, # extended addresses = 0',
        '\t0x0000:  0102                                     ..',
      ],
      '-vv': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 15, Superframe order = 15, Final CAP Slot = 15, PAN Coordinator, Association Permit',
        '\tGTS Descriptor Count = 0, ',
        '\tPending address list, # short addresses = 0, # extended addresses = 0',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'pending addresses',
    frame: hex('0080 05 3412 7856 5504 00 21 1234 0102030405060708 1112131415161718'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 ',
      '-v': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 5, Superframe order = 5, Final CAP Slot = 4',
        '\tGTS Descriptor Count = 0, ',
        '\tPending address list, # short addresses = 1, # extended addresses = 2',
      ],
      '-vv': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 5, Superframe order = 5, Final CAP Slot = 4',
        '\tGTS Descriptor Count = 0, ',
        '\tPending address list, # short addresses = 1, # extended addresses = 2, Short address list = [ 3412 ], Extended address list = [ 08:07:06:05:04:03:02:01 18:17:16:15:14:13:12:11 ]',
      ],
    },
  },
  {
    title: 'slots',
    frame: hex('0080 05 3412 7856 ffcf 02 7f 7856f1 7955e2 00'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 ',
      '-v': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 15, Superframe order = 15, Final CAP Slot = 15, PAN Coordinator, Association Permit',
        '\tPending address list, # short addresses = 0, # extended addresses = 0',
      ],
    },
  },
  {
    title: 'slots that are cut',
    frame: hex('0080 05 3412 7856 ffcf 02 7f 7856'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678  [ERROR: Truncated GTS Info List]',
      '-v': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 15, Superframe order = 15, Final CAP Slot = 15, PAN Coordinator, Association Permit [ERROR: Truncated GTS Info List]',
      ],
    },
  },
  {
    title: 'pending addresses that are cut',
    frame: hex('0080 05 3412 7856 ffcf 00 21 12'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678  [ERROR: Pending address list truncated]',
      '-v': [
        'IEEE 802.15.4 Beacon packet v0 seq 05 -:none < 1234:5678 ',
        '\tBeacon order = 15, Superframe order = 15, Final CAP Slot = 15, PAN Coordinator, Association Permit',
        '\tGTS Descriptor Count = 0, ',
        '\tPending address list, # short addresses = 1, # extended addresses = 2 [ERROR: Pending address list truncated]',
      ],
    },
  },
  {
    title: 'nothing',
    frame: hex('0080 05 3412 7856'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 [ERROR: Truncated before beacon information]',
    },
  },
  {
    title: 'no slots',
    frame: hex('0080 05 3412 7856 ffcf'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 [ERROR: Truncated before GTS info]',
    },
  },
  {
    title: 'no list of addresses',
    frame: hex('0080 05 3412 7856 ffcf 00'),
    linkType: 195,
    lines: {
      '': 'IEEE 802.15.4 Beacon packet v0 -:none < 1234:5678 [ERROR: Truncated before pending addresses]',
    },
  },
  {
    title: 'a beacon of version 2',
    frame: hex('00a0 05 3412 7856 0102'),
    linkType: 195,
    lines: {
      '': [
        'IEEE 802.15.4 Beacon packet v2 -:none < 1234:5678 ',
        '\t0x0000:  0102                                     ..',
      ],
      '-v': [
        'IEEE 802.15.4 Beacon packet v2 seq 05 -:none < 1234:5678 ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
]);
