import { vtp } from '../fixtures/vtp';
import { describeFixtures } from '../modes';

describeFixtures('VTP', vtp, {
  'a summary advertisement': {
    '-v': [
      'VTPv1, Message Summary advertisement (0x01), length 72',
      '\tDomain name: Lab1, Followers: 1',
      '\t  Config Rev 1a, Updater 192.0.2.1, Timestamp 0x39333033 0x30313030 0x30303030, MD5 digest: 00112233445566778899aabbccddeeff',
    ],
  },
  'a subset advertisement': {
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
  'VLANs with values of the other kind': {
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
  'an advertisement request': {
    '-v': [
      'VTPv1, Message Advertisement request (0x03), length 40',
      '\tDomain name: Lab1, Rsvd: 0',
      '\tStart value: 1',
    ],
  },
  'a join message': {
    '-v': ['VTPv1, Message Join message (0x04), length 40', '\tDomain name: Lab1, Rsvd: 0'],
  },
  'a message of a kind that is not known': {
    '-v': ['VTPv1, Message Unknown message type (0x09), length 40', '\tDomain name: Lab1, Unknown: 0'],
  },
  'a domain name that is too long': {
    '-v': [
      'VTPv1, Message Advertisement request (0x03), length 40',
      '\tDomain name:  [invalid MgmtD Len 33] (invalid)',
    ],
  },
  'a message shorter than its header': {
    '-v': ' (invalid)',
  },
  'a VLAN shorter than its header': {
    '-v': [
      'VTPv1, Message Subset advertisement (0x02), length 52',
      '\tDomain name: Lab1, Seq number: 1, Config Rev 1a (invalid)',
    ],
  },
  'a VLAN name longer than its VLAN': {
    '-v': [
      'VTPv1, Message Subset advertisement (0x02), length 56',
      '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
      '\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name  (invalid)',
    ],
  },
  'a VLAN of no bytes': {
    '-v': [
      'VTPv1, Message Subset advertisement (0x02), length 56',
      '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
    ],
  },
  'a value longer than its VLAN': {
    '-v': [
      'VTPv1, Message Subset advertisement (0x02), length 56',
      '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
      '\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name ',
      '\t\tSTP type TLV (0x0003) TLV (TLV goes past the end of the packet) (invalid)',
    ],
  },
  'a value of two words': {
    '-v': [
      'VTPv1, Message Subset advertisement (0x02), length 58',
      '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
      '\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name ',
      '\t\tSTP type TLV (0x0003) TLV (invalid TLV length 2 != 1) (invalid)',
    ],
  },
  'a value without a length': {
    '-v': [
      'VTPv1, Message Subset advertisement (0x02), length 53',
      '\tDomain name: Lab1, Seq number: 1, Config Rev 1a',
      '\tVLAN info status Operational, type Ethernet, VLAN-id 1, MTU 1500, SAID 0x000186a1, Name  (invalid)',
    ],
  },
  'a cut advertisement': {
    '-v': [
      'VTPv1, Message Subset advertisement (0x02), length 60',
      '\tDomain name: Lab1, Seq number: 1, Config Rev 1a [|vtp]',
    ],
  },
});
