import { aoe } from '../fixtures/aoe';
import { describeFixtures } from '../modes';

describeFixtures('AoE', aoe, {
  'an ATA command with data': {
    '-v': [
      'AoE length 24, Ver 1, Flags: [none]',
      '\tMajor: 0x0001, Minor: 0x02, Command: Issue ATA Command, Tag: 0x01020304',
      '\tAFlags: [Ext48, Device, Async, Write], Err/Feature: 1, Sector Count: 2, Cmd/Status: 48',
      '\tlba0: 1, lba1: 2, lba2: 3, lba3: 4, lba4: 5, lba5: 6',
      '\tData: 2 bytes',
    ],
    '-e -v': [
      '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype AoE (0x88a2), length 38: AoE length 24, Ver 1, Flags: [none]',
      '\tMajor: 0x0001, Minor: 0x02, Command: Issue ATA Command, Tag: 0x01020304',
      '\tAFlags: [Ext48, Device, Async, Write], Err/Feature: 1, Sector Count: 2, Cmd/Status: 48',
      '\tlba0: 1, lba1: 2, lba2: 3, lba3: 4, lba4: 5, lba5: 6',
      '\tData: 2 bytes',
    ],
    '-q': 'AoE length 24, Ver 1, Flags: [none]',
  },
  'an answer that is an error': {
    '-v': [
      'AoE length 10, Ver 1, Flags: [Response, Error]',
      '\tError: Invalid (9)',
      '\tMajor: 0xffff, Minor: 0xff, Command: Unknown (0x04), Tag: 0x01020304',
    ],
  },
  'a configuration string': {
    '-v': [
      'AoE length 23, Ver 1, Flags: [Response]',
      '\tMajor: 0x0001, Minor: 0x02, Command: Query Config Information, Tag: 0x01020304',
      '\tBuffer Count: 16, Firmware Version: 258, Sector Count: 2, AoE: 1, CCmd: set config string',
      '\tConfig String (length 5): hello',
    ],
  },
  'a configuration string that is longer than the frame': {
    '-v': [
      'AoE length 23, Ver 1, Flags: [Response]',
      '\tMajor: 0x0001, Minor: 0x02, Command: Query Config Information, Tag: 0x01020304',
      '\tBuffer Count: 16, Firmware Version: 258, Sector Count: 2, AoE: 1, CCmd: Unknown (0x02x) (invalid)',
    ],
  },
  'a list of address masks': {
    '-v': [
      'AoE length 30, Ver 1, Flags: [Response]',
      '\tMajor: 0x0001, Minor: 0x02, Command: MAC Mask List, Tag: 0x01020304',
      '\tMCmd: Edit Mac Mask List, MError: Bad DCmd directive, Dir Count: 2',
      '\t DCmd: Add mac address to mask list, Ethernet Address: 02:00:00:00:00:03',
      '\t DCmd: Unknown (0x09), Ethernet Address: 02:00:00:00:00:04',
    ],
  },
  'more address masks than the frame holds': {
    '-v': [
      'AoE length 22, Ver 1, Flags: [Response]',
      '\tMajor: 0x0001, Minor: 0x02, Command: MAC Mask List, Tag: 0x01020304',
      '\tMCmd: Read Mac Mask List, MError: Unknown (0x00), Dir Count: 3 (invalid)',
    ],
  },
  'a reservation': {
    '-v': [
      'AoE length 24, Ver 1, Flags: [Response]',
      '\tMajor: 0x0001, Minor: 0x02, Command: Reserve/Release, Tag: 0x01020304',
      '\tRCmd: Set reserve list, NMacs: 2',
      '\tEthernet Address 0: 02:00:00:00:00:03',
      '\tEthernet Address 1: 02:00:00:00:00:04',
    ],
  },
  'a reservation of fewer addresses than it says': {
    '-v': [
      'AoE length 24, Ver 1, Flags: [Response]',
      '\tMajor: 0x0001, Minor: 0x02, Command: Reserve/Release, Tag: 0x01020304',
      '\tRCmd: Unknown (0x07), NMacs: 3 (invalid)',
    ],
  },
  'another version': {
    '-v': 'AoE length 4, Ver 2',
  },
  'a header that is too short': {
    '-v': 'AoE length 4, Ver 1 (invalid)',
  },
  'an ATA command without its argument': {
    '-v': [
      'AoE length 12, Ver 1, Flags: [none]',
      '\tMajor: 0x0001, Minor: 0x02, Command: Issue ATA Command, Tag: 0x01020304 (invalid)',
    ],
  },
  'a cut ATA command': {
    '-v': [
      'AoE length 24, Ver 1, Flags: [none]',
      '\tMajor: 0x0001, Minor: 0x02, Command: Issue ATA Command, Tag: 0x01020304',
      '\tAFlags: [Ext48, Device, Async, Write], Err/Feature: 1, Sector Count: 2, Cmd/Status: 48',
      '\tlba0: 1, lba1: 2, lba2: 3 [|aoe]',
    ],
  },
});
