import { mpcp } from '../fixtures/mpcp';
import { describeFixtures } from '../modes';

describeFixtures('MPCP', mpcp, {
  'a pause': {
    '-v': 'MPCP, Opcode Pause, length 46',
  },
  'a gate': {
    '-v': [
      'MPCP, Opcode Gate, Timestamp 100 ticks, length 21',
      '\tGrant Numbers 2, Flags [ Discovery, Force Grant #2 ]',
      '\tGrant #1, Start-Time 101 ticks, duration 16 ticks',
      '\tGrant #2, Start-Time 117 ticks, duration 32 ticks',
      '\tSync-Time 7 ticks',
    ],
  },
  'a gate without grants': {
    '-v': ['MPCP, Opcode Gate, Timestamp 100 ticks, length 9', '\tGrant Numbers 0, Flags [ ? ]', '\tSync-Time 7 ticks'],
  },
  'a report': {
    '-v': [
      'MPCP, Opcode Report, Timestamp 100 ticks, length 12',
      '\tTotal Queue-Sets 2',
      '\t  Queue-Set #2, Report-Bitmap [ Q0, Q2 ]',
      '\t    Q1 Report, Duration 16 ticks',
      '\t    Q3 Report, Duration 32 ticks',
    ],
  },
  'a register request': {
    '-v': [
      'MPCP, Opcode Register Request, Timestamp 100 ticks, length 12',
      '\tFlags [ Register, De-Register ], Pending-Grants 4',
    ],
  },
  'a registration': {
    '-v': [
      'MPCP, Opcode Register, Timestamp 100 ticks, length 12',
      '\tAssigned-Port 258, Flags [ Re-Register, De-Register, ACK ]',
      '\tSync-Time 64 ticks, Echoed-Pending-Grants 5',
    ],
  },
  'an acknowledged registration': {
    '-v': [
      'MPCP, Opcode Register ACK, Timestamp 100 ticks, length 11',
      '\tEchoed-Assigned-Port 258, Flags [ ACK ]',
      '\tEchoed-Sync-Time 64 ticks',
    ],
  },
  'a refused registration': {
    '-v': [
      'MPCP, Opcode Register ACK, Timestamp 100 ticks, length 11',
      '\tEchoed-Assigned-Port 258, Flags [ Reserved ]',
      '\tEchoed-Sync-Time 64 ticks',
    ],
  },
  'an opcode that is not known': {
    '-v': ['MPCP, Opcode Unknown (7), Timestamp 100 ticks, length 8', '\t0x0000:  0007 0000 0064 0102'],
  },
  'a gate whose grants are missing': {
    '-v': [
      'MPCP, Opcode Gate, Timestamp 100 ticks, length 13',
      '\tGrant Numbers 7, Flags [ ? ]',
      '\tGrant #1, Start-Time 101 ticks, duration 16 ticks [|mpcp]',
    ],
  },
  'a report whose queues are missing': {
    '-v': [
      'MPCP, Opcode Report, Timestamp 100 ticks, length 10',
      '\tTotal Queue-Sets 255',
      '\t  Queue-Set #255, Report-Bitmap [ Q0, Q2 ]',
      '\t    Q1 Report, Duration 16 ticks [|mpcp]',
    ],
  },
});
