import { isJsonPacketType, jsonPacketTypes } from '../json/options';
import type { PrintFormat } from '../plan/plan';
import type { PacketType } from '../print/options';
import type { Arguments } from './arguments';
import { type FlagName, flags, flagText } from './flags';
import { UsageError } from './usage-error';

/** Flags about the look of tcpdump's lines, and why an object has no use for them. */
const textOnly: readonly (readonly [flag: FlagName, reason: string])[] = [
  ['time', 'an object always has its time in seconds and nanoseconds'],
  ['quiet', 'an object always has all its layers'],
  ['ascii', 'an object has its bytes in hexadecimal: -x, or -xx with the link-layer header'],
  ['shortNames', 'an object has addresses and no names'],
  ['localNames', 'an object has addresses and no names'],
  ['asDot', 'an object has AS numbers as numbers'],
  ['opaqueHandles', 'an object has no layer for NFS'],
  ['mesh', 'an object has no layer for mesh headers'],
  ['signatureSecret', 'an object has options of TCP as they are'],
];

/** What a printed packet looks like. @throws UsageError for a flag that makes no sense beside --json */
export function printFormat(given: Arguments['flags'], packetType: PacketType | undefined): PrintFormat {
  if (!given.has('json')) return 'text';
  const found = textOnly.find(([flag]) => given.has(flag));
  if (found !== undefined) {
    const text = flagText(flags[found[0]]);
    throw new UsageError(`${text} can not be used with --json: ${found[1]}`, `drop ${text}`);
  }
  if (packetType !== undefined && !isJsonPacketType(packetType)) {
    throw new UsageError(
      `-T ${packetType} can not be used with --json: an object has no layer for it`,
      `-T ${jsonPacketTypes.join(', ')}, or without --json`,
    );
  }
  return 'json';
}
