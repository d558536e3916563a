/** What the TLVs of HNCP and DNCP hold (RFC 7788, 10; RFC 7787, 7). */
import type { PrintContext } from '../context';
import { printHncpTlvs } from './hncp';
import {
  hncpAddress,
  hncpInterval,
  hncpLabels,
  hncpNode,
  hncpOctets,
  hncpPrefix,
  hncpText,
  type PrefixProblem,
} from './hncp-field';
import { printHncpDhcp4, printHncpDhcp6 } from './hncp-options';

/** Prints a value of `size` bytes. false: the TLVs on its level are to be given up. */
type ValuePrinter = (context: PrintContext, at: number, size: number, indent: number) => boolean;

const digestLength = 32;
const longestName = 63;

function identifier(context: PrintContext, title: string, value: number): void {
  context.out.text(title);
  context.out.hex32(value);
}

/** A value that has to have at least, or exactly, so many bytes; said where it has not. */
function ofSize(least: number, most: number, print: (...all: Parameters<ValuePrinter>) => void): ValuePrinter {
  return (context, at, size, indent) => {
    if (size < least || size > most) context.invalid();
    else print(context, at, size, indent);
    return true;
  };
}

function exactly(size: number, print: (...all: Parameters<ValuePrinter>) => void): ValuePrinter {
  return ofSize(size, size, print);
}

function atLeast(size: number, print: (...all: Parameters<ValuePrinter>) => void): ValuePrinter {
  return ofSize(size, Number.MAX_SAFE_INTEGER, print);
}

/** TLVs behind the first `used` bytes of a value, which are padded to four. */
function inner(context: PrintContext, at: number, size: number, used: number, indent: number): void {
  const padded = (used + 3) & ~3;
  if (size >= padded) printHncpTlvs(context, at + padded, size - padded, indent + 1);
}

function badPrefix(context: PrintContext, problem: PrefixProblem): void {
  if (problem === -1) context.out.text('(length is invalid)');
  else context.invalid();
}

function nodeState(context: PrintContext, at: number, size: number, indent: number): void {
  const { out, view } = context;
  hncpNode(context, ' NID: ', at);
  out.text(' seqno: ');
  out.decimal(view.u32(at + 4));
  out.char(0x20);
  hncpInterval(context, view.u32(at + 8));
  out.text(' hash: ');
  hncpOctets(context, at + 12, 8);
  inner(context, at, size, 20, indent);
}

function trustVerdict(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  out.text(' Verdict: ');
  out.decimal(view.u8(at));
  out.text(' Fingerprint: ');
  hncpOctets(context, at + 4, digestLength);
  out.text(' Common Name: ');
  hncpText(context, at + 4 + digestLength, size - 4 - digestLength);
}

function version(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const capabilities = view.u16(at + 2);
  out.text(' M: ');
  out.decimal(capabilities >>> 12);
  out.text(' P: ');
  out.decimal((capabilities >>> 8) & 15);
  out.text(' H: ');
  out.decimal((capabilities >>> 4) & 15);
  out.text(' L: ');
  out.decimal(capabilities & 15);
  out.text(' User-agent: ');
  hncpText(context, at + 4, size - 4);
}

function delegatedPrefix(context: PrintContext, at: number, size: number, indent: number): void {
  const { out, view } = context;
  if (size < 9 + ((view.u8(at + 8) + 7) >>> 3)) {
    context.invalid();
    return;
  }
  out.text(' VLSO: ');
  hncpInterval(context, view.u32(at));
  out.text(' PLSO: ');
  hncpInterval(context, view.u32(at + 4));
  out.text(' Prefix: ');
  const used = hncpPrefix(context, at + 8, size - 8);
  if (used < 0) badPrefix(context, used);
  else inner(context, at, size, 8 + used, indent);
}

function assignedPrefix(context: PrintContext, at: number, size: number, indent: number): void {
  const { out, view } = context;
  if (size < 6 + ((view.u8(at + 5) + 7) >>> 3)) {
    context.invalid();
    return;
  }
  identifier(context, ' EPID: ', view.u32(at));
  out.text(' Prty: ');
  out.decimal(view.u8(at + 4) & 15);
  out.text(' Prefix: ');
  const used = hncpPrefix(context, at + 5, size - 5);
  if (used < 0) context.invalid();
  else inner(context, at, size, 5 + used, indent);
}

function prefixPolicy(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const policy = view.u8(at);
  out.text(' type: ');
  if (policy === 0 || policy === 131) {
    if (size !== 1) context.invalid();
    else out.text(policy === 0 ? 'Internet connectivity' : 'Restrictive assignment');
  } else if (policy <= 128) {
    out.text('Dest-Prefix: ');
    const used = hncpPrefix(context, at, size);
    if (used < 0) badPrefix(context, used);
  } else if (policy === 129) {
    out.text('DNS domain: ');
    hncpLabels(context, at + 1, size - 1);
  } else if (policy === 130) {
    out.text('Opaque UTF-8: ');
    hncpText(context, at + 1, size - 1);
  } else {
    out.text('Unknown (');
    out.decimal(policy);
    out.char(0x29);
  }
}

function nodeAddress(context: PrintContext, at: number, size: number, indent: number): void {
  identifier(context, ' EPID: ', context.view.u32(at));
  context.out.text(' IP Address: ');
  hncpAddress(context, at + 4);
  inner(context, at, size, 20, indent);
}

function delegatedZone(context: PrintContext, at: number, size: number, indent: number): void {
  const { out, view } = context;
  const flags = view.u8(at + 16);
  out.text(' IP-Address: ');
  hncpAddress(context, at);
  out.char(0x20);
  out.text((flags & 4) !== 0 ? 'l' : '-');
  out.text((flags & 2) !== 0 ? 'b' : '-');
  out.text((flags & 1) !== 0 ? 's' : '-');
  out.char(0x20);
  const used = hncpLabels(context, at + 17, size - 17);
  if (used < 0) context.invalid();
  else inner(context, at, size, 17 + used, indent);
}

function nodeName(context: PrintContext, at: number, size: number, indent: number): void {
  const { out, view } = context;
  const length = view.u8(at + 16);
  if (size < 17 + length) {
    context.invalid();
    return;
  }
  out.text(' IP-Address: ');
  hncpAddress(context, at);
  out.text(' Name: ');
  if (length > longestName) {
    context.invalid();
  } else {
    out.char(0x22);
    hncpText(context, at + 17, length);
    out.char(0x22);
  }
  inner(context, at, size, 17 + length, indent);
}

/** By type. */
const printers: ReadonlyMap<number, ValuePrinter> = new Map<number, ValuePrinter>([
  [1, exactly(0, () => {})],
  [2, exactly(4, (context, at) => hncpNode(context, ' NID: ', at))],
  [
    3,
    exactly(8, (context, at) => {
      hncpNode(context, ' NID: ', at);
      identifier(context, ' EPID: ', context.view.u32(at + 4));
    }),
  ],
  [
    4,
    exactly(8, (context, at) => {
      context.out.text(' hash: ');
      hncpOctets(context, at, 8);
    }),
  ],
  [5, atLeast(20, nodeState)],
  [
    8,
    exactly(12, (context, at) => {
      hncpNode(context, ' Peer-NID: ', at);
      identifier(context, ' Peer-EPID: ', context.view.u32(at + 4));
      identifier(context, ' Local-EPID: ', context.view.u32(at + 8));
    }),
  ],
  [
    9,
    atLeast(8, (context, at) => {
      identifier(context, ' EPID: ', context.view.u32(at));
      context.out.text(' Interval: ');
      hncpInterval(context, context.view.u32(at + 4));
    }),
  ],
  [10, atLeast(37, trustVerdict)],
  [32, atLeast(5, version)],
  [33, atLeast(0, (context, at, size, indent) => inner(context, at, size, 0, indent))],
  [34, atLeast(9, delegatedPrefix)],
  [35, atLeast(6, assignedPrefix)],
  [36, atLeast(20, nodeAddress)],
  [
    37,
    (context, at, size, indent) => {
      if (size > 0) return printHncpDhcp4(context, at, size, indent + 1);
      context.invalid();
      return true;
    },
  ],
  [
    38,
    atLeast(1, (context, at, size, indent) => {
      if (!printHncpDhcp6(context, at, size, indent + 1)) context.invalid();
    }),
  ],
  [39, atLeast(17, delegatedZone)],
  [
    40,
    atLeast(1, (context, at, size) => {
      context.out.text(' Domain: ');
      hncpLabels(context, at, size);
    }),
  ],
  [41, atLeast(17, nodeName)],
  [
    42,
    atLeast(digestLength, (context, at, size, indent) => {
      context.out.text(' PSK: ');
      hncpOctets(context, at, digestLength);
      inner(context, at, size, digestLength, indent);
    }),
  ],
  [43, atLeast(1, prefixPolicy)],
]);

/** The value, which is captured, of a TLV on level `indent`. false: the TLVs on its level are to be given up. */
export function printHncpValue(context: PrintContext, type: number, at: number, size: number, indent: number): boolean {
  const print = printers.get(type);
  return print === undefined || print(context, at, size, indent);
}
