/** ARCNET (ANSI/ATA 878.1) with IP by RFC 1201 or the older RFC 1051, as BSD and as Linux capture it. */

import type { PrintContext } from '../context';
import { printEtherTalk } from '../network/appletalk';
import { printArp } from '../network/arp';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';
import { printIpx } from '../network/ipx';
import { names } from '../text/names';

const SystemCode = {
  diagnose: 0x80,
  ipv6: 0xc4,
  ip: 0xd4,
  arp: 0xd5,
  reverseArp: 0xd6,
  appletalk: 0xdd,
  oldIp: 0xf0,
  oldArp: 0xf1,
  ipx: 0xfa,
} as const;
const codeNames = names(() => ({
  [SystemCode.oldIp]: 'oldip',
  [SystemCode.oldArp]: 'oldarp',
  [SystemCode.ip]: 'ip',
  [SystemCode.arp]: 'arp',
  [SystemCode.reverseArp]: 'rarp',
  [SystemCode.appletalk]: 'atalk',
  0xf7: 'banyan',
  [SystemCode.ipx]: 'ipx',
  [SystemCode.ipv6]: 'ipv6',
  [SystemCode.diagnose]: 'diag',
}));

/** Source, destination and system code; RFC 1201 adds split flag and sequence number. */
const shortLength = 3;
const splitLength = 6;
/** A split flag of this value says that flag and number follow once more. */
const exceptionFlag = 0xff;
const exceptionLength = 10;
/** Linux puts two bytes of offset before the system code. */
const linuxOffsetLength = 2;

function isShort(code: number): boolean {
  return code === SystemCode.oldIp || code === SystemCode.oldArp || code === SystemCode.diagnose;
}

export function printArcnetLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view, out } = context;
  context.protocol = 'arcnet';
  if (!view.has(at, shortLength)) {
    context.truncated();
    return;
  }
  const code = view.u8(at + 2);
  if (isShort(code)) {
    if (context.linkLevel) header(context, at, code, length, -1, 0);
    context.headerLength = shortLength;
    payload(context, code, at + shortLength, length - shortLength);
    return;
  }
  const extended = view.has(at, splitLength) && view.u8(at + 3) === exceptionFlag;
  const headerLength = extended ? exceptionLength : splitLength;
  if (!view.has(at, headerLength)) {
    header(context, at, code, length, -1, 0);
    out.text(extended ? ' phds extended' : ' phds');
    context.truncated();
    return;
  }
  const split = view.u8(at + headerLength - 3);
  if (context.linkLevel) header(context, at, code, length, split, view.u16(at + headerLength - 2));
  context.headerLength = headerLength;
  const later = split !== 0 && (split & 1) === 0;
  if (!later) payload(context, code, at + headerLength, length - headerLength);
}

export function printArcnetLinuxLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { view } = context;
  context.protocol = 'arcnet_linux';
  const least = shortLength + linuxOffsetLength;
  const code = view.has(at, least) ? view.u8(at + 2 + linuxOffsetLength) : 0;
  const headerLength = (isShort(code) ? shortLength : splitLength) + linuxOffsetLength;
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  if (context.linkLevel) header(context, at, view.u8(at + 2), length, -1, 0);
  context.headerLength = headerLength;
  payload(context, code, at + headerLength, length - headerLength);
}

/** Addresses and system code; `split` -1: there is no split flag. */
function header(
  context: PrintContext,
  at: number,
  code: number,
  length: number,
  split: number,
  sequence: number,
): void {
  const { out, view } = context;
  out.hex8(view.u8(at));
  out.char(0x20);
  out.hex8(view.u8(at + 1));
  out.char(0x20);
  if (context.quiet === 0) {
    const name = codeNames.get(code);
    if (name === undefined) out.hex8(code);
    else out.text(name);
    out.char(0x20);
    if (split >= 0) {
      out.text('seqid ');
      out.hex16(sequence);
      out.char(0x20);
    }
    if (split > 0) {
      out.text((split & 1) !== 0 ? '(first of ' : '(fragment ');
      out.decimal((split & 1) !== 0 ? (split + 3) >>> 1 : (split >>> 1) + 1);
      out.text((split & 1) !== 0 ? ' fragments) ' : ') ');
    }
  }
  out.decimal(length);
  out.text(': ');
}

function payload(context: PrintContext, code: number, at: number, length: number): void {
  switch (code) {
    case SystemCode.oldIp:
    case SystemCode.ip:
      printIpv4(context, at, length);
      return;
    case SystemCode.ipv6:
      printIpv6(context, at, length);
      return;
    case SystemCode.oldArp:
    case SystemCode.arp:
    case SystemCode.reverseArp:
      printArp(context, at, length);
      return;
    case SystemCode.appletalk:
      printEtherTalk(context, at, length);
      return;
    case SystemCode.ipx:
      printIpx(context, at, length);
      return;
    default:
      context.dumpAlways(at, length);
  }
}
