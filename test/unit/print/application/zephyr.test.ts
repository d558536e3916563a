import { cut, hex, text, udp4 } from '../fixtures/frames';
import { describeModes } from '../modes';

type Parts = { version?: string; kind?: string; sender?: string; recipient?: string; more?: string[] };
/** A notice; fields that nobody asks for are left empty. */
const notice = (
  words: string,
  { version = 'ZEPH0.2', kind = '0x00000002', sender = 'joe', recipient = '', more = [] }: Parts = {},
) => {
  const [kindClass = '', instance = '', opcode = ''] = words.split(' ');
  const all = [
    version,
    '11',
    kind,
    'uid',
    '0',
    '0',
    '0',
    '',
    kindClass,
    instance,
    opcode,
    sender,
    recipient,
    '',
    '0',
    '',
    '',
  ];
  return udp4(40000, 2104, text([...all, ...more, ''].join('\0')));
};

describeModes('Zephyr', [
  {
    title: 'a message',
    frame: notice('MESSAGE PERSONAL'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe to <MESSAGE,PERSONAL,*>',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 89)',
        '    192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe to <MESSAGE,PERSONAL,*>',
      ],
    },
  },
  {
    title: 'a message to one',
    frame: notice('MESSAGE PERSONAL PING', { recipient: 'ann' }),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe to <MESSAGE,PERSONAL,ann> op PING',
    },
  },
  {
    title: 'a message without a sender',
    frame: notice('MESSAGE PERSONAL', { sender: '' }),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked to <MESSAGE,PERSONAL,*>',
    },
  },
  {
    title: 'locations',
    frame: notice('USER_LOCATE ann'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe locate ann',
    },
  },
  {
    title: 'hiding',
    frame: notice('USER_LOCATE ann USER_HIDE'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe hide',
    },
  },
  {
    title: 'showing',
    frame: notice('USER_LOCATE ann USER_UNHIDE'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe unhide',
    },
  },
  {
    title: 'administration',
    frame: notice('ZEPHYR_ADMIN x LOST_Clients'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe zephyr-admin lost_clients',
    },
  },
  {
    title: 'a subscription for all',
    frame: notice('ZEPHYR_CTL CLIENT SUBSCRIBE_NODEFS', { more: ['c', 'i', ''] }),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe unsub-nodefs <c,i,*>',
    },
  },
  {
    title: 'the end of a subscription',
    frame: notice('ZEPHYR_CTL CLIENT UNSUBSCRIBE'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe unsub',
    },
  },
  {
    title: 'an acknowledged subscription',
    frame: notice('ZEPHYR_CTL CLIENT SUBSCRIBE', { kind: '5', more: ['SENT'] }),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr serv-ack joe sub',
    },
  },
  {
    title: 'what a client is subscribed to',
    frame: notice('ZEPHYR_CTL CLIENT GIMME', { kind: '5', more: ['LOST'] }),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr serv-ack/lost joe ret',
    },
  },
  {
    title: 'the defaults',
    frame: notice('ZEPHYR_CTL CLIENT GIMMEDEFS'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe gimme-defs',
    },
  },
  {
    title: 'no more subscriptions',
    frame: notice('ZEPHYR_CTL CLIENT CLEARSUB'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe clear-subs',
    },
  },
  {
    title: 'another word of a client',
    frame: notice('ZEPHYR_CTL CLIENT FLUSHSUBS'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe flushsubs',
    },
  },
  {
    title: 'the host manager',
    frame: notice('ZEPHYR_CTL HM BOOT'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe boot',
    },
  },
  {
    title: 'realms',
    frame: notice('ZEPHYR_CTL REALM RLM_UNSUBSCRIBE'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe realm rlm-unsub',
    },
  },
  {
    title: 'a word that realms do not know',
    frame: notice('ZEPHYR_CTL REALM X'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe',
    },
  },
  {
    title: 'another instance',
    frame: notice('ZEPHYR_CTL OTHER X'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe to <ZEPHYR_CTL,OTHER,*> op X',
    },
  },
  {
    title: 'control of the host manager',
    frame: notice('HM_CTL HM FLUSH'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe hm_ctl hm flush',
    },
  },
  {
    title: 'control of the windowgram',
    frame: notice('WG_CTL USER Shutdown'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe wg_ctl user shutdown',
    },
  },
  {
    title: 'statistics',
    frame: notice('HM_STAT HMST_CLIENT GIMMESTATS'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe get-client-stats',
    },
  },
  {
    title: 'other statistics',
    frame: notice('HM_STAT HMST_CLIENT X'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe to <HM_STAT,HMST_CLIENT,*> op X',
    },
  },
  {
    title: 'the end of locations',
    frame: notice('LOGIN joe USER_FLUSH'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe flush_locs',
    },
  },
  {
    title: 'exposure',
    frame: notice('LOGIN joe NET-VISIBLE'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe set-exposure net-visible',
    },
  },
  {
    title: 'another login',
    frame: notice('LOGIN joe USER_LOGIN'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe to <LOGIN,joe,*> op USER_LOGIN',
    },
  },
  {
    title: 'kinds without a name',
    frame: notice('A B', { kind: '-7' }),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr type -7 joe to <A,B,*>',
    },
  },
  {
    title: 'kinds too large',
    frame: notice('A B', { kind: '0xffffffffffffffff1' }),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr type -1 joe to <A,B,*>',
    },
  },
  {
    title: 'kinds that are no number',
    frame: notice('A B', { kind: '0xg' }),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr unsafe joe to <A,B,*>',
    },
  },
  {
    title: 'another version',
    frame: notice('A B', { version: 'ZEPH0.3' }),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr v0.3',
    },
  },
  {
    title: 'another protocol',
    frame: notice('A B', { version: 'ZEBRA' }),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104: ',
    },
  },
  {
    title: 'words that are too long',
    frame: notice(`HM_CTL ${'I'.repeat(300)} ${'J'.repeat(300)}`),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe hm_ctl iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj',
    },
  },
  {
    title: 'a class that is too long',
    frame: notice(`${'I'.repeat(300)} J K`),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe to <IIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII op K',
    },
  },
  {
    title: 'an instance that is too long',
    frame: notice(`I ${'J'.repeat(252)}`),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe to <I,JJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJ',
    },
  },
  {
    title: 'control characters',
    frame: notice('A\u001b[2J B\u0007'),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  zephyr acked joe to <A^[[2J,B^G,*>',
    },
  },
  {
    title: 'too few fields',
    frame: udp4(2103, 40000, hex('5a45504830 2e32 00 31 00')),
    lines: {
      '': 'IP 192.0.2.1.2103 > 192.0.2.2.40000:  (invalid)',
    },
  },
  {
    title: 'a field without an end',
    frame: udp4(2103, 40000, hex('5a455048')),
    lines: {
      '': 'IP 192.0.2.1.2103 > 192.0.2.2.40000:  (invalid)',
    },
  },
  {
    title: 'a cut message',
    frame: cut(notice('MESSAGE PERSONAL'), 80),
    length: 118,
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.2104:  [|zephyr]',
      '-x': [
        'IP 192.0.2.1.40000 > 192.0.2.2.2104:  [|zephyr]',
        '\t0x0000:  0200 0000 0002 0200 0000 0001 0800 4500',
        '\t0x0010:  0059 0000 0000 4011 f690 c000 0201 c000',
        '\t0x0020:  0202 9c40 0838 0045 7145 5a45 5048 302e',
        '\t0x0030:  3200 3131 0030 7830 3030 3030 3030 3200',
        '\t0x0040:  7569 6400 3000 3000 3000 004d 4553 5341',
      ],
    },
  },
]);
