/** IKEv2's security association: proposals and their transforms (RFC 7296 3.3). */
import type { PrintContext } from '../context';
import { critical } from './ike2-body';
import { attributes, encryptionAttributes, groupNames, noAttributes } from './isakmp-attribute';
import { espNames, proposalLength, proposalType, transformLength, transformType } from './isakmp-proposal';
import {
  cutPayload,
  failed,
  listed,
  type NameList,
  openPayload,
  payloadHeaderLength,
  payloadName,
  protocolName,
  rawBytes,
} from './isakmp-text';

const encryption = 1;
const transformTypeNames: NameList = [undefined, 'encr', 'prf', 'integ', 'dh', 'esn'];
/** By type of the transform. */
const transformNames: readonly (NameList | undefined)[] = [
  undefined,
  espNames,
  [undefined, 'hmac-md5', 'hmac-sha', 'hmac-tiger', 'aes128_xcbc'],
  [undefined, 'hmac-md5', 'hmac-sha', 'dec-mac', 'kpdk-md5', 'aes-xcbc'],
  groupNames,
  ['no-esn', 'esn'],
];

/** Prints the `nth` element, counted from one; returns where it ends, or {@link failed}. */
type ElementPrinter = (context: PrintContext, at: number, size: number, nth: number, depth: number) => number;

export function printAssociation2(
  context: PrintContext,
  at: number,
  size: number,
  type: number,
  depth: number,
): number {
  const { out } = context;
  out.text('sa');
  critical(context, at);
  out.text(' len=');
  out.decimal(size - payloadHeaderLength);
  const first = at + payloadHeaderLength;
  return elements(context, first, size - payloadHeaderLength, proposalType, proposal, type, depth);
}

function proposal(context: PrintContext, at: number, size: number, _nth: number, depth: number): number {
  const { out, view } = context;
  if (!view.has(at, proposalLength)) return cutPayload(context, proposalType);
  const spiLength = view.u8(at + 6);
  out.char(0x70);
  critical(context, at);
  out.text(' #');
  out.decimal(view.u8(at + 4));
  out.text(' protoid=');
  protocolName(out, view.u8(at + 5));
  out.text(' transform=');
  out.decimal(view.u8(at + 7));
  out.text(' len=');
  out.decimal(size);
  const next = at + proposalLength;
  // tcpdump does not count the second half of the header.
  const left = size - payloadHeaderLength;
  if (spiLength > 0) {
    if (left < spiLength) return skipRest(context, next + left, proposalType);
    out.text(' spi=');
    if (!rawBytes(context, next, spiLength)) return cutPayload(context, proposalType);
  }
  return elements(context, next + spiLength, left - spiLength, transformType, transform, proposalType, depth);
}

/** Those of the kind `expected` by `print`, others by name. `type`: of what holds them. */
function elements(
  context: PrintContext,
  at: number,
  length: number,
  expected: number,
  print: ElementPrinter,
  type: number,
  depth: number,
): number {
  const { out, view } = context;
  let next = at;
  let left = length;
  let kind = expected;
  for (let nth = 1; kind !== 0; nth++) {
    if (left < payloadHeaderLength) return skipRest(context, next + left, type);
    if (!view.has(next, payloadHeaderLength)) return cutPayload(context, type);
    const size = view.u16(next + 2);
    if (size <= payloadHeaderLength) return cutPayload(context, type);
    if (left < size) return skipRest(context, next + left, type);
    if (!view.has(next, size)) return cutPayload(context, type);
    openPayload(out, depth);
    const start = next;
    if (kind === expected) {
      next = print(context, next, size, nth, depth + 1);
      if (next === failed) return failed;
    } else {
      payloadName(out, kind);
      next += size;
    }
    out.char(0x29);
    left -= size;
    kind = view.u8(start);
  }
  return next;
}

/** The element lies about its length: goes on behind what holds it. */
function skipRest(context: PrintContext, end: number, type: number): number {
  cutPayload(context, type);
  return end;
}

function transform(context: PrintContext, at: number, size: number, nth: number): number {
  const { out, view } = context;
  if (!view.has(at, transformLength)) return cutPayload(context, transformType);
  const type = view.u8(at + 4);
  const identifier = view.u16(at + 6);
  out.char(0x74);
  critical(context, at);
  out.text(' #');
  out.decimal(nth);
  out.text(' type=');
  listed(out, transformTypeNames, type);
  out.text(' id=');
  const known = transformNames[type];
  if (known !== undefined) listed(out, known, identifier);
  else out.decimal(identifier);
  out.char(0x20);
  const map = type === encryption ? encryptionAttributes : noAttributes;
  return attributes(context, at + transformLength, at + size, map);
}
