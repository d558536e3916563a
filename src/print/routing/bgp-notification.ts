/** NOTIFICATION messages of BGP (RFC 4271, RFC 4486, RFC 9003): why a session ends. */

import { bgpHeaderLength } from '../../decode/bgp';
import type { PrintContext } from '../context';
import { addressFamilyNames } from '../text/address-family';
import { type NameTable, names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';
import { safiNames } from './bgp-names';

const fixedLength = bgpHeaderLength + 2;
const Code = { cease: 6 } as const;
const Cease = { maximumPrefixes: 1, shutdown: 2, reset: 4 } as const;
const maximumPrefixesLength = 7;

const codeNames = names(() => ({
  1: 'Message Header Error',
  2: 'OPEN Message Error',
  3: 'UPDATE Message Error',
  4: 'Hold Timer Expired',
  5: 'Finite State Machine Error',
  6: 'Cease',
  7: 'Capability Message Error',
}));

const headerErrors = names(() => ({
  1: 'Connection Not Synchronized',
  2: 'Bad Message Length',
  3: 'Bad Message Type',
}));

const openErrors = names(() => ({
  1: 'Unsupported Version Number',
  2: 'Bad Peer AS',
  3: 'Bad BGP Identifier',
  4: 'Unsupported Optional Parameter',
  5: 'Authentication Failure',
  6: 'Unacceptable Hold Time',
  7: 'Capability Message Error',
}));

const updateErrors = names(() => ({
  1: 'Malformed Attribute List',
  2: 'Unrecognized Well-known Attribute',
  3: 'Missing Well-known Attribute',
  4: 'Attribute Flags Error',
  5: 'Attribute Length Error',
  6: 'Invalid ORIGIN Attribute',
  7: 'AS Routing Loop',
  8: 'Invalid NEXT_HOP Attribute',
  9: 'Optional Attribute Error',
  10: 'Invalid Network Field',
  11: 'Malformed AS_PATH',
}));

const stateErrors = names(() => ({
  0: 'Unspecified Error',
  1: 'In OpenSent State',
  2: 'In OpenConfirm State',
  3: 'In Established State',
}));

const ceaseReasons = names(() => ({
  1: 'Maximum Number of Prefixes Reached',
  2: 'Administrative Shutdown',
  3: 'Peer Unconfigured',
  4: 'Administrative Reset',
  5: 'Connection Rejected',
  6: 'Other Configuration Change',
  7: 'Connection Collision Resolution',
}));

const capabilityErrors = names(() => ({
  1: 'Invalid Action Value',
  2: 'Invalid Capability Length',
  3: 'Malformed Capability Value',
  4: 'Unsupported Capability Code',
}));

/** By error code: what stands before the subcode, and its names. */
const subcodes = new Map<number, readonly [before: string, table: NameTable]>([
  [1, [', subcode ', headerErrors]],
  [2, [', subcode ', openErrors]],
  [3, [', subcode ', updateErrors]],
  [5, [' subcode ', stateErrors]],
  [6, [', subcode ', ceaseReasons]],
  [7, [' subcode ', capabilityErrors]],
]);

export function printBgpNotification(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  view.need(at, fixedLength);
  if (length < fixedLength) return;
  const code = view.u8(at + bgpHeaderLength);
  const subcode = view.u8(at + bgpHeaderLength + 1);
  out.text(', ');
  nameAndNumber(out, codeNames, code, 'Unknown Error');
  const known = subcodes.get(code);
  if (known === undefined) return;
  out.text(known[0]);
  nameAndNumber(out, known[1], subcode);
  if (code !== Code.cease) return;
  const data = at + fixedLength;
  const left = length - fixedLength;
  if (subcode === Cease.maximumPrefixes && left >= maximumPrefixesLength) {
    out.text(', AFI ');
    nameAndNumber(out, addressFamilyNames, view.u16(data));
    out.text(', SAFI ');
    nameAndNumber(out, safiNames, view.u8(data + 2));
    count(out, ', Max Prefixes: ', view.u32(data + 3));
  }
  if ((subcode === Cease.shutdown || subcode === Cease.reset) && left >= 1) communication(context, data, left);
}

/** RFC 9003: what an operator says; what follows it is shown undecoded. */
function communication(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const size = view.u8(at);
  let used = 0;
  if (size > length - 1) {
    out.text(', invalid Shutdown Communication length');
  } else if (size === 0) {
    out.text(', empty Shutdown Communication');
    used = 1;
  } else {
    count(out, ', Shutdown Communication (length: ', size, '): "');
    for (let i = 0; i < size; i++) out.caret(view.u8(at + 1 + i));
    out.char(0x22);
    used = size + 1;
  }
  const rest = length - used;
  if (rest === 0) return;
  count(out, ', Data: (length: ', rest, ')');
  context.dumpPart('\n\t\t', at + used, rest);
}
