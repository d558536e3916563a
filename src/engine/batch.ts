/**
 * Reads the slots that native/sink/batch.h fills: fixed-size record headers, tunnel facts, bytes.
 * One PacketRecord and one TunnelFacts object are reused for all packets.
 */
import {
  type EncapsulationName,
  encapsulations,
  type PacketRecord,
  type PreparedLine,
  type TunnelFacts,
} from '../decode/packet';

/** Byte order of this host, in which the records are written. */
const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

// struct BatchRecord, behind its length
const CAPLEN = 4;
const LEN = 8;
const NANOSECONDS = 12;
const SECONDS = 16;
const INTERFACE_INDEX = 24;
const LINK_TYPE = 28;
const DIRECTION = 30;
const FLAGS = 31;
const SOURCE = 32;
const WORKER = 34;
const DATA_OFFSET = 36;
const TUNNEL_OFFSET = 38;
const LINE_OFFSET = 40;

// struct BatchTunnel
const ENCAPSULATION = 0;
const FAMILY = 1;
const OPTIONS_LENGTH = 2;
const SOURCE_PORT = 4;
const DESTINATION_PORT = 6;
const VNI = 8;
const INNER_VNI = 12;
const SOURCE_ADDRESS = 16;
const DESTINATION_ADDRESS = 32;
const POLICY = 48;
const TUNNEL_FLAGS = 50;
const INSIDE = 51;
const OPTIONS = 56;

// struct BatchLine
const TEXT_LENGTH = 0;
const REST_LENGTH = 2;
const PAYLOAD = 4;
const NUMBERS = 6;
const KEY_WORDS = 7;
const TEXT = 8;

// struct LineNumbers, behind it
const SEQUENCE = 8;
const ACKNOWLEDGEMENT = 12;
const KEY = 16;

/** Says "no VNI" in 32 bits; signed, it is the -1 that TunnelFacts promises. */
const signed = (vni: number): number => vni | 0;

/** A slot's memory at every width: records and their fields are aligned, and typed arrays read in the host's order. */
class Slot {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly halves: Uint16Array;
  readonly words: Uint32Array;
  readonly doubles: Float64Array;

  constructor(memory: ArrayBuffer) {
    this.bytes = new Uint8Array(memory);
    this.view = new DataView(memory);
    this.halves = new Uint16Array(memory);
    this.words = new Uint32Array(memory);
    this.doubles = new Float64Array(memory);
  }
}

/** Everything in a slot begins at a multiple of eight. */
const aligned = (length: number): number => (length + 7) & ~7;

export class BatchReader {
  private readonly slots: Slot[];
  private readonly record: PacketRecord;
  private readonly inside: EncapsulationName[] = [];
  private readonly tunnel: TunnelFacts = {
    encapsulation: 'none',
    family: 4,
    sourceOffset: 0,
    destinationOffset: 0,
    sourcePort: 0,
    destinationPort: 0,
    vni: -1,
    innerVni: -1,
    inside: this.inside,
    flags: 0,
    policy: 0,
    optionsOffset: 0,
    optionsLength: 0,
  };

  private readonly line: PreparedLine = {
    textOffset: 0,
    textLength: 0,
    numbers: 0,
    restOffset: 0,
    restLength: 0,
    payload: 0,
    sequence: 0,
    acknowledgement: 0,
    words: new Uint32Array(0),
    keyIndex: 0,
    keyWords: 0,
  };

  constructor(slots: ArrayBuffer[]) {
    this.slots = slots.map((slot) => new Slot(slot));
    this.record = {
      bytes: new Uint8Array(0),
      view: new DataView(new ArrayBuffer(0)),
      offset: 0,
      caplen: 0,
      len: 0,
      linkType: 0,
      seconds: 0,
      nanoseconds: 0,
      direction: 255,
      flags: 0,
      source: 0,
      worker: 0,
      interfaceIndex: 0,
      tunnel: undefined,
      line: undefined,
    };
  }

  /**
   * Calls onPacket for each packet in the first `used` bytes of a slot, in order.
   * The record is valid during the call only.
   */
  read(slot: number, used: number, onPacket: (record: PacketRecord) => void): void {
    const record = this.record;
    const { bytes, view, words, halves, doubles } = this.slots[slot];
    record.bytes = bytes;
    record.view = view;
    this.line.words = words;
    for (let at = 0; at < used; at += words[at >> 2]) {
      record.caplen = words[(at + CAPLEN) >> 2];
      record.len = words[(at + LEN) >> 2];
      record.nanoseconds = words[(at + NANOSECONDS) >> 2];
      record.seconds = doubles[(at + SECONDS) >> 3];
      record.interfaceIndex = words[(at + INTERFACE_INDEX) >> 2];
      record.linkType = halves[(at + LINK_TYPE) >> 1];
      record.direction = bytes[at + DIRECTION];
      record.flags = bytes[at + FLAGS];
      record.source = halves[(at + SOURCE) >> 1];
      record.worker = halves[(at + WORKER) >> 1];
      record.offset = at + halves[(at + DATA_OFFSET) >> 1];
      const tunnelOffset = halves[(at + TUNNEL_OFFSET) >> 1];
      record.tunnel = tunnelOffset === 0 ? undefined : this.readTunnel(view, at + tunnelOffset);
      const lineOffset = halves[(at + LINE_OFFSET) >> 1];
      record.line = lineOffset === 0 ? undefined : this.readLine(this.slots[slot], at + lineOffset);
      onPacket(record);
    }
  }

  private readLine({ bytes, words, halves }: Slot, at: number): PreparedLine {
    const line = this.line;
    line.textLength = halves[(at + TEXT_LENGTH) >> 1];
    line.numbers = bytes[at + NUMBERS];
    if (line.numbers === 0) {
      line.textOffset = at + TEXT;
      return line;
    }
    line.keyWords = bytes[at + KEY_WORDS];
    line.keyIndex = (at + KEY) >> 2;
    line.payload = halves[(at + PAYLOAD) >> 1];
    line.sequence = words[(at + SEQUENCE) >> 2];
    line.acknowledgement = words[(at + ACKNOWLEDGEMENT) >> 2];
    line.textOffset = aligned(at + KEY + 4 * line.keyWords);
    line.restOffset = aligned(line.textOffset + line.textLength);
    line.restLength = halves[(at + REST_LENGTH) >> 1];
    return line;
  }

  private readTunnel(view: DataView, at: number): TunnelFacts {
    const tunnel = this.tunnel;
    tunnel.encapsulation = encapsulations[view.getUint8(at + ENCAPSULATION)] ?? 'none';
    tunnel.family = view.getUint8(at + FAMILY) as TunnelFacts['family'];
    tunnel.optionsLength = view.getUint16(at + OPTIONS_LENGTH, littleEndian);
    tunnel.sourcePort = view.getUint16(at + SOURCE_PORT, littleEndian);
    tunnel.destinationPort = view.getUint16(at + DESTINATION_PORT, littleEndian);
    tunnel.vni = signed(view.getUint32(at + VNI, littleEndian));
    tunnel.innerVni = signed(view.getUint32(at + INNER_VNI, littleEndian));
    tunnel.policy = view.getUint16(at + POLICY, littleEndian);
    tunnel.flags = view.getUint8(at + TUNNEL_FLAGS);
    this.readInside(view, at + INSIDE);
    tunnel.sourceOffset = at + SOURCE_ADDRESS;
    tunnel.destinationOffset = at + DESTINATION_ADDRESS;
    tunnel.optionsOffset = at + OPTIONS;
    return tunnel;
  }

  private readInside(view: DataView, from: number): void {
    this.inside.length = 0;
    for (let at = from; at < from + OPTIONS - INSIDE && view.getUint8(at) !== 0; at++) {
      this.inside.push(encapsulations[view.getUint8(at)] ?? 'none');
    }
  }
}
