import { describe, expect, test } from 'vitest';
import { concat, hex, ip4 } from '../fixtures/frames';
import { pgm } from '../fixtures/pgm';
import { Lines } from '../lines';
import { describeFixtures } from '../modes';

/** What -v adds: `length` of the IP packet, and what follows the source of the stream. */
const verbose = (length: number, text: string) => ({
  '-v': [
    `IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PGM (113), length ${length})`,
    `    192.0.2.1 > 192.0.2.2: 192.0.2.1.4096 > 192.0.2.2.4097: PGM, length 0 0x010203040506 ${text}`,
  ],
});

describeFixtures('PGM', pgm, {
  'a source path': verbose(56, 'SPM seq 1 trail 2 lead 3 nla 192.0.2.3 [36]'),
  'a source path of IPv6': verbose(68, 'SPM seq 1 trail 2 lead 3 nla 2001:db8::1 [48]'),
  'a source path of an unknown family': verbose(56, ' [|pgm]'),
  'a source path that is too short': verbose(44, ' [|pgm]'),
  'a poll': verbose(64, 'POLL seq 1 round 2 nla 192.0.2.3 ivl 4 rnd 0x00000005 mask 0x00000006 [44]'),
  'a poll that ends behind its address': verbose(56, ' [|pgm]'),
  'an answer to a poll': verbose(44, 'POLR seq 1 round 2 [24]'),
  'original data': verbose(48, 'ODATA trail 1 seq 7 [28]'),
  'repair data': verbose(44, 'RDATA trail 1 seq 7 [24]'),
  'an acknowledgement': verbose(44, 'ACK seq 7 [24]'),
  'a request for a source path': verbose(36, 'SPMR [16]'),
  'a message of an unknown type': verbose(36, 'UNKNOWN type 0x1f [16]'),
  'a header that is cut': {
    '-v': [
      'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PGM (113), length 36)',
      '    192.0.2.1 > 192.0.2.2: 192.0.2.1.4096 > 192.0.2.2.4097:  [|pgm]',
    ],
  },
  'options of a stream': verbose(
    100,
    'ODATA trail 1 seq 7 OPTS LEN 56 FRAG seq 1 off 2 len 3 JOIN 4 BACKOFF ivl 5 ivlseq 6 BACKOFF max 7 min 8 SYN [80]',
  ),
  'options of parity': verbose(72, 'ODATA trail 1 seq 7 OPTS LEN 28 PARITY MAXTGS 1 PARITY GROUP 2 PARITY ATGS 3 [52]'),
  'options without fields': verbose(68, 'ODATA trail 1 seq 7 OPTS LEN 24 NBR_UNREACH SYN FIN RST CRQST [48]'),
  'options with addresses': verbose(
    116,
    'ODATA trail 1 seq 7 OPTS LEN 72 REDIRECT 192.0.2.4 REDIRECT 2001:db8::1 PGMCC DATA 1 192.0.2.5 PGMCC FEEDBACK 2 192.0.2.6 [96]',
  ),
  'more lost packets in a list': verbose(60, 'ODATA trail 1 seq 7 OPTS LEN 16 NAK LIST 8 9 [40]'),
  'a list that is no multiple of 4': verbose(
    58,
    'ODATA trail 1 seq 7 OPTS LEN 14 NAK LIST 8[Option length not a multiple of 4]',
  ),
  'a path': verbose(56, 'ODATA trail 1 seq 7 OPTS LEN 12 PATH_NLA [8] [36]'),
  'a report of congestion': verbose(56, 'ODATA trail 1 seq 7 OPTS LEN 12 CR [36]'),
  'an unknown option': verbose(56, 'ODATA trail 1 seq 7 OPTS LEN 12 OPT_9F [8]  [36]'),
  'an option that tells the length again': verbose(52, 'ODATA trail 1 seq 7 OPTS LEN 8 OPTS LEN (extra?) 16 [32]'),
  'an option of the wrong length': verbose(54, 'ODATA trail 1 seq 7 OPTS LEN 10[Bad OPT_SYN option, length 6 != 4]'),
  'an option that tells the length in more bytes': verbose(
    54,
    'ODATA trail 1 seq 7 OPTS LEN 10[Bad OPT_LENGTH option, length 6 != 4]',
  ),
  'a redirection without room for an address': verbose(
    52,
    'ODATA trail 1 seq 7 OPTS LEN 8[Bad OPT_REDIRECT option, length 4 < 8]',
  ),
  'a redirection to an address of another length': verbose(
    58,
    'ODATA trail 1 seq 7 OPTS LEN 14[Bad OPT_REDIRECT option, length 10 != 8 + address size]',
  ),
  'a redirection to an address of an unknown family': verbose(60, 'ODATA trail 1 seq 7 OPTS LEN 16 [|pgm]'),
  'an option shorter than its header': verbose(52, 'ODATA trail 1 seq 7 OPTS LEN 8[Bad option, length 3 < 4] [32]'),
  'an option longer than all of them': verbose(
    52,
    'ODATA trail 1 seq 7 OPTS LEN 8[Total option length leaves no room for final option]',
  ),
  'options that end in a header': verbose(
    54,
    'ODATA trail 1 seq 7 OPTS LEN 10 SYN[Total option length leaves no room for final option]',
  ),
  'options that do not begin with their length': verbose(
    48,
    'ODATA trail 1 seq 7[First option bad, should be PGM_OPT_LENGTH, is 13]',
  ),
  'a length of options that is too long itself': verbose(
    49,
    'ODATA trail 1 seq 7[Bad OPT_LENGTH option, length 5 != 4]',
  ),
  'options of three bytes in all': verbose(48, 'ODATA trail 1 seq 7[Bad total option length 3 < 4]'),
  'options that are not there': verbose(44, 'ODATA trail 1 seq 7 [|pgm]'),
  'options that are cut': verbose(52, 'ODATA trail 1 seq 7 OPTS LEN 8 [|pgm]'),
  'a message over IPv6': {
    '-v': [
      'IP6 (hlim 64, next-header PGM (113) payload length: 16) 2001:db8::1 > 2001:db8::2: 2001:db8::1.4096 > 2001:db8::2.4097: PGM, length 0 0x010203040506 SPMR [16]',
    ],
  },
});

function details(type: string, flags: string, body: string): string {
  const frame = ip4(113, concat(hex(`1000 1001 ${type} ${flags} 0000 010203040506 0000 ${body}`)));
  return new Lines({ verbose: 1 }).print(frame).split('0x010203040506 ')[1];
}

/** Where tcpdump 4.99.3 reads beside what RFC 3208 says. */
describe('PGM', () => {
  test.each([
    ['NAK', '08'],
    ['NNAK', '09'],
    ['NCF', '0a'],
  ])('tells source and group of a %s', (name, type) => {
    const body = '00000007 0001 0000 c0000203 0001 0000 e0000001';
    expect(details(type, '00', body)).toBe(`${name} (192.0.2.3 -> 224.0.0.1), seq 7 [36]`);
  });

  test('tells what follows a list of lost packets', () => {
    const options = '0004 0010 02080000 00000008 8d040000';
    expect(details('04', '01', `00000007 00000001 ${options}`)).toContain('OPTS LEN 16 NAK LIST 8 SYN [');
  });

  test('tells what follows a path, a report of congestion and an unknown option', () => {
    const options = '0004 0020 0c080000 c0000203 10080000 00000001 1f080000 00000001 8d040000';
    const said = 'OPTS LEN 32 PATH_NLA [8] CR OPT_1F [8]  SYN [';
    expect(details('04', '01', `00000007 00000001 ${options}`)).toContain(said);
  });

  test('looks for the options of a request behind its header', () => {
    expect(details('0c', '01', '0004 0008 8d040000')).toBe('SPMR OPTS LEN 8 SYN [24]');
  });

  test('looks for none in a message of an unknown type', () => {
    expect(details('1f', '01', '0004 0008 8d040000')).toBe('UNKNOWN type 0x1f [24]');
  });
});
