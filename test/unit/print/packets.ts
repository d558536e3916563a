/** Packets of the lower layers as hexadecimal, with the line that tcpdump 4.99.3 -nn -t prints for each. */

const ethernet = '020000000001 020000000002';
const addresses4 = '0a000001 0a000002';
const addresses6 = 'fe800000000000000000000000000001 fe800000000000000000000000000002';
const quoted = '45000024 00010000 40110000 0a0000020a000003 10001001 00100000 1122334455667788';

export interface Sample {
  readonly title: string;
  readonly hex: string;
  readonly line: string;
}

/** Length of an IPv4 packet around `payload`. */
function ip4(protocol: string, payload: string): string {
  const length = payload.replace(/\s/g, '').length / 2 + 20;
  return `${ethernet} 0800 4500${length.toString(16).padStart(4, '0')} 00010000 40${protocol}0000 ${addresses4} ${payload}`;
}

function ip6(next: string, payload: string): string {
  const length = payload.replace(/\s/g, '').length / 2;
  return `${ethernet} 86dd 60000000 ${length.toString(16).padStart(4, '0')} ${next}40 ${addresses6} ${payload}`;
}

export const samples: readonly Sample[] = [
  { title: 'a frame shorter than its header', hex: '0200', line: ' [|ether]' },
  {
    title: 'an ethertype without a printer, with its bytes',
    hex: `${ethernet} 88b5 010203`,
    line: '02:00:00:00:00:02 > 02:00:00:00:00:01, ethertype Unknown (0x88b5), length 17: \n\t0x0000:  0102 03                                  ...',
  },
  {
    title: 'an ARP request',
    hex: `${ethernet} 0806 0001 0800 0604 0001 020000000002 0a000001 000000000000 0a000002`,
    line: 'ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28',
  },
  {
    title: 'an ARP reply',
    hex: `${ethernet} 0806 0001 0800 0604 0002 020000000002 0a000001 020000000001 0a000002`,
    line: 'ARP, Reply 10.0.0.1 is-at 02:00:00:00:00:02, length 28',
  },
  {
    title: 'a VLAN tag, silently',
    hex: `${ethernet} 8100 6001 ${ip4('01', '0800 0000 0001 0002 11').slice(ethernet.length)}`,
    line: 'IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 2, length 9',
  },
  {
    title: 'an IPv4 header with too few words',
    hex: `${ethernet} 0800 44000014 00010000 40010000 ${addresses4}`,
    line: 'IP bad-hlen 16',
  },
  {
    title: 'an IPv4 packet longer than what is left of the frame',
    hex: `${ethernet} 0800 4500001e 00010000 40630000 ${addresses4} 00112233`,
    line: 'IP truncated-ip - 6 bytes missing! 10.0.0.1 > 10.0.0.2:  ip-proto-99 10',
  },
  {
    title: 'a later fragment',
    hex: `${ethernet} 0800 4500001e 00010002 40110000 ${addresses4} 00112233445566778899`,
    line: 'IP 10.0.0.1 > 10.0.0.2: ip-proto-17',
  },
  {
    title: 'an IPv6 fragment header',
    hex: ip6('2c', '3b00000100000001 0001020304050607'),
    line: 'IP6 fe80::1 > fe80::2: frag (0|8) no next header',
  },
  {
    title: 'a segment routing header',
    hex: ip6('2b', '3b02040100000000 fe800000000000000000000000000001'),
    line: 'IP6 fe80::1 > fe80::2: RT6 (len=2, type=4, segleft=1, last-entry=0, tag=0, [0]fe80::1) no next header',
  },
  {
    title: 'TCP options of a SYN with an acknowledgement',
    hex: ip4('06', '10001001 00000001 00000002 7012 0100 0000 0000 0204 05b4 0303 0700'),
    line: 'IP 10.0.0.1.4096 > 10.0.0.2.4097: Flags [S.], seq 1, ack 2, win 256, options [mss 1460,wscale 7,eol], length 0',
  },
  {
    title: 'a TCP option whose length does not fit',
    hex: ip4('06', '10001001 00000001 00000002 7012 0100 0000 0000 0204 05b4 0205 0700'),
    line: 'IP 10.0.0.1.4096 > 10.0.0.2.4097: Flags [S.], seq 1, ack 2, win 256, options [mss 1460,[bad opt]]',
  },
  {
    title: 'TCP options cut by the snapshot length',
    hex: `${ethernet} 0800 45000040 00010000 40060000 ${addresses4} 10001001 00000001 00000002 a010 0100 0000 0000 0204 05b4 0402 080a 0000`,
    line: 'IP truncated-ip - 14 bytes missing! 10.0.0.1.4096 > 10.0.0.2.4097: Flags [.], seq 1:5, ack 2, win 256, options [mss 1460,sackOK,TS [|tcp]>',
  },
  {
    title: 'multipath, fast open and experimental TCP options',
    hex: ip4(
      '06',
      '10001001 00000001 00000002 b01f 0100 0000 0000 1e0c0081 0102030405060708 2208 010203040506 fe04 f989',
    ),
    line: 'IP 10.0.0.1.4096 > 10.0.0.2.4097: Flags [FSRP.], seq 1, ack 2, win 256, options [mptcp 12 capable v0 csum {0x102030405060708},tfo  cookie 010203040506,exp-tfo cookiereq], length 0',
  },
  { title: 'a TCP segment without ports', hex: ip4('06', '0014'), line: 'IP 10.0.0.1 > 10.0.0.2: [|tcp]' },
  {
    title: 'a UDP datagram',
    hex: ip4('11', '10001001 00100000 1122334455667788'),
    line: 'IP 10.0.0.1.4096 > 10.0.0.2.4097: UDP, length 8',
  },
  {
    title: 'a UDP length that is not there',
    hex: ip4('11', '10001001 00100000 11'),
    line: 'IP 10.0.0.1.4096 > 10.0.0.2.4097: UDP, bad length 8 > 1',
  },
  { title: 'a UDP datagram without ports', hex: ip4('11', '1000'), line: 'IP 10.0.0.1 > 10.0.0.2:  [|udp]' },
  {
    title: 'an unreachable port',
    hex: ip4('01', `0303 0000 0000 0000 ${quoted}`),
    line: 'IP 10.0.0.1 > 10.0.0.2: ICMP 10.0.0.3 udp port 4097 unreachable, length 44',
  },
  {
    title: 'a packet that needs fragmentation',
    hex: ip4('01', `0304 0000 0000 0578 ${quoted}`),
    line: 'IP 10.0.0.1 > 10.0.0.2: ICMP 10.0.0.3 unreachable - need to frag (mtu 1400), length 44',
  },
  {
    title: 'a redirect',
    hex: ip4('01', `0501 0000 0a000009 ${quoted}`),
    line: 'IP 10.0.0.1 > 10.0.0.2: ICMP redirect 10.0.0.3 to host 10.0.0.9, length 44',
  },
  {
    title: 'a neighbor solicitation',
    hex: ip6('3a', '8700 0000 00000000 fe800000000000000000000000000009 0101020000000002'),
    line: 'IP6 fe80::1 > fe80::2: ICMP6, neighbor solicitation, who has fe80::9, length 32',
  },
  {
    title: 'a listener report',
    hex: ip6('3a', '8f00 0000 00000001 04000000 ff020000000000000000000000000001'),
    line: 'IP6 fe80::1 > fe80::2: ICMP6, multicast listener report v2, 1 group record(s), length 28',
  },
  {
    title: 'an LLC frame of an unknown service access point',
    hex: `${ethernet} 0010 8280030102030405060708`,
    line: '02:00:00:00:00:02 Unknown SSAP 0x80 > 02:00:00:00:00:01 Unknown DSAP 0x82 Unnumbered, ui, Flags [Command], length 11\n\t0x0000:  8280 0301 0203 0405 0607 08              ...........',
  },
  {
    title: 'a VXLAN packet, the inner frame on a line of its own',
    hex: ip4('11', `c001 12b5 0032 0000 0800000000000100 ${ethernet} 0800 45000014 00010000 40630000 0a0000030a000004`),
    line: 'IP 10.0.0.1.49153 > 10.0.0.2.4789: VXLAN, flags [I] (0x08), vni 1\nIP 10.0.0.3 > 10.0.0.4:  ip-proto-99 0',
  },
  {
    title: 'a Geneve packet',
    hex: ip4('11', `c001 17c1 0032 0000 0000655800000a00 ${ethernet} 0800 45000014 00010000 40630000 0a0000030a000004`),
    line: 'IP 10.0.0.1.49153 > 10.0.0.2.6081: Geneve, Flags [none], vni 0xa: IP 10.0.0.3 > 10.0.0.4:  ip-proto-99 0',
  },
  {
    title: 'a GRE packet with a key',
    hex: ip4('2f', '20000800 00000001 45000014 00010000 40630000 0a0000030a000004'),
    line: 'IP 10.0.0.1 > 10.0.0.2: GREv0, key=0x1, length 28: IP 10.0.0.3 > 10.0.0.4:  ip-proto-99 0',
  },
  {
    title: 'a DNS question',
    hex: ip4('11', 'c001 0035 0025 0000 1234 0100 0001 0000 0000 0000 07 6578616d706c65 03 6f7267 00 0001 0001'),
    line: 'IP 10.0.0.1.49153 > 10.0.0.2.53: 4660+ A? example.org. (29)',
  },
];
