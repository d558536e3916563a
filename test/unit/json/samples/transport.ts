/** Transport layers. */
import { ethernet, ipv4, tcp, udp } from '../../../../src/frames/frames';
import { hex, inIpv4, type JsonSample } from './packet';

export const transportSamples: readonly JsonSample[] = [
  {
    title: 'a SYN with its options',
    bytes: ethernet(
      {},
      ipv4(
        {},
        tcp({
          flags: 'SE',
          sequence: 0xffffffff,
          checksum: 7,
          options: hex('020405b4 0402 080a 00000007 00000009 01 030307'),
        }),
      ),
    ),
    layer: {
      layer: 'tcp',
      source_port: 40000,
      destination_port: 443,
      sequence: 0xffffffff,
      acknowledgement: 0,
      header_length: 40,
      flags: ['syn', 'ece'],
      window: 65535,
      checksum: 7,
      urgent: 0,
      payload_length: 0,
      options: [
        { kind: 2, maximum_segment_size: 1460 },
        { kind: 4 },
        { kind: 8, value: 7, echo: 9 },
        { kind: 3, shift: 7 },
      ],
    },
  },
  {
    title: 'a datagram',
    bytes: ethernet({}, ipv4({}, udp({ checksum: 7 }, 'x'))),
    layer: { layer: 'udp', source_port: 40000, destination_port: 9, length: 9, checksum: 7 },
  },
  {
    title: 'an SCTP chunk with data',
    bytes: inIpv4(132, '0b59 0b5a 00000001 00000007 0003 0011 00000002 0003 0004 00000005 78 000000'),
    layer: {
      layer: 'sctp',
      source_port: 2905,
      destination_port: 2906,
      verification_tag: 1,
      checksum: 7,
      chunks: [{ type: 0, flags: 3, length: 17, tsn: 2, stream: 3, stream_sequence: 4, payload_protocol: 5 }],
    },
  },
];
