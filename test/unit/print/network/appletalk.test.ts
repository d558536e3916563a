import { appletalk } from '../fixtures/appletalk';
import { hex } from '../fixtures/frames';
import { describeModes, fixtureOf } from '../modes';

describeModes('LocalTalk', [
  {
    ...fixtureOf(appletalk, 'a lookup over LocalTalk'),
    lines: {
      '-e': '0.3.4 > 0.2.2: nbp-lkup 5: "Name:Types@*"',
      '-x': [
        '0.3.4 > 0.2.2: nbp-lkup 5: "Name:Types@*"',
        '\t0x0000:  2105 0000 0304 0004 4e61 6d65 0554 7970',
        '\t0x0010:  6573 012a',
      ],
    },
  },
  {
    title: 'the long header',
    frame: hex('02 03 02 0020 0000 0001 0002 03 04 05 06 01 0102'),
    linkType: 114,
    lines: {
      '': '2.4.6 > 1.3.5: at-rtmp 2',
      '-x': ['2.4.6 > 1.3.5: at-rtmp 2', '\t0x0000:  0102'],
    },
  },
  {
    title: 'a control frame',
    frame: hex('02 03 81 01'),
    linkType: 114,
    lines: {
      '': '3 > 2 at-lap#129 1',
      '-x': ['3 > 2 at-lap#129 1', '\t0x0000:  01'],
    },
  },
  {
    title: 'a frame that is too short',
    frame: hex('02 03'),
    linkType: 114,
    lines: {
      '': ' [|llap 2]',
      '-x': ' [|llap 2]',
    },
  },
  {
    title: 'a short header that is too short',
    frame: hex('02 03 01 0015'),
    linkType: 114,
    lines: {
      '': ' [|sddp 2]',
      '-x': [' [|sddp 2]', '\t0x0000:  0100 15'],
    },
  },
  {
    title: 'a long header that is too short',
    frame: hex('02 03 02 0015'),
    linkType: 114,
    lines: {
      '': ' [|ddp 2]',
    },
  },
  {
    title: 'a frame that is cut',
    frame: hex('02 03'),
    linkType: 114,
    length: 20,
    lines: {
      '': ' [|llap]',
      '-x': ' [|llap]',
    },
  },
  {
    title: 'a short header that is cut',
    frame: hex('02 03 01 0015'),
    linkType: 114,
    length: 20,
    lines: {
      '': ' [|sddp]',
      '-x': ' [|sddp]',
    },
  },
  {
    title: 'a long header that is cut',
    frame: hex('02 03 02 0015'),
    linkType: 114,
    length: 20,
    lines: {
      '': ' [|ddp]',
    },
  },
]);

describeModes('AppleTalk', [
  {
    title: 'routing table maintenance by ethertype',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 01 0102'),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  at-rtmp 2',
      '-v': 'et1 AT 2.4.6 > 1.3.5:  at-rtmp 2',
      '-e': '02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype Appletalk (0x809b), length 29: 2.4.6 > 1.3.5:  at-rtmp 2',
      '-x': ['AT 2.4.6 > 1.3.5:  at-rtmp 2', '\t0x0000:  0020 0000 0001 0002 0304 0506 0101 02'],
    },
  },
  {
    title: 'SNAP',
    frame: hex('020000000001 020000000002 001a aaaa03 080007 809b 0020 0000 0001 0002 03 04 05 06 01 0102030405'),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  at-rtmp 5',
      '-e': '02:00:00:00:00:02 > 02:00:00:00:00:01, 802.3, length 26: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Appletalk (0x080007), pid Appletalk (0x809b), length 18: 2.4.6 > 1.3.5:  at-rtmp 5',
    },
  },
  {
    title: "BSD's address family",
    frame: hex('10000000 0020 0000 0001 0002 03 04 05 06 01 0102'),
    linkType: 0,
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  at-rtmp 2',
      '-v': 'AT 2.4.6 > 1.3.5:  at-rtmp 2',
      '-e -q': 'Appletalk, length 19: 2.4.6 > 1.3.5:  at-rtmp 2',
    },
  },
  {
    title: 'ARCNET',
    frame: hex('0102 dd 00 0001 0020 0000 0001 0002 03 04 05 06 05 0102'),
    linkType: 7,
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  at-rtmpReq 2',
      '-v': 'et1 AT 2.4.6 > 1.3.5:  at-rtmpReq 2',
    },
  },
  {
    title: 'an unknown type',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 09 0102'),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  at-#9 2',
    },
  },
  {
    title: 'all nodes of a network',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 ff ff 05 06 04 0102'),
    lines: {
      '': 'AT 2.6 > 1.5:  at-echo 2',
    },
  },
  {
    title: 'a header that is too short',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 ff'),
    lines: {
      '': 'AT  [|ddp 9]',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 ff'),
    length: 60,
    lines: {
      '': 'AT  [|ddp]',
      '-x': ['AT  [|ddp]', '\t0x0000:  0020 0000 0001 0002 ff'],
    },
  },
]);

describeModes('The AppleTalk Transaction Protocol', [
  {
    title: 'a request without flags for the first packets',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 03 40 07 0102 00000000'),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  atp-req* 258<0-2>',
    },
  },
  {
    title: 'a request for one packet with a status',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 03 48 01 0102 00000000'),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  atp-req* 258<0> [STS]',
    },
  },
  {
    title: 'a response',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 03 b8 05 0102 00000007 0102'),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  atp-resp*258:5 (2) [XO,STS] 0x7',
    },
  },
  {
    title: 'a response without flags',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 03 80 05 0102 00000000'),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  atp-resp 258:5 (0)',
    },
  },
  {
    title: 'an unknown function',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 03 08 00 0102 00000000'),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  atp-0x8  258 (0)',
    },
  },
  {
    title: 'a header that is too short',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 03 08 00 0102'),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  [|atalk]',
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 03 08 00 0102'),
    length: 60,
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  [|atalk]',
    },
  },
]);

describeModes('The Name Binding Protocol', [
  {
    title: 'a lookup',
    frame: hex(
      '020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 02 21 05 0002 04 06 00 04 4e616d65 05 5479706573 01 2a',
    ),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  nbp-lkup 5: "Name:Types@*"',
    },
  },
  {
    title: 'a broadcast request from elsewhere',
    frame: hex(
      '020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 02 12 05 0001 04 07 01 04 4e616d65 05 5479706573 01 2a',
    ),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  nbp-brRq 5: "Name:Types@*" [ntup=2] [enum=1] [addr=1.4.7]',
    },
  },
  {
    title: 'an unknown operation',
    frame: hex(
      '020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 02 40 07 0002 04 06 01 04 4e616d65 05 5479706573 01 2a',
    ),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  nbp-0x40  7 (18)',
    },
  },
  {
    title: 'a name that is too long',
    frame: hex(
      '020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 02 32 07 0002 04 06 01 21 414141414141414141414141414141414141414141414141414141414141414141',
    ),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  nbp-reply 7: "[len=33]',
    },
  },
  {
    title: 'a name that is cut',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 02 31 07 0002 04 06 01 04 4e61'),
    length: 80,
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  nbp-reply 7: "Na [|atalk]',
    },
  },
  {
    title: 'a tuple that is cut',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 02 31 07 0002 04'),
    length: 80,
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  nbp-reply 7: [|atalk]',
    },
  },
  {
    title: 'a message that is too short',
    frame: hex('020000000001 020000000002 809b 0020 0000 0001 0002 03 04 05 06 02 31 07 0002'),
    lines: {
      '': 'AT 2.4.6 > 1.3.5:  truncated-nbp 4',
    },
  },
]);

describeModes('AppleTalk ARP', [
  {
    title: 'a request',
    frame: hex('020000000001 020000000002 80f3 0001 809b 0604 0001 020000000002 00000102 000000000000 00000304'),
    lines: {
      '': 'aarp who-has 3.4 tell 1.2',
      '-e': '02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype Appletalk ARP (0x80f3), length 42: aarp who-has 3.4 tell 1.2',
    },
  },
  {
    title: 'a probe',
    frame: hex('020000000001 020000000002 80f3 0001 809b 0604 0003 020000000002 00000102 000000000000 000003ff'),
    lines: {
      '': 'aarp probe 3 tell 1.2',
    },
  },
  {
    title: 'an unknown operation',
    frame: hex('020000000001 020000000002 80f3 0001 809b 0604 0004 020000000002 00000102 000000000000 00000304'),
    lines: {
      '': 'aarp len 28 op 4 htype 1 ptype 0x809b halen 6 palen 4',
    },
  },
  {
    title: 'unknown addresses',
    frame: hex('020000000001 020000000002 80f3 0001 0000 0605 0001 020000000002 00000102 000000000000 00000304'),
    lines: {
      '': 'aarp len 28 op 1 htype 1 ptype 0 halen 6 palen 5',
    },
  },
  {
    title: 'a packet that is cut',
    frame: hex('020000000001 020000000002 80f3 0001 809b 0604 0001'),
    length: 60,
    lines: {
      '': 'aarp  [|aarp]',
      '-x': ['aarp  [|aarp]', '\t0x0000:  0001 809b 0604 0001'],
    },
  },
]);
