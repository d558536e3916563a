import { hex } from '../fixtures/frames';
import { linkHeaders } from '../fixtures/link-headers';
import { describeModes, fixtureOf } from '../modes';

describeModes('FDDI', [
  {
    ...fixtureOf(linkHeaders, 'an FDDI frame'),
    lines: {
      '-e': 'async0 02:00:00:00:00:02 > 02:00:00:00:00:01, length 41: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-e -q':
        '02:00:00:00:00:02 > 02:00:00:00:00:01, length 41: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'station management',
    frame: hex('41 020000000001 020000000002 0102'),
    linkType: 10,
    lines: {
      '': '<SMT printer not yet implemented>',
      '-e': 'info 02:00:00:00:00:02 > 02:00:00:00:00:01, length 15: <SMT printer not yet implemented>',
    },
  },
  {
    ...fixtureOf(linkHeaders, 'a synchronous FDDI frame'),
    lines: {
      '-e': [
        'sync1 02:00:00:00:00:02 > 02:00:00:00:00:01, length 15: ',
        '\t0x0000:  0102                                     ..',
      ],
      '-q': '02:00:00:00:00:02 > 02:00:00:00:00:01, length 15: ',
    },
  },
  {
    title: 'a beacon',
    frame: hex('c2 020000000001 020000000002 0102'),
    linkType: 10,
    lines: {
      '': [
        'beacon 02:00:00:00:00:02 > 02:00:00:00:00:01, length 15: ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'an unknown frame control',
    frame: hex('20 020000000001 020000000002 0102'),
    linkType: 10,
    lines: {
      '': [
        '20 02:00:00:00:00:02 > 02:00:00:00:00:01, length 15: ',
        '\t0x0000:  0102                                     ..',
      ],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('50 020000000001'),
    linkType: 10,
    length: 60,
    lines: {
      '': ' [|fddi]',
      '-x': ' [|fddi]',
    },
  },
]);

describeModes('Token Ring', [
  {
    title: 'an LLC frame',
    frame: hex('10 40 020000000001 020000000002 aaaa03 000000 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 6,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': '10 40 02:00:00:00:00:02 > 02:00:00:00:00:01, length 42: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-e -q':
        '02:00:00:00:00:02 > 02:00:00:00:00:01, length 42: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    ...fixtureOf(linkHeaders, 'a routed Token Ring frame'),
    lines: {
      '-v': [
        'Non-Broadcast Forward [1:2] [2:3] (4472) IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto unknown (59), length 20, bad cksum 0 (->66ac)!)',
        '    10.0.0.1 > 10.0.0.2: no next header',
      ],
      '-e': '10 40 02:00:00:00:00:02 > 02:00:00:00:00:01, length 48: rt = 630:12:23 (4472) LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 20: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'rt = 630:12:23 (4472) IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'a frame to all routes with an unknown service access point',
    frame: hex('10 40 020000000001 820000000002 88f0 0012 0023 0034 8080 03 01'),
    linkType: 6,
    lines: {
      '': [
        'rt = 88f0:12:23:34 (??) 02:00:00:00:00:02 > 02:00:00:00:00:01 Unknown DSAP 0x80 Unnumbered, ui, Flags [Command], length 4',
        '\t0x0000:  8080 0301                                ....',
      ],
      '-v': [
        'All-routes Backward [1:2] [2:3] [3:4] (??) 02:00:00:00:00:02 > 02:00:00:00:00:01 Unknown DSAP 0x80 Unnumbered, ui, Flags [Command], length 4',
        '\t0x0000:  8080 0301                                ....',
      ],
    },
  },
  {
    title: 'a MAC frame',
    frame: hex('10 00 020000000001 020000000002 0102'),
    linkType: 6,
    lines: {
      '': [
        '10 00 02:00:00:00:00:02 > 02:00:00:00:00:01, length 16: ',
        '\t0x0000:  0102                                     ..',
      ],
      '-e': [
        '10 00 02:00:00:00:00:02 > 02:00:00:00:00:01, length 16: ',
        '\t0x0000:  0102                                     ..',
      ],
      '-q': '02:00:00:00:00:02 > 02:00:00:00:00:01, length 16: ',
    },
  },
  {
    title: 'a MAC frame with a route of no length',
    frame: hex('10 00 020000000001 820000000002 0030 01'),
    linkType: 6,
    lines: {
      '': [
        'rt = 30 (4472) 10 00 02:00:00:00:00:02 > 02:00:00:00:00:01, length 17: ',
        '\t0x0000:  0030 01                                  .0.',
      ],
      '-v': [
        'Non-Broadcast Forward (4472) 10 00 02:00:00:00:00:02 > 02:00:00:00:00:01, length 17: ',
        '\t0x0000:  0030 01                                  .0.',
      ],
    },
  },
  {
    title: 'a route that is cut',
    frame: hex('10 40 020000000001 820000000002 0a30 0012'),
    linkType: 6,
    length: 60,
    lines: {
      '': ' [|token-ring]',
      '-x': ' [|token-ring]',
    },
  },
  {
    title: 'a route whose first two bytes are cut',
    frame: hex('10 40 020000000001 820000000002 0a'),
    linkType: 6,
    length: 60,
    lines: {
      '': ' [|token-ring]',
      '-e': '10 40 02:00:00:00:00:02 > 02:00:00:00:00:01, length 60:  [|token-ring]',
      '-x': [' [|token-ring]', '\t0x0000:  0a'],
    },
  },
  {
    title: 'a header that is cut',
    frame: hex('10 40 020000000001'),
    linkType: 6,
    length: 60,
    lines: {
      '': ' [|token-ring]',
      '-x': ' [|token-ring]',
    },
  },
]);
