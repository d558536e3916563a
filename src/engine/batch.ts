/**
 * Reads the slots that native/sink/batch.h fills: fixed-size record headers, tunnel facts, bytes.
 * One PacketRecord and one TunnelFacts object are reused for all packets.
 */
import { encapsulations, type PacketRecord, type TunnelFacts } from '../decode/packet';

/** Byte order of this host, in which the records are written. */
const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

// struct BatchRecord
const RECORD_LENGTH = 0;
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
const OPTIONS = 48;

/** Says "no VNI" in 32 bits; signed, it is the -1 that TunnelFacts promises. */
const signed = (vni: number): number => vni | 0;

export class BatchReader {
  private readonly bytes: Uint8Array[];
  private readonly views: DataView[];
  private readonly record: PacketRecord;
  private readonly tunnel: TunnelFacts = {
    encapsulation: 'none',
    family: 4,
    sourceOffset: 0,
    destinationOffset: 0,
    sourcePort: 0,
    destinationPort: 0,
    vni: -1,
    innerVni: -1,
    optionsOffset: 0,
    optionsLength: 0,
  };

  constructor(slots: ArrayBuffer[]) {
    this.bytes = slots.map((slot) => new Uint8Array(slot));
    this.views = slots.map((slot) => new DataView(slot));
    this.record = {
      bytes: this.bytes[0] ?? new Uint8Array(0),
      view: this.views[0] ?? new DataView(new ArrayBuffer(0)),
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
    };
  }

  /**
   * Calls onPacket for each packet in the first `used` bytes of a slot, in order.
   * The record is valid during the call only.
   */
  read(slot: number, used: number, onPacket: (record: PacketRecord) => void): void {
    const record = this.record;
    const view = this.views[slot] as DataView;
    record.bytes = this.bytes[slot] as Uint8Array;
    record.view = view;
    for (let at = 0; at < used; at += view.getUint32(at + RECORD_LENGTH, littleEndian)) {
      record.caplen = view.getUint32(at + CAPLEN, littleEndian);
      record.len = view.getUint32(at + LEN, littleEndian);
      record.nanoseconds = view.getUint32(at + NANOSECONDS, littleEndian);
      record.seconds = view.getFloat64(at + SECONDS, littleEndian);
      record.interfaceIndex = view.getUint32(at + INTERFACE_INDEX, littleEndian);
      record.linkType = view.getUint16(at + LINK_TYPE, littleEndian);
      record.direction = view.getUint8(at + DIRECTION);
      record.flags = view.getUint8(at + FLAGS);
      record.source = view.getUint16(at + SOURCE, littleEndian);
      record.worker = view.getUint16(at + WORKER, littleEndian);
      record.offset = at + view.getUint16(at + DATA_OFFSET, littleEndian);
      const tunnelOffset = view.getUint16(at + TUNNEL_OFFSET, littleEndian);
      record.tunnel = tunnelOffset === 0 ? undefined : this.readTunnel(view, at + tunnelOffset);
      onPacket(record);
    }
  }

  private readTunnel(view: DataView, at: number): TunnelFacts {
    const tunnel = this.tunnel;
    tunnel.encapsulation = encapsulations[view.getUint8(at + ENCAPSULATION)] ?? 'none';
    tunnel.family = view.getUint8(at + FAMILY) === 6 ? 6 : 4;
    tunnel.optionsLength = view.getUint16(at + OPTIONS_LENGTH, littleEndian);
    tunnel.sourcePort = view.getUint16(at + SOURCE_PORT, littleEndian);
    tunnel.destinationPort = view.getUint16(at + DESTINATION_PORT, littleEndian);
    tunnel.vni = signed(view.getUint32(at + VNI, littleEndian));
    tunnel.innerVni = signed(view.getUint32(at + INNER_VNI, littleEndian));
    tunnel.sourceOffset = at + SOURCE_ADDRESS;
    tunnel.destinationOffset = at + DESTINATION_ADDRESS;
    tunnel.optionsOffset = at + OPTIONS;
    return tunnel;
  }
}
