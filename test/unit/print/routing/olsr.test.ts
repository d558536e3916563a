import { cut, hex, udp4, udp6 } from '../fixtures/frames';
import { routing } from '../fixtures/routing';
import { describeModes, fixtureOf } from '../modes';

/** A packet with `messages`. */
const packet = (messages: string) => {
  const length = (4 + hex(messages).length).toString(16).padStart(4, '0');
  return hex(`${length} 0001 ${messages}`);
};
const olsr = (messages: string) => udp4(698, 698, packet(messages));
const olsr6 = (messages: string) => udp6(698, 698, packet(messages));

describeModes('OLSR', [
  {
    title: 'a hello',
    frame: olsr('01 86 001c c0000201 01 00 0002 0000 05 03 06 00 000c c0000202 c0000203'),
    lines: {
      '': 'IP 192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 32',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 60)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 32',
        '\tHello Message (0x01), originator 192.0.2.1, ttl 1, hop 0',
        '\t  vtime 6.000s, msg-seq 0x0002, length 28',
        '\t  hello-time 2.000s, MPR willingness 3',
        '\t    link-type Symmetric, neighbor-type Symmetric, len 12',
        '\t      neighbor',
        '\t\t192.0.2.2 192.0.2.3 ',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 74: 192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 32',
    },
  },
  {
    ...fixtureOf(routing, 'OLSR: a hello with qualities'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 68)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 40',
        '\tHello-LQ Message (0xc9), originator 192.0.2.1, ttl 1, hop 0',
        '\t  vtime 2.000s, msg-seq 0x0002, length 36',
        '\t  hello-time 0.121s, MPR willingness 7',
        '\t    link-type Symmetric, neighbor-type Symmetric-MPR, len 12',
        '\t      neighbor 192.0.2.2, link-quality 100.00%, neighbor-link-quality 50.20%',
        '\t    link-type Lost, neighbor-type Unknown, len 8',
      ],
    },
  },
  {
    title: 'topologies',
    frame: olsr(
      '02 b7 0018 c0000201 ff 01 0003 0007 0000 c0000202 c0000203 ca b7 0018 c0000201 ff 01 0004 0008 0000 c0000202 33 01 0000',
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 80)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 52',
        '\tTC Message (0x02), originator 192.0.2.1, ttl 255, hop 1',
        '\t  vtime 13.500s, msg-seq 0x0003, length 24',
        '\t    advertised neighbor seq 0x0007',
        '\t      neighbor',
        '\t\t192.0.2.2 192.0.2.3 ',
        '\tTC-LQ Message (0xca), originator 192.0.2.1, ttl 255, hop 1',
        '\t  vtime 13.500s, msg-seq 0x0004, length 24',
        '\t    advertised neighbor seq 0x0008',
        '\t      neighbor 192.0.2.2, link-quality 20.00%, neighbor-link-quality 0.39%',
      ],
    },
  },
  {
    title: 'interfaces and networks',
    frame: olsr(
      '03 00 0010 c0000201 ff 01 0005 c0000301 04 ff 0034 c0000201 ff 01 0006 0a000000 ff000000 00000000 001f fff1 00000000 0002 0808 0a010000 ffff0000 0a020000 ffffffff',
    ),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 100)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 72',
        '\tMID Message (0x03), originator 192.0.2.1, ttl 255, hop 1',
        '\t  vtime 0.062s, msg-seq 0x0005, length 16',
        '\t  interface address 192.0.3.1',
        '\tHNA Message (0x04), originator 192.0.2.1, ttl 255, hop 1',
        '\t  vtime 3968.000s, msg-seq 0x0006, length 52',
        '\t  Advertised networks (total 5)',
        '\t    10.0.0.0/8, Smart-Gateway: LINKSPEED IPV4 IPV4-NAT IPV6 IPv6-PREFIX 320000000/310, Smart-Gateway: IPV4 0/0, 10.1.0.0/16',
        '\t    10.2.0.0/32',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'OLSR: names'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 76)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 48',
        '\tNameservice Message (0x82), originator 192.0.2.1, ttl 255, hop 1',
        '\t  vtime 13.500s, msg-seq 0x0007, length 40',
        '\t  Version 1, Entries 2',
        '\t    #0: type 000000, length 6, address 192.0.2.1, name "router"',
        '\t    #1: type 0x0001, length 1 (invalid) [|olsr]',
      ],
    },
  },
  {
    title: 'messages over IPv6',
    frame: olsr6(
      'c9 86 0038 20010db8000000000000000000000001 01 00 0002 0000 05 03 06 00 0018 20010db8000000000000000000000002 ff 80 0000 03 86 0028 20010db8000000000000000000000001 01 00 0002 20010db8000000000000000000000003 04 86 0038 20010db8000000000000000000000001 01 00 0002 20010db8000000000000000000000000 ffffffff000000000000000000000000',
    ),
    lines: {
      '': 'IP6 2001:db8::1.698 > 2001:db8::2.698: OLSRv6, seq 0x0001, length 152',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 160) 2001:db8::1.698 > 2001:db8::2.698: [udp sum ok] OLSRv6, seq 0x0001, length 152',
        '\tHello-LQ Message (0xc9), originator 2001:db8::1, ttl 1, hop 0',
        '\t  vtime 6.000s, msg-seq 0x0002, length 56',
        '\t  hello-time 2.000s, MPR willingness 3',
        '\t    link-type Symmetric, neighbor-type Symmetric, len 24',
        '\t      neighbor 2001:db8::2, link-quality 100.00%, neighbor-link-quality 50.20%',
        '\t    link-type Lost, neighbor-type Not-Neighbor, len 40 (invalid)',
        '\tUnknown Message (0x20), originator ::1:100:2, ttl 32, hop 1',
        '\t  vtime 0.125s, msg-seq 0x0db8, length 3512 (invalid)',
      ],
    },
  },
  {
    title: 'an unknown message',
    frame: olsr('80 86 0010 c0000201 01 00 0002 deadbeef'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 48)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 20',
        '\tPowerinfo Message (0x80), originator 192.0.2.1, ttl 1, hop 0',
        '\t  vtime 6.000s, msg-seq 0x0002, length 16',
        '\t    0x0000:  dead beef',
      ],
    },
  },
  {
    title: 'a message that is longer than the packet',
    frame: olsr('01 86 0040 c0000201 01 00 0002 0000 05 03'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 48)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 20',
        '\tHello Message (0x01), originator 192.0.2.1, ttl 1, hop 0',
        '\t  vtime 6.000s, msg-seq 0x0002, length 64 (invalid)',
      ],
    },
  },
  {
    title: 'a message of length 0',
    frame: olsr('01 86 0000 c0000201 01 00 0002 0000 05 03'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 48)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 20',
      ],
    },
  },
  {
    title: 'a link of length 0',
    frame: olsr('01 86 0014 c0000201 01 00 0002 0000 05 03 06 00 0000'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 52)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 24',
        '\tHello Message (0x01), originator 192.0.2.1, ttl 1, hop 0',
        '\t  vtime 6.000s, msg-seq 0x0002, length 20',
        '\t  hello-time 2.000s, MPR willingness 3',
        '\t    link-type Symmetric, neighbor-type Symmetric, len 0 (invalid)',
      ],
    },
  },
  {
    title: 'names that are not there',
    frame: olsr('82 b7 0010 c0000201 ff 01 0007 0001 0002'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 48)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 20',
        '\tNameservice Message (0x82), originator 192.0.2.1, ttl 255, hop 1',
        '\t  vtime 13.500s, msg-seq 0x0007, length 16',
        '\t  Version 1, Entries 2 (invalid)',
      ],
    },
  },
  {
    title: 'a cut hello',
    frame: cut(olsr('01 86 001c c0000201 01 00 0002 0000 05 03 06 00 000c c0000202 c0000203'), 68),
    length: 74,
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 60)',
        '    192.0.2.1.698 > 192.0.2.2.698: OLSRv4, seq 0x0001, length 32',
        '\tHello Message (0x01), originator 192.0.2.1, ttl 1, hop 0',
        '\t  vtime 6.000s, msg-seq 0x0002, length 28',
        '\t  hello-time 2.000s, MPR willingness 3',
        '\t    link-type Symmetric, neighbor-type Symmetric, len 12 [|olsr]',
      ],
    },
  },
]);
