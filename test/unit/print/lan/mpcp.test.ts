import { concat, ether, hex, zeros } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('MPCP', [
  {
    title: 'a pause',
    frame: ether(0x8808, concat(hex('0001 ffff'), zeros(42))),
    lines: {
      '': 'MPCP, Opcode Pause, length 46',
      '-v': 'MPCP, Opcode Pause, length 46',
    },
  },
  {
    title: 'a gate',
    frame: ether(0x8808, concat(hex('0002 00000064 2a 00000065 0010 00000075 0020 0007'))),
    lines: {
      '': 'MPCP, Opcode Gate, Timestamp 100 ticks, length 21',
      '-v': [
        'MPCP, Opcode Gate, Timestamp 100 ticks, length 21',
        '\tGrant Numbers 2, Flags [ Discovery, Force Grant #2 ]',
        '\tGrant #1, Start-Time 101 ticks, duration 16 ticks',
        '\tGrant #2, Start-Time 117 ticks, duration 32 ticks',
        '\tSync-Time 7 ticks',
      ],
    },
  },
  {
    title: 'a gate without grants',
    frame: ether(0x8808, concat(hex('0002 00000064 00 0007'))),
    lines: {
      '': 'MPCP, Opcode Gate, Timestamp 100 ticks, length 9',
      '-v': [
        'MPCP, Opcode Gate, Timestamp 100 ticks, length 9',
        '\tGrant Numbers 0, Flags [ ? ]',
        '\tSync-Time 7 ticks',
      ],
    },
  },
  {
    title: 'a report',
    frame: ether(0x8808, concat(hex('0003 00000064 02 05 0010 0020'))),
    lines: {
      '': 'MPCP, Opcode Report, Timestamp 100 ticks, length 12',
      '-v': [
        'MPCP, Opcode Report, Timestamp 100 ticks, length 12',
        '\tTotal Queue-Sets 2',
        '\t  Queue-Set #2, Report-Bitmap [ Q0, Q2 ]',
        '\t    Q1 Report, Duration 16 ticks',
        '\t    Q3 Report, Duration 32 ticks',
      ],
    },
  },
  {
    title: 'a register request',
    frame: ether(0x8808, concat(hex('0004 00000064 03 04'), zeros(4))),
    lines: {
      '': 'MPCP, Opcode Register Request, Timestamp 100 ticks, length 12',
      '-v': [
        'MPCP, Opcode Register Request, Timestamp 100 ticks, length 12',
        '\tFlags [ Register, De-Register ], Pending-Grants 4',
      ],
    },
  },
  {
    title: 'a registration',
    frame: ether(0x8808, concat(hex('0005 00000064 0102 03 0040 05'))),
    lines: {
      '': 'MPCP, Opcode Register, Timestamp 100 ticks, length 12',
      '-v': [
        'MPCP, Opcode Register, Timestamp 100 ticks, length 12',
        '\tAssigned-Port 258, Flags [ Re-Register, De-Register, ACK ]',
        '\tSync-Time 64 ticks, Echoed-Pending-Grants 5',
      ],
    },
  },
  {
    title: 'an acknowledged registration',
    frame: ether(0x8808, concat(hex('0006 00000064 01 0102 0040'))),
    lines: {
      '': 'MPCP, Opcode Register ACK, Timestamp 100 ticks, length 11',
      '-v': [
        'MPCP, Opcode Register ACK, Timestamp 100 ticks, length 11',
        '\tEchoed-Assigned-Port 258, Flags [ ACK ]',
        '\tEchoed-Sync-Time 64 ticks',
      ],
    },
  },
  {
    title: 'a refused registration',
    frame: ether(0x8808, concat(hex('0006 00000064 00 0102 0040'))),
    lines: {
      '-v': [
        'MPCP, Opcode Register ACK, Timestamp 100 ticks, length 11',
        '\tEchoed-Assigned-Port 258, Flags [ Reserved ]',
        '\tEchoed-Sync-Time 64 ticks',
      ],
    },
  },
  {
    title: 'an opcode that is not known',
    frame: ether(0x8808, concat(hex('0007 00000064 0102'))),
    lines: {
      '': 'MPCP, Opcode Unknown (7), Timestamp 100 ticks, length 8',
      '-v': ['MPCP, Opcode Unknown (7), Timestamp 100 ticks, length 8', '\t0x0000:  0007 0000 0064 0102'],
    },
  },
  {
    title: 'a gate whose grants are missing',
    frame: ether(0x8808, concat(hex('0002 00000064 07 00000065 0010'))),
    lines: {
      '': 'MPCP, Opcode Gate, Timestamp 100 ticks, length 13',
      '-v': [
        'MPCP, Opcode Gate, Timestamp 100 ticks, length 13',
        '\tGrant Numbers 7, Flags [ ? ]',
        '\tGrant #1, Start-Time 101 ticks, duration 16 ticks [|mpcp]',
      ],
    },
  },
  {
    title: 'a report whose queues are missing',
    frame: ether(0x8808, concat(hex('0003 00000064 ff 05 0010'))),
    lines: {
      '': 'MPCP, Opcode Report, Timestamp 100 ticks, length 10',
      '-v': [
        'MPCP, Opcode Report, Timestamp 100 ticks, length 10',
        '\tTotal Queue-Sets 255',
        '\t  Queue-Set #255, Report-Bitmap [ Q0, Q2 ]',
        '\t    Q1 Report, Duration 16 ticks [|mpcp]',
      ],
    },
  },
]);
