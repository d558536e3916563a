import { ethernet, ipv4, tcp } from '../../../../src/frames/frames';
import { cut, hex } from '../fixtures/frames';
import { describeModes, type Packet } from '../modes';

const before = 'IP 192.0.2.1.40000 > 192.0.2.2.443: Flags';

/** A segment with one option, whose data tcpdump shows as `shown`. */
function segment(title: string, flags: string, option: string, shown: string): Packet {
  const sequence = flags.includes('S') ? 'seq 1, ' : '';
  // A bad first option ends the line.
  const rest = shown.endsWith('[bad opt]') ? '' : '], length 0';
  const acknowledgement = flags.includes('.') ? 'ack 0, ' : '';
  return {
    title,
    frame: ethernet({}, ipv4({}, tcp({ flags, options: hex(option) }))),
    lines: { '': `${before} [${flags}], ${sequence}${acknowledgement}win 65535, options [${shown}${rest}` },
  };
}

describeModes('Multipath TCP', [
  segment('a capable client', 'S', '1e04 0100', 'mptcp 4 capable v1'),
  segment('a capable client with a key', 'S', '1e0c 0081 0000000000000abc', 'mptcp 12 capable v0 csum {0xabc}'),
  segment(
    'both keys',
    '.',
    '1e14 0181 0000000000000abc 1000000000000def',
    'mptcp 20 capable v1 csum {0xabc,0x1000000000000def}',
  ),
  segment(
    'keys in a segment that opens',
    'S',
    '1e14 0181 0000000000000abc 1000000000000def',
    'mptcp 20 capable[bad opt]',
  ),
  segment('a version that is not known', 'S', '1e04 0700', 'mptcp 4 capable Unknown Version (7)'),
  segment('another path', 'S', '1e0c 1105 00000077 00000088', 'mptcp 12 join backup id 5 token 0x77 nonce 0x88'),
  segment(
    'the answer to another path',
    'S.',
    '1e10 1005 0000000000000099 00000088',
    'mptcp 16 join id 5 hmac 0x99 nonce 0x88',
  ),
  segment('an answer without acknowledgement', 'S', '1e10 1005 0000000000000099 00000088', 'mptcp 16 join[bad opt]'),
  segment(
    'a path that is confirmed',
    '.',
    '1e18 1000 000102030405060708090a0b0c0d0e0f10111213',
    'mptcp 24 join hmac 0x000102030405060708090a0b0c0d0e0f10111213',
  ),
  segment('a sequence signal', '.', '1e08 2001 0000000a', 'mptcp 8 dss ack 10'),
  segment('a sequence signal in a segment that opens', 'S', '1e08 2001 0000000a', 'mptcp 8 dss[bad opt]'),
  segment(
    'another address with its code',
    '.',
    '1e10 3007 0a000201 0000000000000012',
    'mptcp 16 add-addr v1 id 7 10.0.2.1 hmac 0x12',
  ),
  segment('an address that is echoed', '.', '1e08 3107 0a000201', 'mptcp 8 add-addr v1-echo id 7 10.0.2.1'),
  segment(
    'an address of version 0',
    '.',
    '1e0a 3407 0a000201 01bb 0101',
    'mptcp 10 add-addr v0-ip4 id 7 10.0.2.1:443,nop,nop',
  ),
  segment(
    'an address of version 6',
    '.',
    '1e14 3607 fe800000000000000000000000000001',
    'mptcp 20 add-addr v0-ip6 id 7 fe80::1',
  ),
  segment('an address of no version', '.', '1e08 3207 0a000201', 'mptcp 8 add-addr [bad version/echo] id 7 10.0.2.1'),
  segment('addresses that go', '.', '1e05 400102 010101', 'mptcp 5 rem-addr id 1 2,nop,nop,nop'),
  segment('a path that is preferred', '.', '1e04 5003', 'mptcp 4 prio non-backup id 3'),
  segment('a path for later', '.', '1e03 51 01', 'mptcp 3 prio backup,nop'),
  segment('a fallback', '.', '1e0c 6000 0000000100000000', 'mptcp 12 fail seq 4294967296'),
  segment('an end at once', '.', '1e0c 7000 0000000000000abc', 'mptcp 12 fast-close key 0xabc'),
  segment('a subtype that is not known', '.', '1e04 f000', 'mptcp 4 unknown'),
]);

const authenticated = ethernet({}, ipv4({}, tcp({ flags: '.', options: hex('1d08 0102 0a0b0c0d') })));
const optionAt = 14 + 20 + 20;

describeModes('the authentication option of TCP', [
  {
    title: 'whole',
    frame: authenticated,
    lines: {
      '': `${before} [.], ack 0, win 65535, options [tcp-ao keyid 1 rnextkeyid 2 mac 0x0a0b0c0d], length 0`,
    },
  },
  {
    title: 'cut in its code',
    frame: cut(authenticated, optionAt + 6),
    length: authenticated.length,
    lines: { '': `${before} [.], ack 0, win 65535, options [tcp-ao keyid 1 rnextkeyid 2 mac 0x0a0b [|tcp]` },
  },
  {
    title: 'cut behind its first key',
    frame: cut(authenticated, optionAt + 3),
    length: authenticated.length,
    lines: { '': `${before} [.], ack 0, win 65535, options [tcp-ao keyid 1 [|tcp]` },
  },
]);
