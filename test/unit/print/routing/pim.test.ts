import { concat, hex, ip4, ip4Packet, ip6, udp4 } from '../fixtures/frames';
import { routing } from '../fixtures/routing';
import { describeModes, fixtureOf } from '../modes';

describeModes('PIM', [
  {
    title: 'a hello',
    frame: ip4(
      103,
      hex('20 00 8a6e 0001 0002 0069 0002 0004 81f4 09c4 0013 0004 00000001 0014 0004 1234abcd 0015 0004 013c 0000'),
    ),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: PIMv2, Hello, length 42',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 62)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 42',
        '\tHello, cksum 0x8a6e (incorrect)',
        '\t  Hold Time Option (1), length 2, Value: 1m45s',
        '\t  LAN Prune Delay Option (2), length 4, Value: ',
        '\t    T-bit=1, LAN delay 500ms, Override interval 2500ms',
        '\t  DR Priority Option (19), length 4, Value: 1',
        '\t  Generation ID Option (20), length 4, Value: 0x1234abcd',
        '\t  State Refresh Capability Option (21), length 4, Value: v1, interval 1m',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 62)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 42',
        '\tHello, cksum 0x8a6e (incorrect)',
        '\t  Hold Time Option (1), length 2, Value: 1m45s',
        '\t    0x0000:  0069',
        '\t  LAN Prune Delay Option (2), length 4, Value: ',
        '\t    T-bit=1, LAN delay 500ms, Override interval 2500ms',
        '\t    0x0000:  81f4 09c4',
        '\t  DR Priority Option (19), length 4, Value: 1',
        '\t    0x0000:  0000 0001',
        '\t  Generation ID Option (20), length 4, Value: 0x1234abcd',
        '\t    0x0000:  1234 abcd',
        '\t  State Refresh Capability Option (21), length 4, Value: v1, interval 1m',
        '\t    0x0000:  013c 0000',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'PIM: a hello with the older options'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 70)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 50',
        '\tHello, cksum 0x0000 (unverified)',
        '\t  DR Priority Option (19), length 0, Value: Bi-Directional Capability (Old)',
        '\t  Bi-Directional Capability Option (22), length 0, Value: ',
        '\t  Address List Option (24), length 6, Value: ',
        '\t  Address List (Old) Option (65001), length 18, Value: ',
        '\t  Unknown Option (4660), length 2, Value: ',
        '\t    0x0000:  beef',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 70)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 50',
        '\tHello, cksum 0x0000 (unverified)',
        '\t  DR Priority Option (19), length 0, Value: Bi-Directional Capability (Old)',
        '\t  Bi-Directional Capability Option (22), length 0, Value: ',
        '\t  Address List Option (24), length 6, Value: ',
        '\t    192.0.2.3',
        '\t    0x0000:  0100 c000 0203',
        '\t  Address List (Old) Option (65001), length 18, Value: ',
        '\t    2001:db8::3',
        '\t    0x0000:  0200 2001 0db8 0000 0000 0000 0000 0000',
        '\t    0x0010:  0003',
        '\t  Unknown Option (4660), length 2, Value: ',
        '\t    0x0000:  beef',
      ],
    },
  },
  {
    title: 'a hello whose option has a wrong length',
    frame: ip4(103, hex('20 00 0000 0014 0003 123456 0001 0002 0069')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 37)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 17',
        '\tHello, cksum 0x0000 (unverified)',
        '\t  Generation ID Option (20), length 3, Value: [option length 3 != 4] (invalid)',
      ],
    },
  },
  {
    title: 'a hello whose option is longer than it',
    frame: ip4(103, hex('20 00 0000 0001 00ff 0069')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 30)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 10',
        '\tHello, cksum 0x0000 (unverified)',
        '\t  Hold Time Option (1), length 255, Value:  [|pimv2]',
      ],
    },
  },
  {
    title: 'a register of a packet',
    frame: ip4(103, concat(hex('21 00 9eff 40000000'), ip4Packet(17, hex('1388 1389 0008 0000')))),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: PIMv2, Register, length 36',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 56)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 36',
        '\tRegister, cksum 0x9eff (correct), Flags [ Null ]',
        '\tIP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 28)',
        '    192.0.2.1.5000 > 192.0.2.2.5001: UDP, length 0',
      ],
      '-e': '02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 70: 192.0.2.1 > 192.0.2.2: PIMv2, Register, length 36',
    },
  },
  {
    title: 'a null register',
    frame: ip4(103, hex('21 00 0000 40000000 00000000 00000000 00000000 c0000201 efc00001')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 48)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 28',
        '\tRegister, cksum 0x0000 (unverified), Flags [ Null ]',
        '\tIP-Null-header 192.0.2.1 > 239.192.0.1',
      ],
    },
  },
  {
    title: 'a register stop',
    frame: ip4(103, hex('22 00 fff0 0100 0020 efc00001 0100 c0000201')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 38)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 18',
        '\tRegister Stop, cksum 0xfff0 (incorrect) group=239.192.0.1 source=192.0.2.1',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'PIM: a join and a prune'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 62)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 42',
        '\tJoin / Prune, cksum 0x0000 (unverified), upstream-neighbor: 192.0.2.2',
        '\t  1 group(s), holdtime: 3m30s',
        '\t    group #1: 239.192.0.1, joined sources: 1, pruned sources: 1',
        '\t      joined source #1: 192.0.2.3(SWR)',
        '\t      pruned source #1: 192.0.2.4(S)',
      ],
    },
  },
  {
    title: 'an acknowledged graft',
    frame: ip6(
      103,
      hex(
        '27 00 0000 00 01 ffff 0200 8040 ff3e0000000000000000000000000001 0001 0000 0200 f880 20010db8000000000000000000000005',
      ),
    ),
    lines: {
      '-v': [
        'IP6 (hlim 64, next-header PIM (103) payload length: 52) 2001:db8::1 > 2001:db8::2: PIMv2, length 52',
        '\tGraft Acknowledgement, cksum 0x0000 (unverified)',
        '\t  1 group(s)',
        '\t    group #1: ff3e::1/64(0x80), joined sources: 1, pruned sources: 0',
        '\t      joined source #1: 2001:db8::5(+0xf8)',
      ],
    },
  },
  {
    title: 'addresses without a family',
    frame: ip4(103, hex('23 04 0000 c0000202 00 01 ffff 0020 efc00001 0000 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 42)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 22',
        '\tJoin / Prune, RFC2117-encoding, cksum 0x0000 (unverified), upstream-neighbor: 192.0.2.2',
        '\t  1 group(s), holdtime: infinite',
        '\t    group #1: 239.192.0.1, joined sources: 0, pruned sources: 0',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'PIM: a bootstrap'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 56)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 36',
        '\tBootstrap, cksum 0x0000 (unverified) tag=c9 hashmlen=30 BSRprio=90 BSR=192.0.2.1 (group0: 224.0.0.0/4 RPcnt=2 FRPcnt=1 RP0=192.0.2.2,holdtime=2m30s,prio=0)',
      ],
    },
  },
  {
    title: 'an assert',
    frame: ip4(103, hex('25 00 0000 0100 0020 efc00001 0100 c0000201 80000064 0000000a')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 46)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 26',
        '\tAssert, cksum 0x0000 (unverified) group=239.192.0.1 src=192.0.2.1 RPT pref=100 metric=10',
      ],
    },
  },
  {
    title: 'a candidate',
    frame: ip4(103, hex('28 00 0000 01 c0 0096 0100 c0000201 0100 0004 e0000000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 42)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 22',
        '\tCandidate RP Advertisement, cksum 0x0000 (unverified) prefix-cnt=1 prio=192 holdtime=2m30s RP=192.0.2.1 Group0=224.0.0.0/4',
      ],
    },
  },
  {
    title: 'a prune refresh',
    frame: ip4(103, hex('29 00 0000 0100 c0000201 0100 0020 efc00001 0100 c0000202 003c')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 46)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 26',
        '\tPrune Refresh, cksum 0x0000 (unverified) src=192.0.2.1 grp=239.192.0.1 forwarder=192.0.2.2 TUNR 1m',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'PIM: an election'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 54)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 34',
        '\tDF Election, cksum 0x0000 (unverified)',
        '\t  Backoff, rpa=192.0.2.1 sender pref=10 sender metric=20',
        '\t  offer addr=192.0.2.2 offer pref=11 offer metric=21 interval 1000ms',
      ],
    },
  },
  {
    title: 'an unknown family',
    frame: ip4(103, hex('22 00 0000 0700 0020 efc00001')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 32)',
        '    192.0.2.1 > 192.0.2.2: PIMv2, length 12',
        '\tRegister Stop, cksum 0x0000 (unverified) group= [|pimv2]',
      ],
    },
  },
  {
    title: 'an unknown type and version',
    frame: ip4(103, hex('5f 00 0000')),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto PIM (103), length 24)',
        '    192.0.2.1 > 192.0.2.2: PIMv5, length 4',
      ],
    },
  },
  {
    title: 'a prune of version 1',
    frame: ip4(2, hex('14 03 e0f6 10000000 c0000202 0000 00b4 00 04 00 01 efc00001 ffffffff 0000 0001 0040 c0000201')),
    lines: {
      '': 'IP 192.0.2.1 > 192.0.2.2: igmp pimv1 Join/Prune',
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 58)',
        '    192.0.2.1 > 192.0.2.2: igmp pimv1 Join/Prune RPF 192.0.2.2 Prune (192.0.2.1/0, 239.192.0.1) Dense RP bad igmp cksum e0f6!',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 58)',
        '    192.0.2.1 > 192.0.2.2: igmp pimv1 Join/Prune RPF 192.0.2.2 Prune (192.0.2.1/0, 239.192.0.1) Dense RP bad igmp cksum e0f6!',
      ],
    },
  },
  {
    ...fixtureOf(routing, 'PIM: joins of version 1'),
    lines: {
      '-v': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 64)',
        '    192.0.2.1 > 192.0.2.2: igmp pimv1 Join/Prune Upstream Nbr: 192.0.2.2 Hold time: 3m30s bad igmp cksum c7e4!',
      ],
      '-vv': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto IGMP (2), length 64)',
        '    192.0.2.1 > 192.0.2.2: igmp pimv1 Join/Prune',
        ' Upstream Nbr: 192.0.2.2',
        ' Hold time: 3m30s',
        '\tGroup: 239.192.0.1/255.255.255.0 joined: 1 pruned: 1',
        '\tJoin  Sparse RP 192.0.2.1/32',
        '\tPrune Dense WC RP 192.0.2.3/32 bad igmp cksum c7e4!',
      ],
    },
  },
  {
    title: 'an auto-RP candidate that ends too early',
    frame: udp4(496, 496, hex('11 02 0000 00000000 c0000201 04 01 00 04 e000')),
    lines: {
      '': 'IP 192.0.2.1.496 > 192.0.2.2.496:  auto-rp candidate-advert Hold FOREVER RP 192.0.2.1 PIMv? [rsvd=0x04] [|cisco_autorp]',
    },
  },
]);
