/** The chain of payloads of a message of ISAKMP (RFC 2408 3) or IKEv2 (RFC 7296 3.2), each on a line of its own. */
import type { PrintContext } from '../context';
import { printAuthentication2, printEncrypted2, printGeneric2, printVendor2 } from './ike2-body';
import { printIdentity2, printKeyExchange2, printNonce2, printNotify2 } from './ike2-payload';
import { printAssociation2 } from './ike2-proposal';
import { printIdentity } from './isakmp-identity';
import { printDelete, printNotify } from './isakmp-notify';
import { printNonce, printOpaque } from './isakmp-opaque';
import { printAssociation, printProposal, printTransform } from './isakmp-proposal';
import { cutPayload, failed, openPayload, type PayloadPrinter, payloadHeaderLength, payloadName } from './isakmp-text';

const encryptedType = 46;
const printers = new Map<number, PayloadPrinter>([
  [1, printAssociation],
  [2, printProposal],
  [3, printTransform],
  [4, printOpaque],
  [5, printIdentity],
  [6, printOpaque],
  [7, printOpaque],
  [8, printOpaque],
  [9, printOpaque],
  [10, printNonce],
  [11, printNotify],
  [12, printDelete],
  [13, printOpaque],
  [33, printAssociation2],
  [34, printKeyExchange2],
  [35, printIdentity2],
  [36, printIdentity2],
  [37, printGeneric2],
  [38, printGeneric2],
  [39, printAuthentication2],
  [40, printNonce2],
  [41, printNotify2],
  [42, printGeneric2],
  [43, printVendor2],
  [44, printGeneric2],
  [45, printGeneric2],
  [47, printGeneric2],
  [48, printGeneric2],
]);

/** `first`: the type of the payload at `at`. Returns where the last one ends, or {@link failed}. */
export function printPayloads(
  context: PrintContext,
  first: number,
  at: number,
  depth: number,
  protocol: number,
  version = 1,
): number {
  const { out, view } = context;
  let type = first;
  let next = at;
  while (type !== 0) {
    if (!view.has(next, payloadHeaderLength)) return cutPayload(context, type);
    const size = view.u16(next + 2);
    if (!view.has(next, size)) return cutPayload(context, type);
    openPayload(out, depth);
    const end = payload(context, type, next, size, depth + 1, protocol, version);
    out.char(0x29);
    if (end === failed) return failed;
    type = view.u8(next);
    next = end;
  }
  return next;
}

function payload(
  context: PrintContext,
  type: number,
  at: number,
  size: number,
  depth: number,
  protocol: number,
  version: number,
): number {
  if (size <= payloadHeaderLength) return failed;
  if (type === encryptedType && version === 2) return printEncrypted2(context, at, size, type);
  const print = printers.get(type);
  if (print !== undefined) return print(context, at, size, type, depth, protocol);
  payloadName(context.out, type);
  return at + size;
}
