import { hex } from '../fixtures/frames';
import { linkHeaders } from '../fixtures/link-headers';
import { describeModes, fixtureOf } from '../modes';

describeModes('Cisco HDLC', [
  {
    title: 'IP',
    frame: hex('0f00 0800 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 104,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'unicast, ethertype IPv4 (0x0800), length 24: 10.0.0.1 > 10.0.0.2: no next header',
      '-x': [
        'IP 10.0.0.1 > 10.0.0.2: no next header',
        '\t0x0000:  4500 0014 0001 0000 403b 0000 0a00 0001',
        '\t0x0010:  0a00 0002',
      ],
    },
  },
  {
    title: 'IP with an OSI header',
    frame: hex('8f00 fefe cc 45000014 00010000 403b0000 0a0000010a000002'),
    linkType: 104,
    lines: {
      '': 'IP 10.0.0.1 > 10.0.0.2: no next header',
      '-e': 'bcast, ethertype OSI (0xfefe), length 25: OSI NLPID IPv4 (0xcc): 10.0.0.1 > 10.0.0.2: no next header',
    },
  },
  {
    title: 'an unknown type',
    frame: hex('0f00 2000 0102'),
    linkType: 104,
    lines: {
      '': 'unknown CHDLC protocol (0x2000)',
      '-e': 'unicast, ethertype Unknown (0x2000), length 6: ',
    },
  },
  {
    title: 'an OSI type without a packet',
    frame: hex('0f00 fefe 00'),
    linkType: 104,
    lines: {
      '': ' [|chdlc]',
      '-x': ' [|chdlc]',
    },
  },
  {
    title: 'a header that is too short',
    frame: hex('0f00 08'),
    linkType: 104,
    lines: {
      '': ' [|chdlc]',
      '-x': ' [|chdlc]',
    },
  },
]);

describeModes('SLARP', [
  {
    title: 'a request',
    frame: hex('8f00 8035 00000000 00000000 00000000 0000'),
    linkType: 104,
    lines: {
      '': 'SLARP (length: 14), request',
      '-v': 'SLARP (length: 14), request',
      '-vv': ['SLARP (length: 14), request', '\t0x0000:  0000 0000 0000 0000 0000'],
    },
  },
  {
    title: 'a reply',
    frame: hex('0f00 8035 00000001 c0000201 ffffff00 0000'),
    linkType: 104,
    lines: {
      '': 'SLARP (length: 14), reply 192.0.2.1/255.255.255.0',
      '-e': 'unicast, ethertype Reverse ARP (0x8035), length 18: SLARP (length: 14), reply 192.0.2.1/255.255.255.0',
    },
  },
  {
    title: 'a keepalive',
    frame: hex('0f00 8035 00000002 00000011 00000010 ffff'),
    linkType: 104,
    lines: {
      '': 'SLARP (length: 14), keepalive: mineseen=0x00000011, yourseen=0x00000010, reliability=0xffff',
      '-vv': [
        'SLARP (length: 14), keepalive: mineseen=0x00000011, yourseen=0x00000010, reliability=0xffff',
        '\t0x0000:  0000 0011 0000 0010 ffff',
      ],
    },
  },
  {
    ...fixtureOf(linkHeaders, 'a keepalive of SLARP'),
    lines: {
      '-v': 'SLARP (length: 20), keepalive: mineseen=0x00000011, yourseen=0x00000010, reliability=0xffff, link uptime=3d12h50m19s, (trailing junk: 2 bytes)',
      '-vv': [
        'SLARP (length: 20), keepalive: mineseen=0x00000011, yourseen=0x00000010, reliability=0xffff, link uptime=3d12h50m19s, (trailing junk: 2 bytes)',
        '\t0x0000:  0102',
      ],
    },
  },
  {
    title: 'an unknown code',
    frame: hex('0f00 8035 00000009 00000011 00000010 ffff'),
    linkType: 104,
    lines: {
      '': ['SLARP (length: 14), 0x09 unknown', '\t0x0000:  0000 0011 0000 0010 ffff'],
      '-v': ['SLARP (length: 14), 0x09 unknown', '\t0x0000:  0000 0011 0000 0010 ffff'],
      '-vv': ['SLARP (length: 14), 0x09 unknown', '\t0x0000:  0000 0011 0000 0010 ffff'],
    },
  },
  {
    title: 'a message that is too short',
    frame: hex('0f00 8035 00000002 00000011 0000'),
    linkType: 104,
    lines: {
      '': 'SLARP (length: 10),  [|chdlc_slarp]',
    },
  },
  {
    title: 'a time that is cut',
    frame: hex('0f00 8035 00000002 00000011 00000010 ffff 12'),
    linkType: 104,
    length: 22,
    lines: {
      '': 'SLARP (length: 18), keepalive: mineseen=0x00000011, yourseen=0x00000010, reliability=0xffff [|chdlc_slarp]',
      '-x': [
        'SLARP (length: 18), keepalive: mineseen=0x00000011, yourseen=0x00000010, reliability=0xffff [|chdlc_slarp]',
        '\t0x0000:  0f00 8035 0000 0002 0000 0011 0000 0010',
        '\t0x0010:  ffff 12',
      ],
    },
  },
]);
