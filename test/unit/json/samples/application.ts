/** Protocols over UDP and TCP. */
import { concat } from '../../../support/frames';
import { datagram, hex, type JsonSample, mac1, segment } from './packet';

const dnsFlags = { aa: false, tc: false, rd: true, ra: true, ad: false, cd: false };

export const applicationSamples: readonly JsonSample[] = [
  {
    title: 'a DNS answer with a compressed name',
    bytes: datagram(
      53,
      hex(
        '1234 8180 0001 0001 0000 0000 07 6578616d706c65 03 636f6d 00 0001 0001 c00c 0001 0001 0000003c 0004 c0000201',
      ),
    ),
    layer: {
      layer: 'dns',
      id: 0x1234,
      response: true,
      opcode: 0,
      rcode: 0,
      ...dnsFlags,
      questions: [{ name: 'example.com', type: 'A', class: 'IN' }],
      answers: [{ name: 'example.com', type: 'A', class: 'IN', ttl: 60, address: '192.0.2.1' }],
    },
  },
  {
    title: 'a DHCP discovery',
    bytes: datagram(
      67,
      concat(
        hex('01 01 06 00 00000007 0001 8000 00000000 00000000 00000000 00000000 020000000001'),
        new Uint8Array(10 + 64 + 128),
        hex('63825363 350101 0c0161 3204c0000209 3302 0102 ff'),
      ),
    ),
    layer: {
      layer: 'dhcp',
      operation: 1,
      hardware_type: 1,
      hops: 0,
      transaction_id: 7,
      seconds: 1,
      broadcast: true,
      client_address: '0.0.0.0',
      your_address: '0.0.0.0',
      server_address: '0.0.0.0',
      relay_address: '0.0.0.0',
      client_hardware: mac1,
      options: [
        { code: 53, numbers: [1] },
        { code: 12, text: 'a' },
        { code: 50, addresses: ['192.0.2.9'] },
        { code: 51, data: '0102' },
      ],
    },
  },
  {
    title: 'an NTP reply, times in seconds since 1970',
    bytes: datagram(
      123,
      hex('24 02 06 ec 00010000 00008000 c0000201 0000000000000000 83aa7e8080000000 83aa7e8100000000 e5a2c3d440000000'),
    ),
    layer: {
      layer: 'ntp',
      leap: 0,
      version: 4,
      mode: 4,
      stratum: 2,
      poll: 6,
      precision: -20,
      root_delay: 1,
      root_dispersion: 0.5,
      reference_id: '192.0.2.1',
      origin_time: '0.500000000',
      receive_time: '1.000000000',
      transmit_time: `${0xe5a2c3d4 - 2_208_988_800}.250000000`,
    },
  },
  {
    title: 'a ClientHello with server name and protocols',
    bytes: segment(
      443,
      concat(
        hex('160301 0047 01 000043 0303'),
        new Uint8Array(32),
        hex('00 0002 1301 0100 0018 0000 0009 0007 00 0004 61 2e62 63 0010 0007 0005 0268 32 0161'),
      ),
    ),
    layer: {
      layer: 'tls',
      content_type: 22,
      version: 0x0301,
      length: 0x47,
      client_hello: { version: 0x0303, server_name: 'a.bc', alpn: ['h2', 'a'] },
    },
  },
];
