/** What a layer must know of the IP header around it: the pseudo header of RFC 9293 section 3.1 and RFC 8200 section 8.1. */
export interface PseudoHeader {
  source: Uint8Array;
  destination: Uint8Array;
  protocol: number;
}

/** A protocol header with everything inside it. The layer around it asks for its numbers and its bytes. */
export interface Layer {
  /** What Ethernet, 802.1Q or GENEVE write before this layer. */
  etherType?: number;
  /** What IPv4 and IPv6 write before this layer. */
  ipProtocol?: number;
  build(pseudo?: PseudoHeader): Uint8Array;
}

/** A string stands for its Latin-1 bytes. */
export type Payload = Layer | Uint8Array | string;

/** The bytes of a layer or payload, with the checksums that the header around it calls for. */
export function toBytes(payload: Payload | undefined, pseudo?: PseudoHeader): Uint8Array {
  if (payload === undefined) return new Uint8Array(0);
  if (typeof payload === 'string') return Uint8Array.from(Buffer.from(payload, 'latin1'));
  return payload instanceof Uint8Array ? payload : payload.build(pseudo);
}

/** Parts one after the other. */
export function concat(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

/** Header bytes of a fixed length, filled by the caller through a DataView. */
export function header(length: number, fill: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer), bytes);
  return bytes;
}

/** The number that the outer header carries for what follows: the one asked for, the layer's own, or the fallback. */
export function etherTypeOf(payload: Payload | undefined, fallback: number): number {
  return isLayer(payload) ? (payload.etherType ?? fallback) : fallback;
}

export function ipProtocolOf(payload: Payload | undefined, fallback: number): number {
  return isLayer(payload) ? (payload.ipProtocol ?? fallback) : fallback;
}

function isLayer(payload: Payload | undefined): payload is Layer {
  return typeof payload === 'object' && !(payload instanceof Uint8Array);
}
