import { arp, ethernet } from '../../../src/frames/frames';
import { cut, ether, hex } from './fixtures/frames';
import { describeModes } from './modes';

describeModes('ARP, RARP and InARP', [
  {
    title: 'a question',
    frame: ethernet({}, arp({ operation: 'request', senderIp: '10.0.0.1', targetIp: '10.0.0.2' })),
    lines: {
      '': 'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28',
      '-v': 'ARP, Ethernet (len 6), IPv4 (len 4), Request who-has 10.0.0.2 tell 10.0.0.1, length 28',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype ARP (0x0806), length 42: Request who-has 10.0.0.2 tell 10.0.0.1, length 28',
    },
  },
  {
    title: 'an answer',
    frame: ethernet({}, arp({ operation: 'reply', senderIp: '10.0.0.1', targetIp: '10.0.0.2' })),
    lines: {
      '': 'ARP, Reply 10.0.0.1 is-at 02:00:00:00:00:01, length 28',
      '-v': 'ARP, Ethernet (len 6), IPv4 (len 4), Reply 10.0.0.1 is-at 02:00:00:00:00:01, length 28',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype ARP (0x0806), length 42: Reply 10.0.0.1 is-at 02:00:00:00:00:01, length 28',
    },
  },
  {
    title: 'a question that names the station',
    frame: ethernet(
      {},
      arp({ operation: 'request', senderIp: '10.0.0.1', targetIp: '10.0.0.2', targetMac: '02:00:00:00:00:09' }),
    ),
    lines: {
      '': 'ARP, Request who-has 10.0.0.2 (02:00:00:00:00:09) tell 10.0.0.1, length 28',
      '-v': 'ARP, Ethernet (len 6), IPv4 (len 4), Request who-has 10.0.0.2 (02:00:00:00:00:09) tell 10.0.0.1, length 28',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype ARP (0x0806), length 42: Request who-has 10.0.0.2 (02:00:00:00:00:09) tell 10.0.0.1, length 28',
    },
  },
  {
    title: 'a reverse question',
    frame: ether(0x8035, hex('0001 0800 0604 0003 020000000002 00000000 020000000002 00000000')),
    lines: {
      '': 'ARP, Reverse Request who-is 02:00:00:00:00:02 tell 02:00:00:00:00:02, length 28',
      '-v': 'ARP, Ethernet (len 6), IPv4 (len 4), Reverse Request who-is 02:00:00:00:00:02 tell 02:00:00:00:00:02, length 28',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype Reverse ARP (0x8035), length 42: Reverse Request who-is 02:00:00:00:00:02 tell 02:00:00:00:00:02, length 28',
    },
  },
  {
    title: 'an inverse answer',
    frame: ether(0x0806, hex('0001 0800 0604 0009 020000000002 0a000001 020000000003 0a000002')),
    lines: {
      '': 'ARP, Inverse Reply 02:00:00:00:00:02 at 10.0.0.1, length 28',
      '-v': 'ARP, Ethernet (len 6), IPv4 (len 4), Inverse Reply 02:00:00:00:00:02 at 10.0.0.1, length 28',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype ARP (0x0806), length 42: Inverse Reply 02:00:00:00:00:02 at 10.0.0.1, length 28',
    },
  },
  {
    title: 'addresses of unusual size',
    frame: ether(
      0x0806,
      hex(
        '0001 0800 0610 0001 020000000002 00000000000000000000000000000001 000000000000 00000000000000000000000000000002',
      ),
    ),
    lines: {
      '': 'ARP, Ethernet (len 6), IPv4 (len 16), length 52',
      '-v': 'ARP, Ethernet (len 6), IPv4 (len 16), Request who-has <wrong len> tell <wrong len>, length 52',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype ARP (0x0806), length 66: Ethernet (len 6), IPv4 (len 16), length 52',
    },
  },
  {
    title: 'a protocol other than IPv4',
    frame: ether(0x0806, hex('0001 86dd 0604 0001 020000000002 00000000 000000000000 00000000')),
    lines: {
      '': 'ARP, Ethernet (len 6), IPv6 (len 4), length 28',
      '-v': 'ARP, Ethernet (len 6), IPv6 (len 4), Request who-has <wrong proto type> tell <wrong proto type>, length 28',
    },
  },
  {
    title: 'an unknown operation',
    frame: ether(0x0806, hex('0001 0800 0604 0063 020000000002 0a000001 000000000000 0a000002')),
    lines: {
      '': [
        'ARP, Unknown (99) ',
        '\t0x0000:  0001 0800 0604 0063 0200 0000 0002 0a00  .......c........',
        '\t0x0010:  0001 0000 0000 0000 0a00 0002            ............',
      ],
      '-v': [
        'ARP, Ethernet (len 6), IPv4 (len 4), Unknown (99) ',
        '\t0x0000:  0001 0800 0604 0063 0200 0000 0002 0a00  .......c........',
        '\t0x0010:  0001 0000 0000 0000 0a00 0002            ............',
      ],
    },
  },
  {
    title: 'a cut message',
    frame: cut(ether(0x0806, hex('0001 0800 0604 0001 020000000002 0a000001 000000000000 0a000002')), 30),
    length: 42,
    lines: {
      '': ' [|arp]',
      '-v': ' [|arp]',
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype ARP (0x0806), length 42:  [|arp]',
    },
  },
]);
