// RFC 1071: the Internet checksum.
import { concat, header, type PseudoHeader } from './layer';

const ipv4AddressLength = 4;

/** One's complement of the one's complement sum of the 16-bit words; an odd last byte counts as a word's high half. */
export function internetChecksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) sum += (bytes[i] << 8) | (bytes[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

/** Checksum of a segment with its pseudo header before it. */
export function transportChecksum(pseudo: PseudoHeader, segment: Uint8Array): number {
  const lengthAndProtocol =
    pseudo.source.length === ipv4AddressLength
      ? header(4, (view) => {
          view.setUint8(1, pseudo.protocol);
          view.setUint16(2, segment.length);
        })
      : header(8, (view) => {
          view.setUint32(0, segment.length);
          view.setUint8(7, pseudo.protocol);
        });
  return internetChecksum(concat(pseudo.source, pseudo.destination, lengthAndProtocol, segment));
}
