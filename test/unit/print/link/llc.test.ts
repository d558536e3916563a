import { concat, hex, ip4Packet, llc } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('LLC and SNAP', [
  {
    title: 'an unnumbered information frame of unknown service access points',
    frame: llc(hex('8280 03 0102')),
    lines: {
      '': [
        '02:00:00:00:00:01 Unknown SSAP 0x80 > 02:00:00:00:00:02 Unknown DSAP 0x82 Unnumbered, ui, Flags [Command], length 5',
        '\t0x0000:  8280 0301 02                             .....',
      ],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 5: LLC, dsap Unknown (0x82) Individual, ssap Unknown (0x80) Command, ctrl 0x03: Unnumbered, ui, Flags [Command], length 5',
        '\t0x0000:  8280 0301 02                             .....',
      ],
      '-q': '02:00:00:00:00:01 Unknown SSAP 0x80 > 02:00:00:00:00:02 Unknown DSAP 0x82 Unnumbered, ui, Flags [Command], length 5',
    },
  },
  {
    title: 'an exchange of identification',
    frame: llc(hex('0001 af 81 0100')),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02 Null Unnumbered, xid, Flags [Response], length 6: 01 00',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 6: LLC, dsap Null (0x00) Individual, ssap Null (0x00) Response, ctrl 0xaf: Unnumbered, xid, Flags [Response], length 6: 01 00',
    },
  },
  {
    title: 'a supervisory frame',
    frame: llc(hex('0404 0100')),
    lines: {
      '': '02:00:00:00:00:01 > 02:00:00:00:00:02 SNA Supervisory, Receiver Ready, rcv seq 0, Flags [Command], length 4',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 4: LLC, dsap SNA (0x04) Individual, ssap SNA (0x04) Command, ctrl 0x0001: Supervisory, Receiver Ready, rcv seq 0, Flags [Command], length 4',
    },
  },
  {
    title: 'an information frame',
    frame: llc(hex('f0f1 0402 616263')),
    lines: {
      '': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02 NetBeui Information, send seq 2, rcv seq 1, Flags [Response], length 7',
        '\t0x0000:  f0f1 0402 6162 63                        ....abc',
      ],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 7: LLC, dsap NetBeui (0xf0) Individual, ssap NetBeui (0xf0) Response, ctrl 0x0204: Information, send seq 2, rcv seq 1, Flags [Response], length 7',
        '\t0x0000:  f0f1 0402 6162 63                        ....abc',
      ],
    },
  },
  {
    title: 'IPv4 in SNAP',
    frame: llc(concat(hex('aaaa03 000000 0800'), ip4Packet(99, hex('01')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 21)',
        '    192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 29: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Ethernet (0x000000), ethertype IPv4 (0x0800), length 21: 192.0.2.1 > 192.0.2.2:  ip-proto-99 1',
    },
  },
  {
    title: 'an unknown protocol of an organization',
    frame: llc(hex('aaaa03 00000c 0003 616263')),
    lines: {
      '': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02 SNAP, oui Cisco (0x00000c), pid Unknown (0x0003), length 3: ',
        '\t0x0000:  aaaa 0300 000c 0003 6162 63              ........abc',
      ],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 11: LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui Cisco (0x00000c), pid Unknown (0x0003), length 3: ',
        '\t0x0000:  aaaa 0300 000c 0003 6162 63              ........abc',
      ],
    },
  },
  {
    title: 'a frame cut before its control field',
    frame: llc(hex('4242')),
    lines: {
      '': [' [|llc]', '\t0x0000:  4242                                     BB'],
      '-e': [
        '02:00:00:00:00:01 > 02:00:00:00:00:02, 802.3, length 2:  [|llc]',
        '\t0x0000:  4242                                     BB',
      ],
    },
  },
]);
