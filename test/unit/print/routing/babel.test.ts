import { cut, hex, udp6 } from '../fixtures/frames';
import { routing } from '../fixtures/routing';
import { describeModes, fixtureOf } from '../modes';

/** A packet with `tlvs`, and `trailer` behind it. */
const babel = (tlvs: string, trailer = '') => {
  const length = hex(tlvs).length.toString(16).padStart(4, '0');
  return udp6(6696, 6696, hex(`2a02 ${length} ${tlvs} ${trailer}`));
};

describeModes('Babel', [
  {
    title: 'a hello and what was heard',
    frame: babel('0406 0000 0001 0190 0406 8000 0002 0000 050e 0300 0060 04b0 0000000000000001'),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6696: babel 2 (32) hello hello ihu',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 44) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (32)',
        '\tHello seqno 1 interval 4.00s',
        '\tHello (Unicast) seqno 2 unscheduled',
        '\tIHU fe80::1 rxcost 96 interval 12.00s',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv6 (0x86dd), length 98: 2001:db8::1.6696 > 2001:db8::2.6696: babel 2 (32) hello hello ihu',
    },
  },
  {
    title: 'padding, acknowledgements and a router',
    frame: babel('00 0103 000000 0206 0000 1234 0064 0202 0000 0302 1234 060a 0000 0102030405060708'),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6696: babel 2 (34) pad1 padN ack-req ack-req ack router-id',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 46) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (34)',
        '\tPad 1',
        '\tPad 5',
        '\tAcknowledgment Request 1234 1.00s',
        '\tAcknowledgment Request  (invalid)',
      ],
    },
  },
  {
    title: 'next hops',
    frame: babel('0706 0100 c0000201 0712 0200 20010db8000000000000000000000001 0702 0000'),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6696: babel 2 (32) nh nh nh',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 44) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (32)',
        '\tNext Hop 192.0.2.1',
        '\tNext Hop 2001:db8::1',
        '\tNext Hop invalid AE 0',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'Babel: updates that leave out what an earlier one had'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 90) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (78)',
        '\tUpdate/prefix 2001:db8:0:1::/64 metric 96 seqno 1 interval 4.00s',
        '\tUpdate/id 2001:db8:0:1:2::/80 metric 96 seqno 2 interval infinity',
        '\tUpdate/unknown 192.0.2.0/32 metric 65535 seqno 3 interval 0.0s (bogus)',
        '\tUpdate any metric 65535 seqno 4 interval 1.00s (invalid)',
      ],
    },
  },
  {
    title: 'requests',
    frame: babel(
      '0902 0000 0906 0118 c00002 00 0a16 0240 0001 05 00 0102030405060708 20010db800000001 0a0e 0000 0001 05 00 0102030405060708',
    ),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6696: babel 2 (52) route-request route-request seqno-request seqno-request',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 64) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (52)',
        '\tRoute Request for any',
        '\tRoute Request for 192.0.2.0/24',
        '\tSeqno Request (5 hops) for 2001:db8:0:1::/64 seqno 1 id 01:02:03:04:05:06:07:08',
        '\tSeqno Request (5 hops) for invalid AE 0 seqno 1 id 01:02:03:04:05:06:07:08',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'Babel: routes for some sources'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 78) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (66)',
        '\tSS-Update (invalid)',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'Babel: authentication, old and new'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 62) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (44)',
        '\tTS/PC timestamp 2 packetcounter 1',
        '\tHMAC key-id 1 digest-16 00112233445566778899AABBCCDDEEFF',
        '\tPC value 5 index len 2',
        '\tChallenge Request len 2',
        '\tChallenge Reply len 2',
        '\t----',
        '\tMAC len 4',
      ],
    },
  },
  {
    title: 'sub-TLVs',
    frame: babel(
      '0410 0000 0001 0190 00 0102 0000 0304 000f4241 0410 0000 0001 0190 03 08 000f4241 00000005 050e 0000 0060 04b0 03 06 000f4241 0000 0812 0000 00 00 0190 0001 0060 02 03 00 01 ff 0200 81 00 0408 0000 0001 0190 0205',
    ),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 96) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (84)',
        '\tHello seqno 1 interval 4.00s sub-pad1 sub-padn (invalid)',
        '\tUnknown message type 65',
        '\tPad 3',
        '\tAcknowledgment 000f',
        '\tIHU any rxcost 96 interval 12.00s sub-timestamp (invalid)',
        '\tUpdate any metric 96 seqno 1 interval 4.00s sub-diversity reserved-1-all sub-diversity empty (M) (invalid)',
        '\tPad 1',
        '\tHello seqno 1 interval 4.00s (invalid)',
      ],
    },
  },
  {
    title: 'an unknown TLV',
    frame: babel('2002 0102'),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6696: babel 2 (4) unknown',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 16) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (4)',
        '\tUnknown message type 32',
      ],
    },
  },
  {
    title: 'TLVs that are too short',
    frame: babel('0400'),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6696: babel 2 (2) hello',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 14) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (2)',
        '\tHello  (invalid)',
      ],
    },
  },
  {
    title: 'an update that is too short',
    frame: babel('0802 0000'),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6696: babel 2 (4) update (invalid)',
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 16) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (4)',
        '\tUpdate (invalid)',
      ],
    },
  },
  {
    title: 'an address that is not there',
    frame: babel('0506 0100 0060 04b0'),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header UDP (17) payload length: 20) 2001:db8::1.6696 > 2001:db8::2.6696: [udp sum ok] babel 2 (8)',
        '\tIHU  [|babel]',
      ],
    },
  },
  {
    title: 'a length beyond the packet',
    frame: udp6(6696, 6697, hex('2a02 0040 0406')),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6697: babel 2 (64) (invalid)',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 14) 2001:db8::1.6696 > 2001:db8::2.6697: [udp sum ok] babel 2 (64) (invalid)',
    },
  },
  {
    title: 'another version',
    frame: udp6(6696, 6697, hex('2a03 0000')),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6697: babel 3 unknown version',
    },
  },
  {
    title: 'another magic number',
    frame: udp6(6696, 6697, hex('2b02 0000')),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6697: babel invalid header',
    },
  },
  {
    title: 'too little',
    frame: udp6(6696, 6697, hex('2a02')),
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6697: babel [|babel]',
    },
  },
  {
    title: 'a cut TLV',
    frame: cut(babel('0406 0000 0001 0190'), 72),
    length: 74,
    lines: {
      '': 'IP6 2001:db8::1.6696 > 2001:db8::2.6696: babel 2 (8) [|babel]',
      '-v': 'IP6 (hlim 64, next-header UDP (17) payload length: 20) 2001:db8::1.6696 > 2001:db8::2.6696: babel 2 (8) [|babel]',
    },
  },
]);
