/** Link-local signaling (RFC 4813, 5613): a block of data behind an OSPF packet of version 2. */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, names } from '../text/names';
import { OspfType } from './ospf-common';

const Tlv = { extendedOptions: 1, digest: 2 } as const;
const tlvNames = names(() => ({ [Tlv.extendedOptions]: 'Extended Options', [Tlv.digest]: 'MD5 Authentication' }));
const extendedFlags: readonly FlagName[] = [
  [0x01, 'LSDB resync'],
  [0x02, 'Restart'],
];
/** Where the options of a Hello and of a Database Description stand. */
const helloOptionsAt = 30;
const databaseOptionsAt = 26;
const signalingBit = 0x10;
const authenticationAt = 14;
const cryptographic = 2;
const digestLengthAt = 19;
const tlvHeaderLength = 4;

/** `length`: of the packet with all that follows it. */
export function printOspfSignaling(context: PrintContext, type: number, at: number, length: number): void {
  const { out, view } = context;
  if (type !== OspfType.hello && type !== OspfType.database) return;
  const options = view.u8(at + (type === OspfType.hello ? helloOptionsAt : databaseOptionsAt));
  if ((options & signalingBit) === 0) return;
  let packet = view.u16(at + 2);
  if (view.u16(at + authenticationAt) === cryptographic) packet += view.u8(at + digestLengthAt);
  if (packet >= length) {
    out.text('\n\t[LLS truncated]');
    return;
  }
  let from = at + packet;
  const checksum = view.u16(from);
  out.text('\n\t  LLS: checksum: 0x');
  out.hex16(checksum);
  const words = view.u16(from + 2);
  out.text(', length: ');
  out.decimal(words);
  from += tlvHeaderLength;
  while (from < at + length) from = tlv(context, from);
}

/** Prints one and returns where it ends. */
function tlv(context: PrintContext, at: number): number {
  const { out, view } = context;
  const type = view.u16(at);
  out.text('\n\t    ');
  out.text(tlvNames.get(type) ?? 'Unknown TLV');
  out.text(' (');
  out.decimal(type);
  out.char(0x29);
  const told = view.u16(at + 2);
  out.text(', length: ');
  out.decimal(told);
  const from = at + tlvHeaderLength;
  if (type === Tlv.extendedOptions) {
    if (told !== 4) out.text(' [should be 4]');
    const flags = view.u32(from);
    out.text('\n\t      Options: 0x');
    out.hex32(flags);
    out.text(' [');
    flagNames(out, extendedFlags, flags, '?');
    out.char(0x5d);
    return from + 4;
  }
  if (type !== Tlv.digest) return from + told;
  if (told !== 20) out.text(' [should be 20]');
  const sequence = view.u32(from);
  out.text('\n\t      Sequence number: 0x');
  out.hex32(sequence);
  return from + 20;
}
