import { describe, expect, test } from 'vitest';
import { ethernet, icmp, ipv4, ipv6, udp } from '../../../src/frames/frames';
import { concat, ether, hex, ip4, ip6, tcp4, text, udp4, udp6, zeros } from './fixtures/frames';
import { Lines } from './lines';
import { oracleIsHere, oracleText, oracleTimeout } from './oracle';

const wireLength = 1500;
const nfs = udp4(800, 2049, concat(hex('00000001 00000000 00000002 000186a3 00000003 00000001'), zeros(20)));
const dnsTcp = tcp4(40000, 53, hex('0011 0001 0100 0001 0000 0000 0000 0161 00 0001 0001'));
const neighbor = ip6(58, concat(hex('87 00 0000 00000000'), zeros(16), hex('01 01 020000000001')));
const eapol = ether(0x888e, hex('01 00 000a 02 01 000a 01 7573657231'));
const authentication = ip4(51, concat(hex('11 04 0000 00000001 00000002'), zeros(12)));
const ntp = udp4(123, 40000, concat(hex('24 01 06 ec'), zeros(44)));
const ntpKey = udp4(123, 40000, concat(hex('24 01 06 ec'), zeros(48)));
const ntpControl = udp4(40000, 123, hex('26 82 0001 060a 0003 0000 0004 61626364'));
const tcpOptions = ethernet(
  {},
  ipv4({ protocol: 6 }, concat(hex('9c40 1389 00000001 00000001 8018 ffff 0000 0000'), zeros(12), text('data'))),
);
const ipOptions = ethernet(
  { type: 0x0800 },
  hex('47000020 00010000 40110000 0a000001 0a000002 00000000 00000000 00000000'),
);
const radius = udp4(50000, 1812, concat(hex('01 05 0020'), zeros(16), hex('0506 00000001 0106 75736572')));
const dhcp = udp4(67, 68, concat(hex('02010600 30000001'), zeros(228), hex('63825363 350105 0c0468')));
const quoted = ipv4({}, udp({}, text('abc')));
const icmpOf = (type: number, code = 0) => ethernet({}, ipv4({}, icmp({ type, code }, quoted)));
const mobility = ethernet({}, ipv6({ nextHeader: 135 }, hex('3b01 0500 0000 0025 c000 0003 0000 0000')));
const bindingOption = ethernet({}, ipv6({ nextHeader: 135 }, hex('3b01 0500 0000 0025 c000 0003 0102 0000')));
const ip6Snap = concat(
  hex('0800 0000 020000000001 020000000002 020000000003 0000 aaaa03 000000 86dd'),
  hex('60000000 0008 11 40'),
);
const joinPrune = ip4(103, hex('2300 0000 0100 c0000202 00 01 00d2 0100 0020 efc00001 0001 0000 0100 0720 c0000203'));
const eigrp = ip4(88, hex('02 05 abcd 00000000 00000003 00000002 0000 0064 0001 000c 01 00 01 00 00 00 000f'));
const ospf3 = ip6(89, hex('03 01 0024 0a000001 00000001 0000 01 00 00000005 01 000113 000a 0028 0a000001 0a000002'));
const babel = udp6(6696, 6696, hex('2a02 0010 0406 0000 0001 0190 0406 0000 0001 0190'));
const olsr = udp4(698, 698, hex('0020 0001 01 86 001c c0000201 01 00 0002 0000 05 03 06 00 000c c0000202 c0000203'));
const alert = ether(0x0800, hex('46 00 0020 0000 0000 01 02 0000 c0000201 e0000001 94040000 11640000 00000000'));
const nflog = hex('0200 0000 0800 0100 08000100 0800 0a00 00000001');

/** Where -x begins in the first `kept` bytes of a packet; undefined: nowhere. As tcpdump 4.99.3 has it. */
const rows: readonly [title: string, frame: Uint8Array, kept: number, begins: number | undefined, linkType?: number][] =
  [
    ['an NFS call in its procedure', nfs, 64, 14],
    ['an NFS call in its credentials', nfs, 67, 0],
    ['the length of DNS over TCP', dnsTcp, 55, 0],
    ['DNS over TCP in its header', dnsTcp, 60, 14],
    ['an option of Neighbor Discovery without its length', neighbor, 79, 14],
    ['EAPOL before its type', eapol, 15, 14],
    ['EAP in its data', eapol, 24, 14],
    ['an authentication header of which nothing is there', authentication, 34, 14],
    ['an authentication header in its length', authentication, 35, 0],
    ['NTP in its first word', ntp, 44, 0],
    ['NTP in its times', ntp, 61, 14],
    ['NTP in its key', ntpKey, 92, 0],
    ['NTP in the data of a control message', ntpControl, 56, 14],
    ['IPv4 in its options', ipOptions, 36, 0],
    ['TCP in its options', tcpOptions, 59, 0],
    ['RADIUS in its header', radius, 60, 14],
    ['RADIUS in a number', radius, 66, 0],
    ['RADIUS between type and length of an attribute', radius, 69, 14],
    ['RADIUS in a text', radius, 72, 14],
    ['DHCP before its seconds', dhcp, 50, 14],
    ['DHCP in its addresses', dhcp, 60, 0],
    ['DHCP in its file name', dhcp, 160, 14],
    ['DHCP between code and length of an option', dhcp, 283, 0],
    ['DHCP in the value of an option', dhcp, 284, 14],
    ['an ICMP error without its code', icmpOf(11), 35, 0],
    ['an ICMP error about time', icmpOf(11), 43, 14],
    ['an ICMP error about a host', icmpOf(3, 1), 43, 0],
    ['an ICMP error about a port, before the protocol', icmpOf(3, 3), 51, 14],
    ['an ICMP error about a port, behind the protocol', icmpOf(3, 3), 52, 0],
    ['an ICMP echo', icmpOf(8), 40, 0],
    ['a mobility header in its length', mobility, 55, 14],
    ['a mobility header behind its length', mobility, 57, 0],
    ['a binding update in its flags', mobility, 63, 14],
    ['a binding update in its lifetime', mobility, 64, 0],
    ['an option of mobility', bindingOption, 68, 14],
    ['hop-by-hop options', ip6(0, hex('3b 00 0104 00000000')), 58, 14],
    ['hop-by-hop options in their length', ip6(0, hex('3b 00 0104 00000000')), 55, 0],
    ['an IPv4 option', alert, 36, 14],
    ['an IPv4 option in its length', alert, 35, 0],
    ['an address of PIM', joinPrune, 43, 14],
    ['an address of PIM in its family', joinPrune, 38, 0],
    ['a TLV of EIGRP', eigrp, 60, 14],
    ['an OSPFv3 hello', ospf3, 80, 0],
    ['a TLV of Babel', babel, 69, 14],
    ['a TLV of Babel in its type', babel, 66, 0],
    ['a link of OLSR', olsr, 66, 14],
    ['IPv6 on a wireless LAN', ip6Snap, 35, 32, 105],
    ['attributes of netfilter', nflog, 14, 12, 239],
    ['attributes of netfilter behind one of them', nflog, 12, undefined, 239],
    ['a loopback header', hex('02000000'), 3, 0, 0],
    ['a cooked header', zeros(16), 15, 0, 113],
    ['a cooked header of version 2', zeros(20), 19, 0, 276],
    ['a SLIP header', zeros(17), 16, 0, 8],
    ['an ARCNET header', zeros(8), 7, 0, 129],
    ['a PPI header', hex('00 00 2000 69000000 0000'), 10, undefined, 192],
  ];

/** What `printed` shows of the packet, as bytes. */
function shown(printed: string): string {
  const lines = printed.split('\n').filter((line) => line.startsWith('\t0x'));
  return lines.map((line) => line.slice('\t0x0000:  '.length).replaceAll(' ', '')).join('');
}

function print(frame: Uint8Array, linkType: number): string {
  return new Lines({ verbose: 1, hex: 'x' }).print(frame, linkType, wireLength);
}

describe('-x on a packet that was cut in', () => {
  test.each(rows)('%s', (_title, frame, kept, begins, linkType = 1) => {
    const cut = frame.slice(0, kept);
    expect(shown(print(cut, linkType))).toBe(
      begins === undefined ? '' : Buffer.from(cut.subarray(begins)).toString('hex'),
    );
  });

  test.skipIf(!oracleIsHere)('tcpdump 4.99.3 begins there too', { timeout: oracleTimeout }, () => {
    for (const [title, frame, kept, , linkType = 1] of rows) {
      const cut = { frame: frame.slice(0, kept), linkType, length: wireLength };
      const theirs = shown(oracleText(cut, ['-v', '-x']));
      expect({ title, text: shown(print(cut.frame, linkType)) }).toEqual({ title, text: theirs });
    }
  });
});
