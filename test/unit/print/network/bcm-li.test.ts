import { concat, hex, ip4Packet, ip6Packet, udp4 } from '../fixtures/frames';
import { describeModes } from '../modes';

/** Towards a collector: egress, undecided, untagged. */
const undecided = (packet: Uint8Array) => udp4(49152, 49153, concat(hex('48c00007'), packet));
const shim = (length: number, ...text: string[]) => ({
  '-v': [
    `IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length ${length})`,
    '    192.0.2.1.49152 > 192.0.2.2.49153: ',
    '    BCM-LI-SHIM: direction egress, pkt-type undecided, pkt-subtype untagged, li-id 7',
    ...text,
  ],
});

describeModes('Interception by Broadcom switches, the payload undecided,', [
  {
    title: 'IPv4 by its version',
    frame: undecided(ip4Packet(99, hex('01020304'))),
    lines: shim(
      56,
      '    IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto unknown (99), length 24)',
      '    192.0.2.1 > 192.0.2.2:  ip-proto-99 4',
    ),
  },
  {
    title: 'IPv6 by its version',
    frame: undecided(ip6Packet(99, hex('01020304'))),
    lines: shim(
      76,
      '    IP6 (hlim 64, next-header unknown (99) payload length: 4) 2001:db8::1 > 2001:db8::2:  ip-proto-99 4',
    ),
  },
  {
    title: 'what is of neither version',
    frame: undecided(hex('ff020304')),
    lines: shim(36, '    unknown payload'),
  },
  {
    title: 'nothing, where there is none',
    frame: undecided(hex('')),
    lines: shim(32, '     [|bcm_li]'),
  },
]);
