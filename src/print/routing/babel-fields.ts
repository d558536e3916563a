/** TLVs of the Babel routing protocol by number (RFC 8966, 4.6), and fields that several of them have. */

import type { PrintContext } from '../context';
import { linkAddress } from '../text/address';
import type { FlagName } from '../text/names';

export const BabelTlv = {
  pad1: 0,
  padN: 1,
  acknowledgmentRequest: 2,
  acknowledgment: 3,
  hello: 4,
  heardYou: 5,
  routerId: 6,
  nextHop: 7,
  update: 8,
  routeRequest: 9,
  sequenceRequest: 10,
  timestamp: 11,
  hmac: 12,
  sourceUpdate: 13,
  sourceRequest: 14,
  sourceSequenceRequest: 15,
  mac: 16,
  packetCounter: 17,
  challengeRequest: 18,
  challengeReply: 19,
} as const;

export const routerIdLength = 8;
const infinite = 0xffff;
const updateFlags: readonly FlagName[] = [
  [0x80, '/prefix'],
  [0x40, '/id'],
  [0x3f, '/unknown'],
];

/** Hundredths of a second. */
export function printInterval(context: PrintContext, hundredths: number): void {
  const { out } = context;
  if (hundredths === 0) {
    out.text('0.0s (bogus)');
    return;
  }
  const seconds = Math.floor(hundredths / 100);
  out.decimal(seconds);
  out.char(0x2e);
  out.padded(hundredths - 100 * seconds, 2);
  out.char(0x73);
}

export function printUpdateFlags(context: PrintContext, flags: number): void {
  for (const [bits, name] of updateFlags) if ((flags & bits) !== 0) context.out.text(name);
}

/** Metric, sequence number and interval of an update, in this order; `at` is where the interval stands. */
export function printUpdateFields(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(' metric ');
  out.decimal(view.u16(at + 4));
  out.text(' seqno ');
  out.decimal(view.u16(at + 2));
  out.text(' interval ');
  const hundredths = view.u16(at);
  if (hundredths === infinite) out.text('infinity');
  else printInterval(context, hundredths);
}

export function printHops(context: PrintContext, count: number): void {
  const { out } = context;
  out.char(0x28);
  out.decimal(count);
  out.text(' hops) for ');
}

export function printSequenceAndRouter(context: PrintContext, sequence: number, routerAt: number): void {
  const { out, view } = context;
  out.text(' seqno ');
  out.decimal(sequence);
  out.text(' id ');
  linkAddress(out, view, routerAt, routerIdLength);
}
