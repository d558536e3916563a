import { arp, ethernet } from '../../../../src/frames/frames';
import { cut, ether, hex } from '../fixtures/frames';
import { rarp } from '../fixtures/rarp';
import { describeModes, fixtureOf } from '../modes';

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
    ...fixtureOf(rarp, 'a question by MAC address'),
    lines: {
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

/** Behind the numbers of ATM and IPv4. */
function atmArp(rest: string): Uint8Array {
  return ether(0x0806, hex(`0013 0800 ${rest}`));
}

const number = '47000580ffe1000000f21a2a3b000000000000aa';

describeModes('ATMARP', [
  {
    title: 'a question without a number',
    frame: atmArp(`14 00 0001 04 00 00 04 ${number} 0a000001 0a000002`),
    lines: {
      '': 'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 40',
      '-v': 'ARP, ATM, IPv4 (len 4/4), Request who-has 10.0.0.2 tell 10.0.0.1, length 40',
    },
  },
  {
    title: 'a question with a number',
    frame: atmArp('02 00 0001 04 03 00 04 0102 0a000001 030405 0a000002'),
    lines: { '': 'ARP, Request who-has 10.0.0.2 (03:04:05) tell 10.0.0.1, length 25' },
  },
  {
    title: 'an answer with a subaddress',
    frame: atmArp('42 03 0002 04 00 00 04 0102 030405 0a000001 0a000002'),
    lines: { '': 'ARP, Reply 10.0.0.1 is-at 01:02,03:04:05, length 25' },
  },
  {
    title: 'who has a number',
    frame: atmArp('02 00 0008 04 00 00 04 0102 0a000001 0a000002'),
    lines: { '': 'ARP, Inverse Request who-is <No address> tell 01:02, length 22' },
  },
  {
    title: 'whose a number is',
    frame: atmArp('02 00 0009 04 00 00 04 0102 0a000001 0a000002'),
    lines: { '': 'ARP, Inverse Reply 01:02at 10.0.0.1, length 22' },
  },
  {
    title: 'that nobody is there',
    frame: atmArp('00 00 000a 04 00 00 04 0a000001 0a000002'),
    lines: { '': 'ARP, NACK Reply for 10.0.0.1, length 20' },
  },
  {
    title: 'a protocol address of another length',
    frame: atmArp('00 00 0001 02 00 00 04 0a00 0a000002'),
    lines: {
      '': 'ARP, ATM, IPv4 (len 2/4), length 18',
      '-v': 'ARP, ATM, IPv4 (len 2/4), Request who-has 10.0.0.2 tell <wrong splen>, length 18',
    },
  },
  {
    title: 'lengths beyond the packet',
    frame: atmArp('3f 3f 0001 04 3f 3f 04 0102 0a000001'),
    lines: { '': ' [|arp]' },
  },
]);
