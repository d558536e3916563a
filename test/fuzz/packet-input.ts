/**
 * Packets as inputs: which set of options (8 bits), link type (16 bits), by how much the packet is said to be longer
 * than what was captured (8 bits with a sign), flags, kind of tunnel and time (8 bits each), then the packet.
 */
import { encapsulations, type PacketRecord, type TunnelFacts } from '../../src/decode/packet';
import { mutateBytes } from './mutate-bytes';
import { type PacketSeed, packetSeeds } from './packet-seeds';
import type { Random } from './random';

const headerLength = 7;
/** Link types that printers know, and one that nobody does. */
const linkTypes = [
  0, 1, 6, 7, 8, 9, 50, 51, 101, 104, 105, 108, 113, 119, 127, 129, 138, 143, 147, 163, 192, 228, 229,
].concat([239, 240, 271, 276, 65535]);
const tunnelAddressLength = 32;
/** What a savefile can say: pcapng has 64-bit times with an offset of 64 bits. */
const moments = [
  ...[1_700_000_000, 1_700_000_001, 0, 1, -1, -5e9, -1e15, -(2 ** 63)],
  ...[0x7fffffff, 0x80000000, 0xffffffff, 2 ** 32, 1e11, 1e15, 2 ** 53, 2 ** 63],
];
const fractions = [0, 1, 999, 999_999_999];

export class PacketInput {
  private readonly seeds: PacketSeed[] = packetSeeds();

  make(random: Random, into: Uint8Array): number {
    const { bytes, linkType } = random.pick(this.seeds);
    const type = random.oneIn(20) ? random.pick(linkTypes) : linkType;
    into[0] = random.below(256);
    into[1] = type >>> 8;
    into[2] = type;
    into[3] = random.oneIn(8) ? random.below(256) : 0;
    into[4] = random.oneIn(4) ? random.below(256) : 0;
    into[5] = random.oneIn(8) ? random.below(256) : 0;
    into[6] = random.oneIn(8) ? random.below(256) : 0;
    return headerLength + mutateBytes(random, bytes, random.pick(this.seeds).bytes, into, headerLength);
  }
}

/** Fills `record` with the packet of an input. Returns the number of the options. */
export function readPacketInput(input: Uint8Array, record: PacketRecord): number {
  const header = new Uint8Array(headerLength);
  header.set(input.subarray(0, headerLength));
  const [choice, high, low, longer, flags, tunnel, time] = header;
  record.bytes = input;
  record.view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  record.offset = Math.min(headerLength, input.length);
  record.caplen = input.length - record.offset;
  record.len = Math.max(record.caplen + ((longer << 24) >> 24), 0);
  record.seconds = moments[time % moments.length];
  record.nanoseconds = fractions[Math.floor(time / moments.length) % fractions.length];
  record.linkType = (high << 8) | low;
  record.flags = flags;
  record.direction = flags & 7;
  record.worker = flags & 3;
  record.tunnel = tunnelOf(tunnel, record);
  return choice;
}

/** A tunnel whose addresses and options lie somewhere in the packet, as the engine promises. */
function tunnelOf(choice: number, { offset, caplen }: PacketRecord): TunnelFacts | undefined {
  const encapsulation = encapsulations[choice % encapsulations.length];
  if (encapsulation === 'none' || caplen < tunnelAddressLength) return undefined;
  const length = encapsulation.startsWith('geneve') ? (caplen - tunnelAddressLength) & 0xfc : 0;
  return {
    encapsulation,
    family: choice < 128 ? 4 : 6,
    sourceOffset: offset,
    destinationOffset: offset + tunnelAddressLength / 2,
    sourcePort: choice,
    destinationPort: 4789,
    vni: choice % 3 === 0 ? -1 : choice,
    innerVni: encapsulation === 'geneve+vxlan' ? choice : -1,
    inside: choice % 5 === 0 ? ['gue', 'vxlan'] : [],
    flags: choice & 0x1f,
    policy: choice,
    optionsOffset: offset + tunnelAddressLength,
    optionsLength: length,
  };
}
