/** Border Gateway Protocol. */
import { hex, type JsonSample, latin1Hex, segment } from './packet';

function message(type: number, body: string): string {
  const length = (19 + hex(body).length).toString(16).padStart(4, '0');
  return `${'ff'.repeat(16)} ${length} 0${type} ${body}`;
}

function bgp(...messages: string[]): Uint8Array {
  return segment(179, hex(messages.join('')));
}

/** Withdrawn routes, attributes, routes. */
function update(withdrawn: string, attributes: string, routes: string): string {
  const sized = (content: string) => hex(content).length.toString(16).padStart(4, '0') + content;
  return message(2, `${sized(withdrawn)} ${sized(attributes)} ${routes}`);
}

export const bgpSamples: readonly JsonSample[] = [
  {
    title: 'OPEN with capabilities, and KEEPALIVE behind it',
    bytes: bgp(message(1, '04 5ba0 00b4 c0000201 10 020e 0104 00020001 4104 00010000 0200'), message(4, '')),
    layer: {
      layer: 'bgp',
      messages: [
        {
          type: 1,
          length: 45,
          version: 4,
          autonomous_system: 23456,
          hold_time: 180,
          identifier: '192.0.2.1',
          parameters: [
            {
              type: 2,
              capabilities: [{ code: 1, family: 2, safi: 1 }, { code: 65, autonomous_system: 65536 }, { code: 2 }],
            },
          ],
        },
        { type: 4, length: 19 },
      ],
    },
  },
  {
    title: 'OPEN with parameters of two bytes of length',
    bytes: bgp(message(1, '04 fde8 005a c0000201 ff ff 0007 02 0004 4602 0102')),
    layer: {
      layer: 'bgp',
      messages: [
        {
          type: 1,
          length: 39,
          version: 4,
          autonomous_system: 65000,
          hold_time: 90,
          identifier: '192.0.2.1',
          parameters: [{ type: 2, capabilities: [{ code: 70, data: '0102' }] }],
        },
      ],
    },
  },
  {
    title: 'UPDATE with routes of IPv4 and the attributes of their path',
    bytes: bgp(
      update(
        '10 c633',
        `400101 00 400206 0202 fde8 fde9 400304 c0000201 800404 00000005 400504 00000064 400600
         c00706 fde8 c0000202 c00808 fde80001 ffffff01 800904 c0000203 800a04 c0000204
         c010 08 0002fde800000001 c0200c 000100000000000100000002 801a01 01`,
        '18 cb0071 20 c0000207',
      ),
    ),
    layer: {
      layer: 'bgp',
      messages: [
        {
          type: 2,
          length: 136,
          withdrawn_routes: [{ prefix: '198.51.0.0', prefix_length: 16 }],
          path_attributes: [
            { type: 1, flags: 0x40, origin: 0 },
            { type: 2, flags: 0x40, segments: [{ type: 2, autonomous_systems: [65000, 65001] }] },
            { type: 3, flags: 0x40, next_hop: '192.0.2.1' },
            { type: 4, flags: 0x80, multi_exit_discriminator: 5 },
            { type: 5, flags: 0x40, local_preference: 100 },
            { type: 6, flags: 0x40 },
            { type: 7, flags: 0xc0, autonomous_system: 65000, address: '192.0.2.2' },
            { type: 8, flags: 0xc0, communities: ['65000:1', '65535:65281'] },
            { type: 9, flags: 0x80, originator_id: '192.0.2.3' },
            { type: 10, flags: 0x80, cluster_list: ['192.0.2.4'] },
            { type: 16, flags: 0xc0, extended_communities: ['0002fde800000001'] },
            { type: 32, flags: 0xc0, large_communities: ['65536:1:2'] },
            { type: 26, flags: 0x80, data: '01' },
          ],
          nlri: [
            { prefix: '203.0.113.0', prefix_length: 24 },
            { prefix: '192.0.2.7', prefix_length: 32 },
          ],
        },
      ],
    },
  },
  {
    title: 'UPDATE with numbers of four bytes, routes of IPv6, and those of a VPN',
    bytes: bgp(
      update(
        '',
        `50020006 0201 00010000 c01106 0201 00010000
         800e1a 0002 01 10 fe800000000000000000000000000001 00 20 20010db8
         800e14 0001 80 0c 0000000000000000 c0000201 00 10 1234
         800f08 0002 01 20 20010db8 800f05 0001 80 1012`,
        '',
      ),
    ),
    layer: {
      layer: 'bgp',
      messages: [
        {
          type: 2,
          length: 113,
          path_attributes: [
            { type: 2, flags: 0x50, segments: [{ type: 2, autonomous_systems: [65536] }] },
            { type: 17, flags: 0xc0, segments: [{ type: 2, autonomous_systems: [65536] }] },
            {
              type: 14,
              flags: 0x80,
              family: 2,
              safi: 1,
              next_hops: ['fe80::1'],
              nlri: [{ prefix: '2001:db8::', prefix_length: 32 }],
            },
            {
              type: 14,
              flags: 0x80,
              family: 1,
              safi: 128,
              next_hops: ['0000000000000000c0000201'],
              nlri_data: '101234',
            },
            {
              type: 15,
              flags: 0x80,
              family: 2,
              safi: 1,
              withdrawn_routes: [{ prefix: '2001:db8::', prefix_length: 32 }],
            },
            { type: 15, flags: 0x80, family: 1, safi: 128, withdrawn_data: '1012' },
          ],
        },
      ],
    },
  },
  {
    title: 'UPDATE with path identifiers behind the end of another message, and the end of a table',
    bytes: bgp('010203', update('', '', '00000001 18 c00002 00000002 20 cb007101'), update('', '', '')),
    layer: {
      layer: 'bgp',
      messages: [
        {
          type: 2,
          length: 40,
          nlri: [
            { path_id: 1, prefix: '192.0.2.0', prefix_length: 24 },
            { path_id: 2, prefix: '203.0.113.1', prefix_length: 32 },
          ],
        },
        { type: 2, length: 23 },
      ],
    },
  },
  {
    title: 'NOTIFICATION with what an operator says, and without',
    bytes: bgp(message(3, `0602 05 ${latin1Hex('bye :')}`), message(3, '0203 aa'), message(5, '0001 00 01')),
    layer: {
      layer: 'bgp',
      messages: [
        { type: 3, length: 27, error_code: 6, error_subcode: 2, shutdown_communication: 'bye :' },
        { type: 3, length: 22, error_code: 2, error_subcode: 3, data: 'aa' },
        { type: 5, length: 23, family: 1, subtype: 0, safi: 1 },
      ],
    },
  },
  {
    title: 'a message that contradicts itself, and one that goes on in the next segment',
    bytes: bgp(update('', '4001 02 00', ''), `${'ff'.repeat(16)} 0100 02 0000`),
    layer: {
      layer: 'bgp',
      messages: [
        { type: 2, length: 27, path_attributes: [], malformed: true },
        { type: 2, length: 256, continues: true },
      ],
    },
  },
];
