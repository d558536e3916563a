/** What the payloads of ISAKMP and IKEv2 have in common: their names, bytes in hexadecimal, where they are cut. */
import type { PrintContext } from '../context';
import type { LineWriter } from '../text/line-writer';

/** Prints the payload at `at`, whose header says that it is `size` bytes long; returns where it ends, or {@link failed}. */
export type PayloadPrinter = (
  context: PrintContext,
  at: number,
  size: number,
  type: number,
  /** How many payloads hold this one. */
  depth: number,
  /** The protocol that the proposal around this payload is for; 0: there is none. */
  protocol: number,
) => number;

/** In place of an offset: nothing behind this payload can be printed. */
export const failed = -1;
/** Next payload, critical bit, length. */
export const payloadHeaderLength = 4;

/** Names by number from 0 on. */
export type NameList = readonly (string | undefined)[];

const payloadNames1 = 'none sa p t ke id cert cr hash sig nonce n d vid'.split(' ');
const payloadNames2 = 'v2sa v2ke v2IDi v2IDr v2cert v2cr v2auth v2nonce v2n v2d v2vid v2TSi v2TSr v2e v2cp v2eap'.split(
  ' ',
);
/** IKEv2 starts its own payloads here (RFC 7296 3.2). */
const firstPayload2 = 33;
const unassigned = Array.from({ length: firstPayload2 - payloadNames1.length }, (_, i) => {
  return `pay${payloadNames1.length + i}`;
});
const payloadNames: NameList = [...payloadNames1, ...unassigned, ...payloadNames2];

const protocolNames: NameList = [undefined, 'isakmp', 'ipsec-ah', 'ipsec-esp', 'ipcomp'];
const shownAtStart = 10;
const shownAtEnd = 20;

/** The name, or `#` and the number. */
export function listed(out: LineWriter, list: NameList, value: number): void {
  const name = list[value];
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.char(0x23);
  out.decimal(value);
}

export function payloadName(out: LineWriter, type: number): void {
  listed(out, payloadNames, type);
}

export function protocolName(out: LineWriter, protocol: number): void {
  listed(out, protocolNames, protocol);
}

/** ` [|ke]`: the payload ends before what it should hold. */
export function cutPayload(context: PrintContext, type: number): number {
  const { out } = context;
  out.text(' [|');
  payloadName(out, type);
  out.char(0x5d);
  return failed;
}

/** A new line for a payload inside `depth` others, and its opening bracket. */
export function openPayload(out: LineWriter, depth: number): void {
  out.char(0x0a);
  for (let i = 0; i <= depth; i++) out.text('    ');
  out.char(0x28);
}

/** Hexadecimal digits; false where the bytes are not there. */
export function rawBytes(context: PrintContext, at: number, count: number): boolean {
  const { out, view } = context;
  if (count < 0 || !view.has(at, count)) return false;
  out.reserve(2 * count);
  for (let i = 0; i < count; i++) out.hex8(view.bytes[at + i]);
  return true;
}

/** At -vvv, all that follows the header of the payload. */
export function wholeBody(context: PrintContext, at: number, size: number): void {
  if (context.verbose <= 2 || size <= payloadHeaderLength) return;
  context.out.char(0x20);
  rawBytes(context, at + payloadHeaderLength, size - payloadHeaderLength);
}

/** ` data=(…)`: the first bytes from `at` on and, as tcpdump has it, the last ones of the whole message. */
export function someData(context: PrintContext, at: number): void {
  const { out, view } = context;
  const start = Math.min(view.end - at, shownAtStart);
  const rest = Math.max(view.end - shownAtEnd, at + start);
  out.text(' data=(');
  rawBytes(context, at, start);
  out.text('...');
  rawBytes(context, rest, view.end - rest);
  out.char(0x29);
}
