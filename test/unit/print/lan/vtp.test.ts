import { concat, cut, hex, llc, text, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('VTP', [
  {
    title: 'a summary advertisement',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2003'),
        hex('01 01 01 04'),
        text('Lab1'),
        zeros(28),
        hex('0000001a c0000201'),
        text('930301000000'),
        hex('00112233445566778899aabbccddeeff'),
      ),
    ),
    lines: {
      '': 'VTPv1, Message Summary advertisement (0x01), length 72',
      '-v': [
        'VTPv1, Message Summary advertisement (0x01), length 72',
        '\tDomain name: Lab1, Followers: 1',
        '\t  Config Rev 1a, Updater 192.0.2.1, Timestamp 0x39333033 0x30313030 0x30303030, MD5 digest: 00112233445566778899aabbccddeeff',
      ],
    },
  },
  {
    title: 'a subset advertisement',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2003'),
        hex('01 02 01 04'),
        text('Lab1'),
        zeros(28),
        hex('0000001a'),
        hex('14 00 01 07 0001 05dc 000186a1'),
        text('default'),
        zeros(1),
        hex('28 01 05 03 03ed 05dc 00018a8d'),
        text('trn'),
        zeros(1),
        hex('0301 0002 0601 0001 0701 0000 0901 0007 0a01 0001 0401 0064'),
      ),
    ),
    lines: {
      '': 'VTPv1, Message Subset advertisement (0x02), length 100',
      '-v': [
        'VTPv1, Message Subset advertisement (0x02), length 100',
        '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
        '\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name default',
        '\tVLAN info status Suspended, type TrBRF, VLAN-id 1005, MTU 1500, SAID 0x00018a8d, Name trn',
        '\t\tSTP type TLV (0x0003) TLV, SRB (2)',
        '\t\tPruning TLV (0x0006) TLV, Enabled (1)',
        '\t\tBridge Type TLV (0x0007) TLV, SRT (0)',
        '\t\tMax STE Hop Count TLV (0x0009) TLV, 7',
        '\t\tBackup CRF Mode TLV (0x000a) TLV, Backup (1)',
        '\t\tParent VLAN TLV (0x0004) TLV',
        '\t\t  0x0000:  0401 0064',
      ],
    },
  },
  {
    title: 'VLANs with values of the other kind',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2003'),
        hex('02 02 01 20'),
        zeros(32),
        hex('0000001a'),
        hex('20 02 09 00 0001 05dc 000186a1 0601 0000 0701 0001 0a01 0002 0301 0009 6301 0001'),
      ),
    ),
    lines: {
      '': 'VTPv2, Message Subset advertisement (0x02), length 72',
      '-v': [
        'VTPv2, Message Subset advertisement (0x02), length 72',
        '\tDomain name: , Seq number: 1, Config Rev 1a',
        '\tVLAN info status Unknown, type Unknown, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name ',
        '\t\tPruning TLV (0x0006) TLV, Disabled (0)',
        '\t\tBridge Type TLV (0x0007) TLV, SRB (1)',
        '\t\tBackup CRF Mode TLV (0x000a) TLV, Not backup (2)',
        '\t\tSTP type TLV (0x0003) TLV, Unknown (9)',
        '\t\tUnknown (0x0063) TLV',
        '\t\t  0x0000:  6301 0001',
      ],
    },
  },
  {
    title: 'an advertisement request',
    frame: llc(concat(hex('aaaa03 00000c 2003'), hex('01 03 00 04'), text('Lab1'), zeros(28), hex('00000001'))),
    lines: {
      '': 'VTPv1, Message Advertisement request (0x03), length 40',
      '-v': [
        'VTPv1, Message Advertisement request (0x03), length 40',
        '\tDomain name: Lab1, Rsvd: 0',
        '\tStart value: 1',
      ],
    },
  },
  {
    title: 'a join message',
    frame: llc(concat(hex('aaaa03 00000c 2003'), hex('01 04 00 04'), text('Lab1'), zeros(28), hex('00000001'))),
    lines: {
      '': 'VTPv1, Message Join message (0x04), length 40',
      '-v': ['VTPv1, Message Join message (0x04), length 40', '\tDomain name: Lab1, Rsvd: 0'],
    },
  },
  {
    title: 'a message of a kind that is not known',
    frame: llc(concat(hex('aaaa03 00000c 2003'), hex('01 09 00 04'), text('Lab1'), zeros(28), hex('00000001'))),
    lines: {
      '': 'VTPv1, Message Unknown message type (0x09), length 40',
      '-v': ['VTPv1, Message Unknown message type (0x09), length 40', '\tDomain name: Lab1, Unknown: 0'],
    },
  },
  {
    title: 'a domain name that is too long',
    frame: llc(concat(hex('aaaa03 00000c 2003'), hex('01 03 00 21'), text('Lab1'), zeros(28), hex('00000001'))),
    lines: {
      '': 'VTPv1, Message Advertisement request (0x03), length 40',
      '-v': [
        'VTPv1, Message Advertisement request (0x03), length 40',
        '\tDomain name:  [invalid MgmtD Len 33] (invalid)',
      ],
    },
  },
  {
    title: 'a message shorter than its header',
    frame: llc(concat(hex('aaaa03 00000c 2003'), hex('01 03 00 04'), text('Lab1'))),
    lines: {
      '': ' (invalid)',
      '-v': ' (invalid)',
    },
  },
  {
    title: 'a VLAN shorter than its header',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2003'),
        hex('01 02 01 04'),
        text('Lab1'),
        zeros(28),
        hex('0000001a'),
        hex('04 00 01 07 0001 05dc 000186a1'),
      ),
    ),
    lines: {
      '': 'VTPv1, Message Subset advertisement (0x02), length 52',
      '-v': [
        'VTPv1, Message Subset advertisement (0x02), length 52',
        '\tDomain name: Lab1, Seq number: 1, Config Rev 1a (invalid)',
      ],
    },
  },
  {
    title: 'a VLAN name longer than its VLAN',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2003'),
        hex('01 02 01 04'),
        text('Lab1'),
        zeros(28),
        hex('0000001a'),
        hex('0c 00 01 07 0001 05dc 000186a1 00000000'),
      ),
    ),
    lines: {
      '': 'VTPv1, Message Subset advertisement (0x02), length 56',
      '-v': [
        'VTPv1, Message Subset advertisement (0x02), length 56',
        '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
        '\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name  (invalid)',
      ],
    },
  },
  {
    title: 'a VLAN of no bytes',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2003'),
        hex('01 02 01 04'),
        text('Lab1'),
        zeros(28),
        hex('0000001a'),
        hex('00 00 01 07 0001 05dc 000186a1 00000000'),
      ),
    ),
    lines: {
      '-v': [
        'VTPv1, Message Subset advertisement (0x02), length 56',
        '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
      ],
    },
  },
  {
    title: 'a value longer than its VLAN',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2003'),
        hex('01 02 01 04'),
        text('Lab1'),
        zeros(28),
        hex('0000001a'),
        hex('10 00 01 00 0001 05dc 000186a1 0302 0001'),
      ),
    ),
    lines: {
      '-v': [
        'VTPv1, Message Subset advertisement (0x02), length 56',
        '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
        '\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name ',
        '\t\tSTP type TLV (0x0003) TLV (TLV goes past the end of the packet) (invalid)',
      ],
    },
  },
  {
    title: 'a value of two words',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2003'),
        hex('01 02 01 04'),
        text('Lab1'),
        zeros(28),
        hex('0000001a'),
        hex('12 00 01 00 0001 05dc 000186a1 0302 0001 0001'),
      ),
    ),
    lines: {
      '-v': [
        'VTPv1, Message Subset advertisement (0x02), length 58',
        '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
        '\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name ',
        '\t\tSTP type TLV (0x0003) TLV (invalid TLV length 2 != 1) (invalid)',
      ],
    },
  },
  {
    title: 'a value without a length',
    frame: llc(
      concat(
        hex('aaaa03 00000c 2003'),
        hex('01 02 01 04'),
        text('Lab1'),
        zeros(28),
        hex('0000001a'),
        hex('0d 00 01 00 0001 05dc 000186a1 03'),
      ),
    ),
    lines: {
      '-v': [
        'VTPv1, Message Subset advertisement (0x02), length 53',
        '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
        '\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name  (invalid)',
      ],
    },
  },
  {
    title: 'a cut advertisement',
    frame: cut(
      llc(
        concat(
          hex('aaaa03 00000c 2003'),
          hex('01 02 01 04'),
          text('Lab1'),
          zeros(28),
          hex('0000001a'),
          hex('14 00 01 07 0001 05dc 000186a1'),
          text('default'),
          zeros(1),
        ),
      ),
      72,
    ),
    length: 82,
    lines: {
      '': 'VTPv1, Message Subset advertisement (0x02), length 60 [|vtp]',
      '-v': [
        'VTPv1, Message Subset advertisement (0x02), length 60',
        '\tDomain name: Lab1, Seq number: 1, Config Rev 1a [|vtp]',
      ],
    },
  },
]);
