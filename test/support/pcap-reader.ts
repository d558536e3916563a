/** Reads pcap and pcapng files into records, for tests that must not need the addon. */
import { gunzipSync } from 'node:zlib';

export interface CapturedPacket {
  /** Captured bytes start here in the file's buffer. */
  offset: number;
  caplen: number;
  len: number;
  linkType: number;
  seconds: number;
  nanoseconds: number;
  interfaceIndex: number;
}

export interface CaptureFile {
  bytes: Uint8Array;
  packets: CapturedPacket[];
}

const pcapHeaderLength = 24;
const pcapRecordLength = 16;
const largestSnaplen = 0x7fffffff;
const nanosecondsPerSecond = 1_000_000_000;
const Block = { section: 0x0a0d0d0a, interface: 1, packet: 2, simple: 3, enhanced: 6 } as const;

/** Throws with a sentence where the file is neither; what is cut off at the end is left out. */
export function readCapture(contents: Uint8Array): CaptureFile {
  const zipped = contents[0] === 0x1f && contents[1] === 0x8b;
  const bytes = zipped ? new Uint8Array(gunzipSync(contents)) : contents;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < pcapHeaderLength) throw new Error('shorter than a file header');
  if (view.getUint32(0, true) === Block.section) return { bytes, packets: readPcapng(view) };
  return { bytes, packets: readPcap(view) };
}

function readPcap(view: DataView): CapturedPacket[] {
  const little = view.getUint32(0, true);
  const big = view.getUint32(0, false);
  const isLittle = little === 0xa1b2c3d4 || little === 0xa1b23c4d || little === 0xa1b2cd34;
  const magic = isLittle ? little : big;
  const modified = magic === 0xa1b2cd34;
  if (magic !== 0xa1b2c3d4 && magic !== 0xa1b23c4d && !modified) throw new Error('unknown magic number');
  const unit = magic === 0xa1b23c4d ? 1 : 1000;
  const perSecond = nanosecondsPerSecond / unit;
  const header = modified ? 24 : pcapRecordLength;
  const linkType = view.getUint32(20, isLittle) & 0x03ffffff;
  const snaplen = view.getUint32(16, isLittle);
  // As libpcap and the addon have it: none, or one that no snaplen is, is none.
  const limit = snaplen === 0 || snaplen > largestSnaplen ? largestSnaplen : snaplen;
  const packets: CapturedPacket[] = [];
  let at = pcapHeaderLength;
  while (at + header <= view.byteLength) {
    const caplen = view.getUint32(at + 8, isLittle);
    const fraction = view.getUint32(at + 4, isLittle);
    if (at + header + caplen > view.byteLength) break;
    packets.push({
      offset: at + header,
      caplen: Math.min(caplen, limit),
      len: view.getUint32(at + 12, isLittle),
      linkType,
      // As the addon does: a fraction of a second and more is carried.
      seconds: view.getUint32(at, isLittle) + Math.floor(fraction / perSecond),
      nanoseconds: (fraction % perSecond) * unit,
      interfaceIndex: 0,
    });
    at += header + caplen;
  }
  return packets;
}

interface PcapngInterface {
  linkType: number;
  snaplen: number;
  unitsPerSecond: bigint;
  offsetSeconds: number;
}

function readPcapng(view: DataView): CapturedPacket[] {
  const packets: CapturedPacket[] = [];
  let interfaces: PcapngInterface[] = [];
  let isLittle = true;
  let at = 0;
  while (at + 12 <= view.byteLength) {
    const isSection = view.getUint32(at, true) === Block.section;
    if (isSection) {
      isLittle = view.getUint32(at + 8, true) === 0x1a2b3c4d;
      interfaces = [];
    }
    const type = view.getUint32(at, isLittle);
    const length = view.getUint32(at + 4, isLittle);
    if (length < 12 || at + length > view.byteLength) break;
    if (type === Block.interface) interfaces.push(readInterface(view, at, length, isLittle));
    else if (type === Block.enhanced || type === Block.packet) {
      const index = type === Block.enhanced ? view.getUint32(at + 8, isLittle) : view.getUint16(at + 8, isLittle);
      const known = interfaces[index];
      if (known === undefined) break;
      packets.push(readPacket(view, at, known, index, isLittle));
    } else if (type === Block.simple && interfaces.length > 0) {
      const len = view.getUint32(at + 8, isLittle);
      const limit = interfaces[0].snaplen === 0 ? len : Math.min(len, interfaces[0].snaplen);
      const caplen = Math.min(limit, length - 16);
      const { linkType } = interfaces[0];
      packets.push({ offset: at + 12, caplen, len, linkType, seconds: 0, nanoseconds: 0, interfaceIndex: 0 });
    }
    at += length;
  }
  return packets;
}

function readInterface(view: DataView, at: number, length: number, isLittle: boolean): PcapngInterface {
  const found = {
    linkType: view.getUint16(at + 8, isLittle),
    snaplen: view.getUint32(at + 12, isLittle),
    unitsPerSecond: 1_000_000n,
    offsetSeconds: 0,
  };
  let option = at + 16;
  while (option + 4 <= at + length - 4) {
    const code = view.getUint16(option, isLittle);
    const size = view.getUint16(option + 2, isLittle);
    if (code === 0) break;
    if (code === 9) {
      const resolution = view.getUint8(option + 4);
      found.unitsPerSecond =
        (resolution & 0x80) !== 0 ? 1n << BigInt(resolution & 0x7f) : 10n ** BigInt(resolution & 0x7f);
    } else if (code === 14) {
      found.offsetSeconds = Number(view.getBigInt64(option + 4, isLittle));
    }
    option += 4 + ((size + 3) & ~3);
  }
  return found;
}

function readPacket(
  view: DataView,
  at: number,
  source: PcapngInterface,
  interfaceIndex: number,
  isLittle: boolean,
): CapturedPacket {
  const high = BigInt(view.getUint32(at + 12, isLittle));
  const units = (high << 32n) | BigInt(view.getUint32(at + 16, isLittle));
  const whole = units / source.unitsPerSecond;
  return {
    offset: at + 28,
    caplen: view.getUint32(at + 20, isLittle),
    len: view.getUint32(at + 24, isLittle),
    linkType: source.linkType,
    seconds: Number(whole) + source.offsetSeconds,
    nanoseconds: Number(((units - whole * source.unitsPerSecond) * 1_000_000_000n) / source.unitsPerSecond),
    interfaceIndex,
  };
}
