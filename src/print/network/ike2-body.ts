/** IKEv2 payloads that are shown by length (RFC 7296 3.6 to 3.8, 3.11 to 3.16). */
import type { PrintContext } from '../context';
import {
  cutPayload,
  failed,
  listed,
  type NameList,
  payloadHeaderLength,
  payloadName,
  rawBytes,
  someData,
  wholeBody,
} from './isakmp-text';

const criticalBit = 0x80;
const authenticationLength = 8;
const methodNames: NameList = ['invalid', 'rsasig', 'shared-secret', 'dsssig'];

/** `[C]:` behind the name of a payload that must be understood. */
export function critical(context: PrintContext, at: number): void {
  const { out, view } = context;
  if ((view.u8(at + 1) & criticalBit) !== 0) out.text('[C]');
  out.char(0x3a);
}

/** `v2d: len=4` */
export function title(context: PrintContext, at: number, size: number, type: number): void {
  const { out } = context;
  payloadName(out, type);
  critical(context, at);
  out.text(' len=');
  out.decimal(size - payloadHeaderLength);
}

export function printGeneric2(context: PrintContext, at: number, size: number, type: number): number {
  title(context, at, size, type);
  wholeBody(context, at, size);
  return at + size;
}

/** Nothing after it is in the clear: its own type of the next payload is of what it holds. */
export function printEncrypted2(context: PrintContext, at: number, size: number, type: number): number {
  title(context, at, size, type);
  // As in tcpdump, not those of up to four bytes.
  if (size - payloadHeaderLength > payloadHeaderLength) wholeBody(context, at, size);
  return failed;
}

export function printVendor2(context: PrintContext, at: number, size: number, type: number): number {
  const { out, view } = context;
  const length = size - payloadHeaderLength;
  title(context, at, size, type);
  out.text(' vid=');
  out.reserve(length);
  for (let i = 0; i < length; i++) out.printable(view.u8(at + payloadHeaderLength + i));
  if (length > payloadHeaderLength) wholeBody(context, at, size);
  return at + size;
}

export function printAuthentication2(context: PrintContext, at: number, size: number, type: number): number {
  const { out, view } = context;
  if (!view.has(at, authenticationLength)) return cutPayload(context, type);
  title(context, at, size, type);
  out.text(' method=');
  listed(out, methodNames, view.u8(at + 4));
  const data = at + authenticationLength;
  if (context.verbose === 1) {
    someData(context, data);
    return at + size;
  }
  out.text(' authdata=(');
  if (!rawBytes(context, data, size - authenticationLength)) return cutPayload(context, type);
  out.text(') ');
  return at + size;
}
