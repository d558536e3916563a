/** Encoded addresses of Protocol Independent Multicast (RFC 7761, 4.9.1). */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';

const Family = { ipv4: 1, ipv6: 2 } as const;
const ipv4Length = 4;
const ipv6Length = 16;
const encodedHeaderLength = 2;
const SourceFlag = { sparse: 4, wildcard: 2, rendezvousPoint: 1 } as const;
const sourceFlagsKnown = SourceFlag.sparse | SourceFlag.wildcard | SourceFlag.rendezvousPoint;

/**
 * Bytes of the address at `at`; the text ends where its family or encoding is not a known one. `addressLength`: as the
 * message's header has it (RFC 2117), and no family stands before addresses; 0: a family and an encoding do.
 */
function addressSize(context: PrintContext, at: number, end: number, addressLength: number): number {
  const { view } = context;
  if (addressLength !== 0)
    return addressLength === ipv4Length || addressLength === ipv6Length ? addressLength : context.leave();
  pimNeeds(context, at, encodedHeaderLength, end);
  const family = view.u8(at);
  if (family !== Family.ipv4 && family !== Family.ipv6) context.leave();
  if (view.u8(at + 1) !== 0) context.leave();
  return family === Family.ipv4 ? ipv4Length : ipv6Length;
}

/** Ends the text unless the message, which ends at `end`, has `count` bytes at `at`, captured or not. */
export function pimNeeds(context: PrintContext, at: number, count: number, end: number): void {
  if (at + count > end) context.leave();
}

function address(context: PrintContext, at: number, size: number): void {
  if (size === ipv4Length) namedIpv4(context, at);
  else namedIpv6(context, at);
}

/** Prints a unicast address and returns where it ends. */
export function pimUnicast(context: PrintContext, at: number, end: number, addressLength: number): number {
  const size = addressSize(context, at, end, addressLength);
  const from = addressLength === 0 ? at + encodedHeaderLength : at;
  pimNeeds(context, from, size, end);
  context.need(from, size);
  address(context, from, size);
  return from + size;
}

/** The same for a group: flags, length of its mask, address. */
export function pimGroup(context: PrintContext, at: number, end: number, addressLength: number): number {
  const { out, view } = context;
  const next = masked(context, at, end, addressLength);
  const flags = view.u8(at + (addressLength === 0 ? encodedHeaderLength : 0));
  if (flags !== 0) {
    out.text('(0x');
    out.hex8(flags);
    out.char(0x29);
  }
  return next;
}

/** The same for a source: S, W and R are the bits of sparse mode, wildcard and tree of the rendezvous point. */
export function pimSource(context: PrintContext, at: number, end: number, addressLength: number): number {
  const { out, view } = context;
  const next = masked(context, at, end, addressLength);
  const flags = view.u8(at + (addressLength === 0 ? encodedHeaderLength : 0));
  if (flags !== 0) {
    out.char(0x28);
    if ((flags & SourceFlag.sparse) !== 0) out.char(0x53);
    if ((flags & SourceFlag.wildcard) !== 0) out.char(0x57);
    if ((flags & SourceFlag.rendezvousPoint) !== 0) out.char(0x52);
    if ((flags & ~sourceFlagsKnown) !== 0) {
      out.text('+0x');
      out.hex8(flags & ~sourceFlagsKnown);
    }
    out.char(0x29);
  }
  return next;
}

function masked(context: PrintContext, at: number, end: number, addressLength: number): number {
  const { out, view } = context;
  const size = addressSize(context, at, end, addressLength);
  const from = addressLength === 0 ? at + encodedHeaderLength : at;
  pimNeeds(context, from, size + 2, end);
  context.need(from, size + 2);
  address(context, from + 2, size);
  const maskLength = view.u8(from + 1);
  if (maskLength !== 8 * size) {
    out.char(0x2f);
    out.decimal(maskLength);
  }
  return from + 2 + size;
}
