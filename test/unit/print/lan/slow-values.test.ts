import { concat, cut, ether, hex, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('slow protocols', [
  {
    title: 'two stations of an aggregation',
    frame: ether(
      0x8809,
      concat(
        hex(
          '01 01 01 14 8000 020000000001 0001 8000 0002 3d 000000 02 14 ffff 000000000000 0000 0000 0000 02 000000 03 10 0005',
        ),
        zeros(12),
        hex('00 00'),
        zeros(50),
      ),
    ),
    lines: {
      '': 'LACPv1, length 110',
      '-v': [
        'LACPv1, length 110',
        '\tActor Information TLV (0x01), length 20',
        '\t  System 02:00:00:00:00:01, System Priority 32768, Key 1, Port 2, Port Priority 32768',
        '\t  State Flags [Activity, Aggregation, Synchronization, Collecting, Distributing]',
        '\tPartner Information TLV (0x02), length 20',
        '\t  System 00:00:00:00:00:00, System Priority 65535, Key 0, Port 0, Port Priority 0',
        '\t  State Flags [Timeout]',
        '\tCollector Information TLV (0x03), length 16',
        '\t  Max Delay 5',
        '\tTerminator TLV (0x00), length 0',
      ],
      '-vv': [
        'LACPv1, length 110',
        '\tActor Information TLV (0x01), length 20',
        '\t  System 02:00:00:00:00:01, System Priority 32768, Key 1, Port 2, Port Priority 32768',
        '\t  State Flags [Activity, Aggregation, Synchronization, Collecting, Distributing]',
        '\t  0x0000:  8000 0200 0000 0001 0001 8000 0002 3d00',
        '\t  0x0010:  0000',
        '\tPartner Information TLV (0x02), length 20',
        '\t  System 00:00:00:00:00:00, System Priority 65535, Key 0, Port 0, Port Priority 0',
        '\t  State Flags [Timeout]',
        '\t  0x0000:  ffff 0000 0000 0000 0000 0000 0000 0200',
        '\t  0x0010:  0000',
        '\tCollector Information TLV (0x03), length 16',
        '\t  Max Delay 5',
        '\t  0x0000:  0005 0000 0000 0000 0000 0000 0000',
        '\tTerminator TLV (0x00), length 0',
      ],
    },
  },
  {
    title: 'a marker',
    frame: ether(0x8809, concat(hex('02 01 01 10 0002 020000000001 0000002a 0000 00 00'))),
    lines: {
      '': 'MARKERv1, length 20',
      '-v': [
        'MARKERv1, length 20',
        '\tMarker Information TLV (0x01), length 16',
        '\t  Request System 02:00:00:00:00:01, Request Port 2, Request Transaction ID 0x0000002a',
        '\tTerminator TLV (0x00), length 0',
      ],
      '-vv': [
        'MARKERv1, length 20',
        '\tMarker Information TLV (0x01), length 16',
        '\t  Request System 02:00:00:00:00:01, Request Port 2, Request Transaction ID 0x0000002a',
        '\t  0x0000:  0002 0200 0000 0001 0000 002a 0000',
        '\tTerminator TLV (0x00), length 0',
      ],
    },
  },
  {
    title: 'values of wrong lengths',
    frame: ether(0x8809, concat(hex('01 01 01 04 8000 03 04 0000 07 03 01 00 00'))),
    lines: {
      '-v': [
        'LACPv1, length 15',
        '\tActor Information TLV (0x01), length 4',
        '\t    ERROR: illegal length - should be 20',
        '\tCollector Information TLV (0x03), length 4',
        '\t    ERROR: illegal length - should be 16',
        '\tUnknown TLV (0x07), length 3',
        '\t  0x0000:  01',
        '\tTerminator TLV (0x00), length 0',
      ],
      '-vv': [
        'LACPv1, length 15',
        '\tActor Information TLV (0x01), length 4',
        '\t    ERROR: illegal length - should be 20',
        '\t  0x0000:  8000',
        '\tCollector Information TLV (0x03), length 4',
        '\t    ERROR: illegal length - should be 16',
        '\t  0x0000:  0000',
        '\tUnknown TLV (0x07), length 3',
        '\t  0x0000:  01',
        '\tTerminator TLV (0x00), length 0',
      ],
    },
  },
  {
    title: 'a marker of the wrong length',
    frame: ether(0x8809, concat(hex('02 01 01 04 8000 09 04 0102 01 01'))),
    lines: {
      '-v': [
        'MARKERv1, length 12',
        '\tMarker Information TLV (0x01), length 4',
        '\t    ERROR: illegal length - should be 16',
        '\tUnknown TLV (0x09), length 4',
        '\t  0x0000:  0102',
        '\tMarker Information TLV (0x01), length 1',
        '\t    ERROR: illegal length - should be >= 2',
      ],
    },
  },
  {
    title: 'a value longer than the packet',
    frame: ether(0x8809, concat(hex('01 01 01 14 8000'))),
    lines: {
      '-v': ['LACPv1, length 6', '\tActor Information TLV (0x01), length 20', '\t\t packet is too short'],
    },
  },
  {
    title: 'a value cut in its head',
    frame: ether(0x8809, concat(hex('01 01 01'))),
    lines: {
      '-v': ['LACPv1, length 3', '\t\t packet is too short'],
    },
  },
  {
    title: 'a version that is not known',
    frame: ether(0x8809, concat(hex('01 02 01 14'))),
    lines: {
      '': 'LACP version 2 packet not supported',
      '-v': 'LACP version 2 packet not supported',
    },
  },
  {
    title: 'no version',
    frame: ether(0x8809, concat(hex('01'))),
    lines: {
      '': ' (packet is too short)',
      '-v': ['', '\t\t packet is too short'],
    },
  },
  {
    title: 'information of a link',
    frame: ether(
      0x8809,
      concat(
        hex(
          '03 0050 00 01 10 01 0001 05 1d 05ee 00000c 00000001 02 10 01 0000 02 00 05ee 010203 00000000 fe 05 00000c 00 00',
        ),
      ),
    ),
    lines: {
      '': 'OAM, length 43',
      '-v': [
        'OAM, length 43',
        '\tCode Information OAM PDU, Flags [Local Stable, Remote Stable]',
        '\t  Local Information Type (1), length 16',
        '\t    OAM-Version 1, Revision 1',
        '\t    State-Parser-Action looping back, State-MUX-Action discarding',
        '\t    OAM-Config Flags [Active, Remote-Loopback, Link-Events, Variable-Retrieval], OAM-PDU-Config max-PDU size 1518',
        '\t    OUI Cisco (0x00000c), Vendor-Private 0x00000001',
        '\t  Remote Information Type (2), length 16',
        '\t    OAM-Version 1, Revision 0',
        '\t    State-Parser-Action discarding, State-MUX-Action forwarding',
        '\t    OAM-Config Flags [none], OAM-PDU-Config max-PDU size 1518',
        '\t    OUI Unknown (0x010203), Vendor-Private 0x00000000',
        '\t  Organization specific Information Type (254), length 5',
        '\t  0x0000:  fe05 0000 0c',
        '\t  End of TLV marker Information Type (0), length 0',
      ],
      '-vv': [
        'OAM, length 43',
        '\tCode Information OAM PDU, Flags [Local Stable, Remote Stable]',
        '\t  Local Information Type (1), length 16',
        '\t    OAM-Version 1, Revision 1',
        '\t    State-Parser-Action looping back, State-MUX-Action discarding',
        '\t    OAM-Config Flags [Active, Remote-Loopback, Link-Events, Variable-Retrieval], OAM-PDU-Config max-PDU size 1518',
        '\t    OUI Cisco (0x00000c), Vendor-Private 0x00000001',
        '\t  0x0000:  0110 0100 0105 1d05 ee00 000c 0000 0001',
        '\t  Remote Information Type (2), length 16',
        '\t    OAM-Version 1, Revision 0',
        '\t    State-Parser-Action discarding, State-MUX-Action forwarding',
        '\t    OAM-Config Flags [none], OAM-PDU-Config max-PDU size 1518',
        '\t    OUI Unknown (0x010203), Vendor-Private 0x00000000',
        '\t  0x0000:  0210 0100 0002 0005 ee01 0203 0000 0000',
        '\t  Organization specific Information Type (254), length 5',
        '\t  0x0000:  fe05 0000 0c',
        '\t  End of TLV marker Information Type (0), length 0',
      ],
    },
  },
  {
    title: 'information of wrong lengths',
    frame: ether(0x8809, concat(hex('03 0007 00 01 04 0100 05 04 0102 02 01'))),
    lines: {
      '-v': [
        'OAM, length 14',
        '\tCode Information OAM PDU, Flags [Link Fault, Dying Gasp, Critical Event]',
        '\t  Local Information Type (1), length 4',
        '\t    ERROR: illegal length - should be 16',
        '\t  0x0000:  0104 0100',
        '\t  Reserved Information Type (5), length 4',
        '\t  0x0000:  0504 0102',
        '\t  Remote Information Type (2), length 1',
        '\t    ERROR: illegal length - should be >= 2',
      ],
    },
  },
  {
    title: 'information longer than the packet',
    frame: ether(0x8809, concat(hex('03 0000 00 01 10 01'))),
    lines: {
      '-v': [
        'OAM, length 7',
        '\tCode Information OAM PDU, Flags [none]',
        '\t  Local Information Type (1), length 16',
        '\t\t packet is too short',
      ],
    },
  },
  {
    title: 'an event of a link',
    frame: ether(
      0x8809,
      concat(
        hex(
          '03 0008 01 0007 02 28 000a 0000000000000064 0000000000000001 0000000000000002 ffffffffffffffff 00000003 fe 03 01 00 00',
        ),
      ),
    ),
    lines: {
      '-v': [
        'OAM, length 51',
        '\tCode Event Notification OAM PDU, Flags [Local Evaluating]',
        '\t  Sequence Number 7',
        '\t  Errored Frame Event Link Event Type (2), length 40',
        '\t    Timestamp 1000 ms, Errored Window 100',
        '\t    Errored Threshold 1',
        '\t    Errors 2',
        '\t    Error Running Total 18446744073709551615',
        '\t    Event Running Total 3',
        '\t  Organization specific Link Event Type (254), length 3',
        '\t  0x0000:  fe03 01',
        '\t  End of TLV marker Link Event Type (0), length 0',
      ],
      '-vv': [
        'OAM, length 51',
        '\tCode Event Notification OAM PDU, Flags [Local Evaluating]',
        '\t  Sequence Number 7',
        '\t  Errored Frame Event Link Event Type (2), length 40',
        '\t    Timestamp 1000 ms, Errored Window 100',
        '\t    Errored Threshold 1',
        '\t    Errors 2',
        '\t    Error Running Total 18446744073709551615',
        '\t    Event Running Total 3',
        '\t  0x0000:  0228 000a 0000 0000 0000 0064 0000 0000',
        '\t  0x0010:  0000 0001 0000 0000 0000 0002 ffff ffff',
        '\t  0x0020:  ffff ffff 0000 0003',
        '\t  Organization specific Link Event Type (254), length 3',
        '\t  0x0000:  fe03 01',
        '\t  End of TLV marker Link Event Type (0), length 0',
      ],
    },
  },
  {
    title: 'events of wrong lengths',
    frame: ether(0x8809, concat(hex('03 0000 01 0007 01 04 000a 01 00'))),
    lines: {
      '-v': [
        'OAM, length 12',
        '\tCode Event Notification OAM PDU, Flags [none]',
        '\t  Sequence Number 7',
        '\t  Errored Symbol Period Event Link Event Type (1), length 4',
        '\t    ERROR: illegal length - should be 40',
        '\t  0x0000:  0104 000a',
        '\t  Errored Symbol Period Event Link Event Type (1), length 0',
        '\t    ERROR: illegal length - should be >= 2',
      ],
    },
  },
  {
    title: 'an event without a number',
    frame: ether(0x8809, concat(hex('03 0000 01 00'))),
    lines: {
      '-v': ['OAM, length 5', '\tCode Event Notification OAM PDU, Flags [none]', '\t\t packet is too short'],
    },
  },
  {
    title: 'an event cut in its head',
    frame: ether(0x8809, concat(hex('03 0000 01 0007 01'))),
    lines: {
      '-v': [
        'OAM, length 7',
        '\tCode Event Notification OAM PDU, Flags [none]',
        '\t  Sequence Number 7',
        '\t\t packet is too short',
      ],
    },
  },
  {
    title: 'a loopback',
    frame: ether(0x8809, concat(hex('03 0000 04 01'))),
    lines: {
      '-v': [
        'OAM, length 5',
        '\tCode Loopback Control OAM PDU, Flags [none]',
        '\t  Command Enable OAM Remote Loopback (1)',
      ],
    },
  },
  {
    title: 'a loopback that is not known',
    frame: ether(0x8809, concat(hex('03 0000 04 03'))),
    lines: {
      '-v': ['OAM, length 5', '\tCode Loopback Control OAM PDU, Flags [none]', '\t  Command Unknown (3)'],
    },
  },
  {
    title: 'a loopback without a command',
    frame: ether(0x8809, concat(hex('03 0000 04'))),
    lines: {
      '-v': ['OAM, length 4', '\tCode Loopback Control OAM PDU, Flags [none]', '\t\t packet is too short'],
    },
  },
  {
    title: 'a request for a variable',
    frame: ether(0x8809, concat(hex('03 0000 02 07 0001'))),
    lines: {
      '-v': ['OAM, length 7', '\tCode Variable Request OAM PDU, Flags [none]', '\t  0x0000:  0700 01'],
      '-vv': ['OAM, length 7', '\tCode Variable Request OAM PDU, Flags [none]'],
    },
  },
  {
    title: 'a code that is not known',
    frame: ether(0x8809, concat(hex('03 0000 09 07 0001'))),
    lines: {
      '-v': ['OAM, length 7', '\tCode Unknown (9) OAM PDU, Flags [none]', '\t  0x0000:  0700 01'],
    },
  },
  {
    title: 'a header that is too short',
    frame: ether(0x8809, concat(hex('03 0000'))),
    lines: {
      '-v': ['OAM, length 3', '\t\t packet is too short'],
    },
  },
  {
    title: 'a protocol that is not known',
    frame: ether(0x8809, concat(hex('0a 0102'))),
    lines: {
      '': ['unknown (10), length 3', '\t0x0000:  0a01 02'],
      '-v': ['unknown (10), length 3', '\t0x0000:  0a01 02'],
    },
  },
  {
    title: 'a cut station',
    frame: cut(ether(0x8809, concat(hex('01 01 01 14 8000 020000000001 0001 8000 0002 3d 000000 00 00'))), 34),
    length: 38,
    lines: {
      '': 'LACPv1, length 24',
      '-v': ['LACPv1, length 24', '\tActor Information TLV (0x01), length 20 [|slow]'],
    },
  },
]);
