/** Protocols over UDP and TCP. */
import { concat } from '../../../../src/frames/frames';
import { datagram, hex, type JsonSample, mac1, segment } from './packet';

const dnsFlags = { aa: false, tc: false, rd: true, ra: true, ad: false, cd: false };

const address1 = '20010db8000000000000000000000001';
const address2 = 'fe800000000000000000000000000002';

function latin1(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** An option of DHCPv6. */
function option6(code: number, ...parts: Uint8Array[]): Uint8Array {
  const content = concat(...parts);
  return concat(Uint8Array.of(code >> 8, code, content.length >> 8, content.length), content);
}

/** An element of fewer than 64 KB with two bytes of length. */
function ber(identifier: number, ...parts: Uint8Array[]): Uint8Array {
  const content = concat(...parts);
  return concat(Uint8Array.of(identifier, 0x82, content.length >> 8, content.length), content);
}

const variableName = '1.3.6.1.2.1.1.5.0';

function variable(value: Uint8Array): Uint8Array {
  return ber(0x30, hex('0608 2b06010201010500'), value);
}

function snmp3(flags: string, scopedPdu: Uint8Array): Uint8Array {
  return ber(
    0x30,
    hex('020103'),
    ber(0x30, hex(`020107 020205dc 0401${flags} 020103`)),
    ber(0x04, ber(0x30, hex('040180 020102 020103 04036a6f65 0400 0400'))),
    scopedPdu,
  );
}

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
    title: 'a DHCPv6 reply in the message of a relay',
    bytes: datagram(
      547,
      concat(
        hex(`0d 01 ${address1} ${address2}`),
        option6(
          9,
          hex('07 000102'),
          option6(3, hex('00000001 0000000a 00000014'), option6(5, hex(`${address1} 0000001e 0000003c`))),
          option6(25, hex('00000002 00000000 00000000'), option6(26, hex(`0000001e 0000003c 38 ${address1}`))),
          option6(13, hex('0000 6f6b')),
          option6(24, hex('01 61 02 6263 00 00')),
        ),
        option6(23, hex(address1 + address2)),
        option6(6, hex('0017 0018')),
        option6(18, hex('00ff')),
      ),
    ),
    layer: {
      layer: 'dhcp6',
      type: 13,
      hops: 1,
      link_address: '2001:db8::1',
      peer_address: 'fe80::2',
      options: [
        {
          code: 9,
          message: {
            type: 7,
            transaction_id: 0x000102,
            options: [
              {
                code: 3,
                identity: 1,
                renew_after: 10,
                rebind_after: 20,
                options: [{ code: 5, address: '2001:db8::1', preferred_lifetime: 30, valid_lifetime: 60 }],
              },
              {
                code: 25,
                identity: 2,
                renew_after: 0,
                rebind_after: 0,
                options: [
                  { code: 26, preferred_lifetime: 30, valid_lifetime: 60, prefix_length: 56, prefix: '2001:db8::1' },
                ],
              },
              { code: 13, status: 0, text: 'ok' },
              { code: 24, names: ['a.bc', '.'] },
            ],
          },
        },
        { code: 23, addresses: ['2001:db8::1', 'fe80::2'] },
        { code: 6, numbers: [23, 24] },
        { code: 18, data: '00ff' },
      ],
    },
  },
  {
    title: 'an SNMP response of version 2c with values of every type',
    bytes: datagram(
      161,
      ber(
        0x30,
        hex('020101'),
        ber(0x04, hex('7075626c6963')),
        ber(
          0xa2,
          hex('02020539 020100 020100'),
          ber(
            0x30,
            variable(hex('0403 6e6173')),
            variable(hex('0402 00ff')),
            variable(hex('0201 ff')),
            variable(hex('4304 ffffffff')),
            variable(hex('4004 c0000201')),
            variable(hex('4607 1fffffffffffff')),
            variable(hex('4608 0020000000000000')),
            variable(hex('0602 2b06')),
            variable(hex('8100')),
            variable(hex('0500')),
          ),
        ),
      ),
    ),
    layer: {
      layer: 'snmp',
      version: 1,
      community: 'public',
      pdu: 2,
      request_id: 1337,
      error_status: 0,
      error_index: 0,
      variables: [
        { name: variableName, text: 'nas' },
        { name: variableName, data: '00ff' },
        { name: variableName, number: -1 },
        { name: variableName, number: 0xffffffff },
        { name: variableName, address: '192.0.2.1' },
        { name: variableName, number: Number.MAX_SAFE_INTEGER },
        { name: variableName, data: '0020000000000000' },
        { name: variableName, object: '1.3.6' },
        { name: variableName, exception: 1 },
        { name: variableName },
      ],
    },
  },
  {
    title: 'an SNMP trap of version 1',
    bytes: datagram(
      162,
      ber(0x30, hex('020100 0400'), ber(0xa4, hex('0602 2b06 4004 c0000201 020106 020102 430164'), ber(0x30))),
    ),
    layer: {
      layer: 'snmp',
      version: 0,
      community: '',
      pdu: 4,
      enterprise: '1.3.6',
      agent_address: '192.0.2.1',
      generic_trap: 6,
      specific_trap: 2,
      time_ticks: 100,
      variables: [],
    },
  },
  {
    title: 'an SNMP request of version 3',
    bytes: datagram(
      161,
      snmp3('04', ber(0x30, hex('0401 80 0401 63'), ber(0xa0, hex('020105 020100 020100'), ber(0x30)))),
    ),
    layer: {
      layer: 'snmp',
      version: 3,
      message_id: 7,
      most_bytes: 1500,
      flags: 4,
      security_model: 3,
      engine_id: '80',
      engine_boots: 2,
      engine_time: 3,
      user: 'joe',
      context_engine_id: '80',
      context_name: 'c',
      pdu: 0,
      request_id: 5,
      error_status: 0,
      error_index: 0,
      variables: [],
    },
  },
  {
    title: 'an encrypted SNMP message, as far as it can be read',
    bytes: datagram(161, snmp3('03', ber(0x04, hex('0102')))),
    layer: {
      layer: 'snmp',
      version: 3,
      message_id: 7,
      most_bytes: 1500,
      flags: 3,
      security_model: 3,
      engine_id: '80',
      engine_boots: 2,
      engine_time: 3,
      user: 'joe',
    },
  },
  {
    title: 'SNMP whose element says that it is longer than the message',
    bytes: datagram(161, hex('30 05 020101 04 09')),
    layer: { layer: 'snmp', version: 1, malformed: true },
  },
  {
    title: 'an HTTP request with fields and a body',
    bytes: segment(80, latin1('POST /a?b HTTP/1.1\r\nHost: example.com\r\nX:\t y \r\n\r\nbody')),
    layer: {
      layer: 'http',
      method: 'POST',
      target: '/a?b',
      version: '1.1',
      fields: [
        { name: 'Host', value: 'example.com' },
        { name: 'X', value: 'y' },
      ],
      body_length: 4,
    },
  },
  {
    title: 'an HTTP response whose fields go on in the next segment',
    bytes: segment(8080, latin1('HTTP/1.0 404 Not Found\r\nServer: a\r\nDate: ')),
    layer: {
      layer: 'http',
      status: 404,
      reason: 'Not Found',
      version: '1.0',
      fields: [{ name: 'Server', value: 'a' }],
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
