/** Messages of Pragmatic General Multicast behind their common header (RFC 3208, 8). */
import type { PrintContext } from '../context';
import { ipv4, ipv6 } from '../text/address';
import { AddressFamily } from '../text/address-family';
import { count } from '../text/phrase';

/** Returns where options would begin. */
type MessagePrinter = (context: PrintContext, at: number) => number;

const Type = { originalData: 4, repairData: 5 } as const;

const messages: ReadonlyMap<number, MessagePrinter> = new Map<number, MessagePrinter>([
  [0, sourcePath],
  [1, poll],
  [2, pollResponse],
  [Type.originalData, (context, at) => data(context, 'ODATA', at)],
  [Type.repairData, (context, at) => data(context, 'RDATA', at)],
  [8, (context, at) => negative(context, 'NAK', at)],
  [9, (context, at) => negative(context, 'NNAK', at)],
  [10, (context, at) => negative(context, 'NCF', at)],
  [11, acknowledgement],
  [12, sourcePathRequest],
]);

const sourcePathLength = 16;
const pollLength = 12;
const numbersLength = 8;
/** An address family and two reserved bytes. */
const familyLength = 4;

/** Returns where options begin; -1: nobody knows where, for the message is of an unknown type. */
export function printPgmMessage(context: PrintContext, type: number, at: number): number {
  const print = messages.get(type);
  if (print !== undefined) return print(context, at);
  context.out.text('UNKNOWN type 0x');
  context.out.hex8(type);
  return -1;
}

/** Whether data comes behind header and options. */
export function pgmHasData(type: number): boolean {
  return type === Type.originalData || type === Type.repairData;
}

/** Ends the packet's text where the family is neither IPv4 nor IPv6. */
export function pgmAddressLength(context: PrintContext, family: number): number {
  if (family === AddressFamily.ipv4) return 4;
  if (family === AddressFamily.ipv6) return 16;
  return context.leave();
}

/** The same where the address at `at` is not all captured. */
function capturedAddressLength(context: PrintContext, family: number, at: number): number {
  const length = pgmAddressLength(context, family);
  context.need(at, length);
  return length;
}

export function pgmAddress(context: PrintContext, at: number, length: number): void {
  if (length === 4) ipv4(context.out, context.view, at);
  else ipv6(context.out, context.view, at);
}

function sourcePath(context: PrintContext, at: number): number {
  const { out, view } = context;
  context.need(at, sourcePathLength);
  const addressAt = at + sourcePathLength;
  const addressLength = capturedAddressLength(context, view.u16(at + 12), addressAt);
  count(out, 'SPM seq ', view.u32(at));
  count(out, ' trail ', view.u32(at + 4));
  count(out, ' lead ', view.u32(at + 8), ' nla ');
  pgmAddress(context, addressAt, addressLength);
  return addressAt + addressLength;
}

function sourcePathRequest(context: PrintContext, at: number): number {
  context.out.text('SPMR');
  return at;
}

function poll(context: PrintContext, at: number): number {
  const { out, view } = context;
  context.need(at, pollLength);
  const addressAt = at + pollLength;
  const addressLength = capturedAddressLength(context, view.u16(at + 8), addressAt);
  const rest = addressAt + addressLength;
  view.need(rest, 12);
  count(out, 'POLL seq ', view.u32(at));
  count(out, ' round ', view.u16(at + 4), ' nla ');
  pgmAddress(context, addressAt, addressLength);
  count(out, ' ivl ', view.u32(rest), ' rnd 0x');
  out.hex32(view.u32(rest + 4));
  out.text(' mask 0x');
  out.hex32(view.u32(rest + 8));
  return rest + 12;
}

function pollResponse(context: PrintContext, at: number): number {
  const { out, view } = context;
  context.need(at, numbersLength);
  count(out, 'POLR seq ', view.u32(at));
  count(out, ' round ', view.u16(at + 4));
  return at + numbersLength;
}

function data(context: PrintContext, name: string, at: number): number {
  const { out, view } = context;
  context.need(at, numbersLength);
  out.text(name);
  count(out, ' trail ', view.u32(at + 4));
  count(out, ' seq ', view.u32(at));
  return at + numbersLength;
}

/** What is missing, and in which stream: its source and its group. */
function negative(context: PrintContext, name: string, at: number): number {
  const { out, view } = context;
  context.need(at, numbersLength);
  const sourceAt = at + numbersLength;
  const sourceLength = capturedAddressLength(context, view.u16(at + 4), sourceAt);
  const familyAt = sourceAt + sourceLength;
  const groupAt = familyAt + familyLength;
  const groupLength = capturedAddressLength(context, view.u16(familyAt), groupAt);
  out.text(name);
  out.text(' (');
  pgmAddress(context, sourceAt, sourceLength);
  out.text(' -> ');
  pgmAddress(context, groupAt, groupLength);
  count(out, '), seq ', view.u32(at));
  return groupAt + groupLength;
}

function acknowledgement(context: PrintContext, at: number): number {
  context.need(at, numbersLength);
  count(context.out, 'ACK seq ', context.view.u32(at));
  return at + numbersLength;
}
