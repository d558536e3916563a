// RFC 9293 TCP and RFC 768 UDP.
import { transportChecksum } from './checksum';
import { IpProtocol } from './internet';
import { concat, header, type Layer, type Payload, toBytes } from './layer';

const tcpHeaderLength = 20;
const udpHeaderLength = 8;
const tcpFlagBits: Record<string, number> = {
  F: 0x01,
  S: 0x02,
  R: 0x04,
  P: 0x08,
  '.': 0x10,
  U: 0x20,
  E: 0x40,
  W: 0x80,
};

export interface TcpFields {
  sourcePort?: number;
  destinationPort?: number;
  sequence?: number;
  acknowledgement?: number;
  /** Letters as tcpdump prints them: "S", "S.", "P.", "F.", "R"; "." is ACK. */
  flags?: string;
  window?: number;
  urgent?: number;
  /** Padded with zeros (end of options) to a multiple of 4. */
  options?: Uint8Array;
  checksum?: number;
}

export function tcp(fields: TcpFields, payload?: Payload): Layer {
  return {
    ipProtocol: IpProtocol.tcp,
    build: (pseudo) => {
      const optionsLength = Math.ceil((fields.options?.length ?? 0) / 4) * 4;
      const headerLength = tcpHeaderLength + optionsLength;
      const head = header(headerLength, (view, bytes) => {
        view.setUint16(0, fields.sourcePort ?? 40000);
        view.setUint16(2, fields.destinationPort ?? 443);
        view.setUint32(4, fields.sequence ?? 1);
        view.setUint32(8, fields.acknowledgement ?? 0);
        view.setUint8(12, (headerLength / 4) << 4);
        view.setUint8(13, flagBits(fields.flags ?? '.'));
        view.setUint16(14, fields.window ?? 65535);
        view.setUint16(18, fields.urgent ?? 0);
        bytes.set(fields.options ?? [], tcpHeaderLength);
      });
      const segment = concat(head, toBytes(payload));
      const checksum = fields.checksum ?? (pseudo ? transportChecksum(pseudo, segment) : 0);
      new DataView(segment.buffer).setUint16(16, checksum);
      return segment;
    },
  };
}

function flagBits(letters: string): number {
  let bits = 0;
  for (const letter of letters) {
    if (!(letter in tcpFlagBits)) throw new Error(`not a TCP flag: '${letter}'`);
    bits |= tcpFlagBits[letter];
  }
  return bits;
}

export interface UdpFields {
  sourcePort?: number;
  destinationPort?: number;
  length?: number;
  /** 0: the sender computed none. */
  checksum?: number;
}

export function udp(fields: UdpFields, payload?: Payload): Layer {
  return {
    ipProtocol: IpProtocol.udp,
    build: (pseudo) => {
      const content = toBytes(payload);
      const head = header(udpHeaderLength, (view) => {
        view.setUint16(0, fields.sourcePort ?? 40000);
        view.setUint16(2, fields.destinationPort ?? 9);
        view.setUint16(4, fields.length ?? udpHeaderLength + content.length);
      });
      const datagram = concat(head, content);
      const computed = pseudo ? transportChecksum(pseudo, datagram) || 0xffff : 0;
      new DataView(datagram.buffer).setUint16(6, fields.checksum ?? computed);
      return datagram;
    },
  };
}
