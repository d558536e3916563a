import { hex, tcp4, text } from '../fixtures/frames';
import { services } from '../fixtures/services';
import { describeModes, fixtureOf } from '../modes';

describeModes('BEEP', [
  {
    ...fixtureOf(services, 'BEEP: a reply'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto TCP (6), length 57)',
        '    192.0.2.1.10288 > 192.0.2.2.40000: Flags [P.], cksum 0x8410 (correct), seq 1:18, ack 1, win 65535, length 17 BEEP RPY',
      ],
    },
  },
  {
    title: 'an error',
    frame: tcp4(10288, 40000, text('ERR 0 1')),
    lines: {
      '': 'IP 192.0.2.1.10288 > 192.0.2.2.40000: Flags [P.], seq 1:8, ack 1, win 65535, length 7 BEEP ERR',
    },
  },
  {
    title: 'an answer',
    frame: tcp4(10288, 40000, text('ANS 0 1')),
    lines: {
      '': 'IP 192.0.2.1.10288 > 192.0.2.2.40000: Flags [P.], seq 1:8, ack 1, win 65535, length 7 BEEP ANS',
    },
  },
  {
    title: 'the end of answers',
    frame: tcp4(10288, 40000, text('NUL 0 1')),
    lines: {
      '': 'IP 192.0.2.1.10288 > 192.0.2.2.40000: Flags [P.], seq 1:8, ack 1, win 65535, length 7 BEEP NUL',
    },
  },
  {
    title: 'a window',
    frame: tcp4(10288, 40000, text('SEQ 0 1')),
    lines: {
      '': 'IP 192.0.2.1.10288 > 192.0.2.2.40000: Flags [P.], seq 1:8, ack 1, win 65535, length 7 BEEP SEQ',
    },
  },
  {
    title: 'a message with a zero byte',
    frame: tcp4(40000, 10288, hex('4d534700')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.10288: Flags [P.], seq 1:5, ack 1, win 65535, length 4 BEEP MSG',
    },
  },
  {
    title: 'an end with a zero byte',
    frame: tcp4(40000, 10288, hex('454e4400')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.10288: Flags [P.], seq 1:5, ack 1, win 65535, length 4 BEEP END',
    },
  },
  {
    title: 'a message, which it does not know',
    frame: tcp4(40000, 10288, text('MSG 0 1 . 52 12')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.10288: Flags [P.], seq 1:16, ack 1, win 65535, length 15 BEEP (payload or undecoded)',
    },
  },
  {
    title: 'a short payload',
    frame: tcp4(40000, 10288, text('RPY')),
    lines: {
      '': 'IP 192.0.2.1.40000 > 192.0.2.2.10288: Flags [P.], seq 1:4, ack 1, win 65535, length 3 BEEP (payload or undecoded)',
    },
  },
]);
