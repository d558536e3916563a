import { describe, expect, test } from 'vitest';
import { PacketFlag } from '../../../src/decode/packet';
import { concat, hex, ip4, tcp4, text, udp4, udp6 } from './fixtures/frames';
import { Lines } from './lines';
import { describeModes } from './modes';

const question = hex('1234 0100 0001 0000 0000 0000 03 777777 07 6578616d706c65 00 0001 0001');
const asked = '4660+ A? www.example. (29)';
const advertisement = hex('21 07 64 01 00 01 bb32 c0000203 0000000000000000');

/** PGM in UDP: original (04) or repair (05) data. */
function pgmData(type: string, length: string, data: string): Uint8Array {
  return udp4(9000, 9001, hex(`03e8 07d0 ${type} 00 0000 010203040506 ${length} 00000009 00000001 ${data}`));
}

describeModes('A type for all datagrams and segments', [
  {
    title: 'DNS on any UDP port',
    frame: udp4(40000, 8053, question),
    lines: {
      '-Tdomain': `IP 192.0.2.1.40000 > 192.0.2.2.8053: ${asked}`,
      '-q -Tdomain': `IP 192.0.2.1.40000 > 192.0.2.2.8053: ${asked}`,
    },
  },
  {
    title: 'DNS on any TCP port',
    frame: tcp4(40000, 8053, concat(hex('001d'), question)),
    lines: {
      '-Tdomain': `IP 192.0.2.1.40000 > 192.0.2.2.8053: Flags [P.], seq 1:32, ack 1, win 65535, length 31 ${asked}`,
    },
  },
  {
    title: 'nothing of a segment where the type is one of datagrams',
    frame: tcp4(40000, 80, text('GET / HTTP/1.1\r\n')),
    lines: { '-Trtp': 'IP 192.0.2.1.40000 > 192.0.2.2.80: Flags [P.], seq 1:17, ack 1, win 65535, length 16' },
  },
  {
    title: 'no checksum of a datagram',
    frame: udp6(40000, 8053, question),
    lines: {
      '-v -Tdomain': `IP6 (hlim 64, next-header UDP (17) payload length: 37) 2001:db8::1.40000 > 2001:db8::2.8053: ${asked}`,
    },
  },
  {
    title: 'what a tunnel on any port holds as of the same type',
    frame: udp4(40000, 9999, concat(hex('08000000 00002a00'), udp4(1000, 2000, hex('0800')))),
    lines: {
      '-Tvxlan': [
        'IP 192.0.2.1.40000 > 192.0.2.2.9999: VXLAN, flags [I] (0x08), vni 42',
        'IP 192.0.2.1.1000 > 192.0.2.2.2000: VXLAN (invalid)',
      ],
    },
  },
  {
    title: 'VRRP and not CARP',
    frame: ip4(112, advertisement),
    lines: {
      '-Trtp':
        'IP 192.0.2.1 > 192.0.2.2: VRRPv2, Advertisement, (ttl 64), vrid 7, prio 100, authtype none, intvl 1s, length 20',
    },
  },
  {
    title: 'a datagram that is too short for its header',
    frame: ip4(17, hex('9c40 1f75 0004')),
    lines: { '-Trpc': 'IP 192.0.2.1.40000 > 192.0.2.2.8053: truncated-udp 6' },
  },
  {
    title: 'PGM in UDP',
    frame: pgmData('04', '0009', '0000 06 01 68656c6c6f'),
    lines: {
      '-Tpgm': 'IP 192.0.2.1.9000 > 192.0.2.2.9001: 1000 > 2000: PGM, length 9',
      '-v -Tpgm_zmtp1': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 61)',
        '    192.0.2.1.9000 > 192.0.2.2.9001: 1000 > 2000: PGM, length 9 0x010203040506 ODATA trail 1 seq 9 [33]',
        '\t frame offset 0x0000',
        '\t frame flags+body  (8-bit) length 6, flags 0x01 (-|-|-|-|-|-|-|MORE), first 5 byte(s) of body:',
        '\t 0x0000:  6865 6c6c 6f                             hello',
      ],
    },
  },
  {
    title: 'ZMTP behind the rest of a message',
    frame: pgmData('05', '0007', '0003 656e64 01 00'),
    lines: {
      '-v -Tpgm_zmtp1': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 59)',
        '    192.0.2.1.9000 > 192.0.2.2.9001: 1000 > 2000: PGM, length 7 0x010203040506 RDATA trail 1 seq 9 [31]',
        '\t frame offset 0x0003',
        '\t frame intermediate part, 3 bytes, first 3 byte(s):',
        '\t 0x0000:  656e 64                                  end',
        '\t frame flags+body  (8-bit) length 1, flags 0x00 (-|-|-|-|-|-|-|-)',
      ],
    },
  },
  {
    title: 'a datagram of ZMTP in which no message begins',
    frame: pgmData('04', '0008', 'ffff 6d6964646c65'),
    lines: {
      '-v -Tpgm_zmtp1': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 60)',
        '    192.0.2.1.9000 > 192.0.2.2.9001: 1000 > 2000: PGM, length 8 0x010203040506 ODATA trail 1 seq 9 [32]',
        '\t frame offset 0xffff',
        '\t frame intermediate part, 6 bytes, first 6 byte(s):',
        '\t 0x0000:  6d69 6464 6c65                           middle',
      ],
    },
  },
  {
    title: 'a message of ZMTP that begins behind the datagram',
    frame: pgmData('04', '0005', '0063 616263'),
    lines: {
      '-v -Tpgm_zmtp1': [
        'IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 57)',
        '    192.0.2.1.9000 > 192.0.2.2.9001: 1000 > 2000: PGM, length 5 0x010203040506 ODATA trail 1 seq 9 [29]',
        '\t frame offset 0x0063 (exceeds datagram declared length) [|zmtp1]',
      ],
    },
  },
]);

// tcpdump 4.99.3 prints nothing of it, not even its addresses.
test.each(['resp', 'zmtp1', 'carp'] as const)('a datagram at -T %s is printed as its port says', (packetType) => {
  const line = new Lines({ packetType }).print(udp4(40000, 53, question));
  expect(line).toBe(`IP 192.0.2.1.40000 > 192.0.2.2.53: ${asked}`);
});

describe('-T rpc', () => {
  test('names services where names are wanted', () => {
    const call = udp4(9000, 9001, hex(`12345678 00000000 00000002 000186a3 00000003 00000003 ${'00'.repeat(16)}`));
    const names = { ipv4: () => undefined } as never;
    expect(new Lines({ packetType: 'rpc', numeric: 0 }, names).print(call)).toBe(
      'IP 192.0.2.1.0x12345678 > 192.0.2.2.sunrpc: 40 getport #100003.3',
    );
  });
});

// tcpdump 4.99.3 prints the first report again in place of the others.
test('-T rtcp prints every report of several', () => {
  const report = (source: string, jitter: string) => `${source} 01 000002 00000003 ${jitter} 00012000 00006000`;
  const frame = udp4(
    9000,
    9001,
    hex(`82c9 000d 00000005 ${report('00000001', '00000004')} ${report('00000002', '00000009')}`),
  );
  expect(new Lines({ packetType: 'rtcp' }).print(frame)).toBe(
    'IP 192.0.2.1.9000 > 192.0.2.2.9001:  rr c2 2l 3s 4j @1.12+0.38 2l 3s 9j @1.12+0.38',
  );
});

test('a checksum that is known to be right is that of the datagram, and not of the segment inside', () => {
  const segment = tcp4(1000, 2000, text('x'));
  segment[segment.length - 1] ^= 1;
  const frame = udp4(40000, 9999, concat(hex('08000000 00002a00'), segment));
  const lines = new Lines({ packetType: 'vxlan', verbose: 1, trustKernel: true });
  expect(lines.print(frame, 1, frame.length, PacketFlag.checksumValid)).toContain('(incorrect -> ');
});
