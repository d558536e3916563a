/** Services of a LAN, and protocols whose messages are made as HTTP's. */
import { datagram, hex, type JsonSample, latin1Hex, segment } from './packet';

function text(words: string): Uint8Array {
  return hex(latin1Hex(words));
}

export const serviceSamples: readonly JsonSample[] = [
  {
    title: 'a call over SIP',
    bytes: datagram(5060, text('INVITE sip:bob@example.com SIP/2.0\r\nCall-ID: 7\r\n\r\nv=0')),
    layer: {
      layer: 'sip',
      method: 'INVITE',
      target: 'sip:bob@example.com',
      version: '2.0',
      fields: [{ name: 'Call-ID', value: '7' }],
      body_length: 3,
    },
  },
  {
    title: 'an answer over SIP',
    bytes: segment(5060, text('SIP/2.0 180 Ringing\r\n\r\n')),
    layer: { layer: 'sip', status: 180, reason: 'Ringing', version: '2.0', fields: [], body_length: 0 },
  },
  {
    title: 'a request of RTSP',
    bytes: segment(554, text('PLAY rtsp://example.com/a RTSP/1.0\r\nCSeq: 2\r\n\r\n')),
    layer: {
      layer: 'rtsp',
      method: 'PLAY',
      target: 'rtsp://example.com/a',
      version: '1.0',
      fields: [{ name: 'CSeq', value: '2' }],
      body_length: 0,
    },
  },
  {
    title: 'a message of syslog',
    bytes: datagram(514, text('<165>app: "up"')),
    layer: { layer: 'syslog', facility: 20, severity: 5, message: 'app: "up"' },
  },
  {
    title: 'a message of syslog without priority',
    bytes: datagram(514, text('<16')),
    layer: { layer: 'syslog', message: '<16' },
  },
  {
    title: 'a request for a file with an option',
    bytes: datagram(69, text('\0\x01boot\0octet\0blksize\x001432\0')),
    layer: { layer: 'tftp', opcode: 1, file: 'boot', mode: 'octet', options: [{ name: 'blksize', value: '1432' }] },
  },
  {
    title: 'a request for a file whose mode has no end',
    bytes: datagram(69, text('\0\x02boot\0oct')),
    layer: { layer: 'tftp', opcode: 2, file: 'boot', malformed: true },
  },
  {
    title: 'options that are agreed to, the last without its value',
    bytes: datagram(69, text('\0\x06tsize\x000\0blksize\0')),
    layer: {
      layer: 'tftp',
      opcode: 6,
      options: [{ name: 'tsize', value: '0' }, { name: 'blksize' }],
      malformed: true,
    },
  },
  {
    title: 'a block of a file',
    bytes: datagram(69, text('\0\x03\0\x07abc')),
    layer: { layer: 'tftp', opcode: 3, block: 7, data_length: 3 },
  },
  {
    title: 'an error of TFTP',
    bytes: datagram(69, text('\0\x05\0\x01no file\0')),
    layer: { layer: 'tftp', opcode: 5, error_code: 1, error_message: 'no file' },
  },
];
