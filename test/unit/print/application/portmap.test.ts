import { hex, udp4 } from '../fixtures/frames';
import { describeModes } from '../modes';

describeModes('RPC on any port', [
  {
    title: 'a call without arguments',
    frame: udp4(9000, 9001, hex('123456780000000000000002000186a0000000020000000000000000000000000000000000000000')),
    lines: {
      '-Trpc': 'IP 192.0.2.1.0x12345678 > 192.0.2.2.0x6f: 40 null',
    },
  },
  {
    title: 'a question for the port of a program',
    frame: udp4(9000, 9001, hex('123456780000000000000002000186a3000000030000000300000000000000000000000000000000')),
    lines: {
      '-Trpc': 'IP 192.0.2.1.0x12345678 > 192.0.2.2.0x6f: 40 getport 100003.3',
    },
  },
  {
    title: 'a procedure that the port mapper has not',
    frame: udp4(9000, 9001, hex('123456780000000000000002000186a3000000030000000600000000000000000000000000000000')),
    lines: {
      '-Trpc': 'IP 192.0.2.1.0x12345678 > 192.0.2.2.0x6f: 40  proc #6',
    },
  },
  {
    title: 'another version of RPC',
    frame: udp4(9000, 9001, hex('123456780000000000000009000186a3000000030000000300000000000000000000000000000000')),
    lines: {
      '-Trpc': 'IP 192.0.2.1.0x12345678 > 192.0.2.2.0x6f: 40 getport [rpcver 9] 100003.3',
    },
  },
  {
    title: 'a reply',
    frame: udp4(9000, 9001, hex('123456780000000100000000000000000000000000000000')),
    lines: {
      '-Trpc': 'IP 192.0.2.1.2049 > 192.0.2.2.305419896: reply ok 24',
    },
  },
  {
    title: 'a call that is cut',
    frame: udp4(9000, 9001, hex('123456780000000000000002000186a30000000300000003000000000000')),
    lines: {
      '-Trpc': 'IP  [|sunrpc]',
    },
  },
  {
    title: 'a message without its direction',
    frame: udp4(9000, 9001, hex('010203040000')),
    lines: {
      '-Trpc': 'IP  [|udp]',
    },
  },
]);
