/** Packets to begin with: those of the tests, and of every capture below the corpora where these are present. */
import { corporaCaptures } from '../peers/corpora';
import { readCapture } from '../support/pcap-reader';
import { sampleFrames } from '../support/sample-frames';
import { jsonSamples } from '../unit/json/samples';
import { fixtures } from '../unit/print/fixtures/all';

export interface PacketSeed {
  bytes: Uint8Array;
  linkType: number;
}

const maxFileBytes = 4 << 20;
const maxPacketsOfFile = 100;
const maxPacketBytes = 2048;

export function packetSeeds(): PacketSeed[] {
  const printed = Object.values(fixtures).flat();
  const ours = [
    ...sampleFrames.map((bytes) => ({ bytes, linkType: 1 })),
    ...jsonSamples.map(({ bytes, linkType = 1 }) => ({ bytes, linkType })),
    ...printed.map(({ frame, linkType = 1 }) => ({ bytes: frame, linkType })),
  ];
  return [...ours, ...corporaCaptures(maxFileBytes).flatMap(packetsOf)];
}

/** Some packets of a capture, from all over it. */
function packetsOf(contents: Uint8Array): PacketSeed[] {
  try {
    const { bytes, packets } = readCapture(contents);
    const stride = Math.ceil(packets.length / maxPacketsOfFile);
    return packets
      .filter((_, index) => index % stride === 0)
      .map(({ offset, caplen, linkType }) => ({
        bytes: bytes.slice(offset, offset + Math.min(caplen, maxPacketBytes)),
        linkType,
      }));
  } catch {
    // Corpora hold damaged files, too.
    return [];
  }
}
