/** Protocols with ports. */
import type { HexBytes, LayerMarks } from './layer';

/** RFC 9293; sequence numbers as sent. */
export interface TcpJson extends LayerMarks {
  layer: 'tcp';
  source_port: number;
  destination_port: number;
  sequence: number;
  acknowledgement: number;
  /** Bytes, options included. */
  header_length: number;
  flags: ('fin' | 'syn' | 'rst' | 'psh' | 'ack' | 'urg' | 'ece' | 'cwr')[];
  window: number;
  checksum: number;
  urgent: number;
  payload_length?: number;
  /** Padding is left out. */
  options?: TcpOptionJson[];
}

export interface TcpOptionJson {
  kind: number;
  maximum_segment_size?: number;
  /** Window scale. */
  shift?: number;
  /** Time stamp. */
  value?: number;
  echo?: number;
  /** Selective acknowledgement. */
  blocks?: SackBlockJson[];
  data?: HexBytes;
  malformed?: true;
}

export interface SackBlockJson {
  left?: number;
  right?: number;
}

/** RFC 768 */
export interface UdpJson extends LayerMarks {
  layer: 'udp';
  source_port: number;
  destination_port: number;
  /** Header and data, as the sender says. */
  length: number;
  checksum: number;
}

/** RFC 9260 */
export interface SctpJson extends LayerMarks {
  layer: 'sctp';
  source_port: number;
  destination_port: number;
  verification_tag: number;
  checksum: number;
  chunks: SctpChunkJson[];
}

export interface SctpChunkJson {
  type: number;
  flags?: number;
  length?: number;
  /** DATA and INIT: the transmission sequence number; SACK: the cumulative one. */
  tsn?: number;
  stream?: number;
  stream_sequence?: number;
  payload_protocol?: number;
  initiate_tag?: number;
  window?: number;
  outbound_streams?: number;
  inbound_streams?: number;
  malformed?: true;
}
