/** Bidirectional Forwarding Detection at -v (RFC 5880, 4.1-4.4): why, how often, and by what key. */

import { BfdAuthentication, bfdAuthenticated, bfdControlLength, bfdDigestAt, bfdPasswordAt } from '../../decode/bfd';
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { packetHex } from '../text/packet-text';

const diagnosticNames = [
  'No Diagnostic',
  'Control Detection Time Expired',
  'Echo Function Failed',
  'Neighbor Signaled Session Down',
  'Forwarding Plane Reset',
  'Path Down',
  'Concatenated Path Down',
  'Administratively Down',
  'Reverse Concatenated Path Down',
];
const authenticationNames = names(() => ({
  [BfdAuthentication.password]: 'Simple Password',
  [BfdAuthentication.md5]: 'Keyed MD5',
  [BfdAuthentication.meticulousMd5]: 'Meticulous Keyed MD5',
  [BfdAuthentication.sha1]: 'Keyed SHA1',
  [BfdAuthentication.meticulousSha1]: 'Meticulous Keyed SHA1',
}));
const leastAuthenticationLength = 4;
const mostPasswordLength = 16;

/** The control packet at `at` has been seen to be whole. */
export function printBfdDetails(context: PrintContext, at: number): void {
  const { out, view } = context;
  const diagnostic = view.u8(at) & 31;
  out.text(', Diagnostic: ');
  out.text(diagnosticNames[diagnostic] ?? 'unknown');
  out.text(' (0x');
  out.hex8(diagnostic);
  out.text(')\n\tDetection Timer Multiplier: ');
  const multiplier = view.u8(at + 2);
  out.decimal(multiplier);
  out.text(' (');
  out.decimal(milliseconds(Math.imul(multiplier, view.u32(at + 12)) >>> 0));
  out.text(' ms Detection time), BFD Length: ');
  out.decimal(view.u8(at + 3));
  out.text('\n\tMy Discriminator: 0x');
  out.hex32(view.u32(at + 4));
  out.text(', Your Discriminator: 0x');
  out.hex32(view.u32(at + 8));
  interval(context, '\n\t  Desired min Tx Interval:    ', at + 12);
  interval(context, '\n\t  Required min Rx Interval:   ', at + 16);
  interval(context, '\n\t  Required min Echo Interval: ', at + 20);
  if ((view.u8(at + 1) & bfdAuthenticated) !== 0) authentication(context, at + bfdControlLength);
}

function milliseconds(microseconds: number): number {
  return Math.floor(microseconds / 1000);
}

function interval(context: PrintContext, title: string, at: number): void {
  const { out, view } = context;
  out.text(title);
  out.decimalWide(milliseconds(view.u32(at)), 4);
  out.text(' ms');
}

function authentication(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, leastAuthenticationLength);
  const type = view.u8(at);
  const length = view.u8(at + 1);
  out.text('\n\tAuthentication: ');
  out.text(authenticationNames.get(type) ?? 'Unknown');
  out.text(' (');
  out.decimal(type);
  out.text('), length: ');
  out.decimal(length);
  out.text('\n\t  Auth Key ID: ');
  out.decimal(view.u8(at + 2));
  switch (type) {
    case BfdAuthentication.password:
      password(context, at, length);
      return;
    case BfdAuthentication.md5:
    case BfdAuthentication.meticulousMd5:
      digest(context, at, length, '\n\t  Digest: ', 16);
      return;
    case BfdAuthentication.sha1:
    case BfdAuthentication.meticulousSha1:
      digest(context, at, length, '\n\t  Hash: ', 20);
  }
}

function invalidLength(context: PrintContext, length: number): void {
  const { out } = context;
  out.text('[invalid length ');
  out.decimal(length);
  out.char(0x5d);
}

function password(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < leastAuthenticationLength || length > bfdPasswordAt + mostPasswordLength) {
    invalidLength(context, length);
    return;
  }
  out.text(', Password: ');
  for (let i = bfdPasswordAt; i < length; i++) out.caret(view.u8(at + i));
}

function digest(context: PrintContext, at: number, length: number, title: string, size: number): void {
  const { out, view } = context;
  if (length !== bfdDigestAt + size) {
    invalidLength(context, length);
    return;
  }
  const sequence = view.u32(at + 4);
  out.text(', Sequence Number: 0x');
  out.hex32(sequence);
  view.need(at + bfdDigestAt, size);
  out.text(title);
  packetHex(context, at + bfdDigestAt, size);
}
