import { createHash } from 'node:crypto';
import { ethernet, ipv4, ipv6 } from '../../../../src/frames/frames';
import { concat, hex, text } from '../fixtures/frames';
import { describeModes } from '../modes';

const secret = 'seven';
const data = text('keepalive');
const addresses4 = hex('c0000201 c0000202');
const addresses6 = hex('20010db8000000000000000000000001 20010db8000000000000000000000002');

/** A segment of 20 bytes of header, 20 of options and data, signed as for these addresses. */
function signed(pseudoHeader: Uint8Array): Uint8Array {
  const header = hex('9c40 00b3 00000001 00000001 a0 18 ffff 0000 0000');
  const digest = createHash('md5')
    .update(concat(pseudoHeader, header, data, text(secret)))
    .digest();
  return concat(header, hex('13 12'), digest, hex('01 00'), data);
}

const segment4 = signed(concat(addresses4, hex('00 06 0031')));
const segment6 = signed(concat(addresses6, hex('00000031 000000 06')));
const frame4 = ethernet({}, ipv4({ protocol: 6 }, segment4));
const begin = 'IP 192.0.2.1.40000 > 192.0.2.2.179: Flags [P.], seq 1:10, ack 1, win 65535, options [md5';
const digest = Buffer.from(segment4.subarray(22, 38)).toString('hex');
const end = ',nop,eol], length 9: BGP';

describeModes('A TCP signature', [
  {
    title: 'as valid where the secret is right',
    frame: frame4,
    lines: { '-Mseven': `${begin} valid${end}` },
  },
  {
    title: 'as invalid where it is not',
    frame: frame4,
    lines: { '-Mwrong': `${begin}  (invalid)${end}` },
  },
  {
    title: 'over IPv6',
    frame: ethernet({}, ipv6({ nextHeader: 6 }, segment6)),
    lines: {
      '-Mseven':
        'IP6 2001:db8::1.40000 > 2001:db8::2.179: Flags [P.], seq 1:10, ack 1, win 65535, options [md5 valid,nop,eol], length 9: BGP',
    },
  },
  {
    title: 'as it is without a secret',
    frame: frame4,
    lines: { '': `${begin} shared secret not supplied with -M, can't check - ${digest}${end}` },
  },
  {
    title: 'as it is where data is cut',
    frame: frame4.slice(0, -1),
    length: frame4.length,
    lines: { '-Mseven': `${begin} snaplen too short, can't check - ${digest}${end}` },
  },
]);
