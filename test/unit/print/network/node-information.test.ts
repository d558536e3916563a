import { hex, ip6 } from '../fixtures/frames';
import { describeModes } from '../modes';

const address = '20010db8000000000000000000000001';
/** A query about addresses with these flags, and a reply. */
const query = (flags: string) => ip6(58, hex(`8b 00 0000 0003 ${flags} 0102030405060708 ${address}`));
const reply = (flags: string) => ip6(58, hex(`8c 00 0000 0003 ${flags} 0102030405060708 00000e10 ${address}`));

describeModes('Node Information', [
  {
    title: 'a query for all addresses',
    frame: query('0002'),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, who-are-you request node information query (node addresses [A], subject=2001:db8::1), length 32',
    },
  },
  {
    title: 'a query for addresses of one kind each',
    frame: query('0064'),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, who-are-you request node information query (node addresses [aGC], subject=2001:db8::1), length 32',
    },
  },
  {
    title: 'a query for others',
    frame: query('0018'),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, who-are-you request node information query (node addresses [SL], subject=2001:db8::1), length 32',
    },
  },
  {
    title: 'a query with the bit of replies',
    frame: query('0001'),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, who-are-you request node information query (node addresses [], subject=2001:db8::1), length 32',
    },
  },
  {
    title: 'a reply that is cut off',
    frame: reply('007f'),
    lines: {
      '': 'IP6 2001:db8::1 > 2001:db8::2: ICMP6, who-are-you reply node information reply (node addresses 2001:db8::1(3600) [aGSLCAT]), length 36',
      '-v': 'IP6 (hlim 64, next-header ICMPv6 (58) payload length: 36) 2001:db8::1 > 2001:db8::2: [bad icmp6 cksum 0x0000 -> 0xcbcb!] ICMP6, who-are-you reply node information reply (success, node addresses 2001:db8::1(3600) [aGSLCAT])',
    },
  },
]);
