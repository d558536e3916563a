/** IPv6 Node Information Queries (RFC 4620). */
import { Icmp6Type } from '../../decode/icmp6';
import type { PrintContext } from '../context';
import { listedAddressRoom } from '../text/address';
import { namedIpv4, namedIpv6 } from '../text/named';

const headerLength = 16;
/** Bytes of the request that KAME had before. */
const whoAreYouLength = 12;
const QueryType = { noop: 0, supported: 1, name: 2, nodeAddresses: 3 } as const;
const Subject = { ipv6: 0, name: 1, ipv4: 2 } as const;
const Reply = { success: 0, refused: 1, unknown: 2 } as const;
/** Letters of the address flags, from the highest bit; replies have one more (RFC 4620, 6.3). */
const queryFlags = 'aGSLCA';
const replyFlags = 'aGSLCAT';
const flagBits: Readonly<Record<string, number>> = { a: 0x40, G: 0x20, S: 0x10, L: 0x08, C: 0x04, A: 0x02, T: 0x01 };

/** `at` and `length`: the ICMPv6 message. */
export function printNodeInformation(context: PrintContext, type: number, at: number, length: number): void {
  if (type === Icmp6Type.nodeInformationQuery) query(context, at);
  else reply(context, at, length);
}

function query(context: PrintContext, at: number): void {
  const { out, view } = context;
  const size = view.available(at);
  if (size === whoAreYouLength) {
    out.text(' who-are-you request');
    return;
  }
  out.text(' node information query');
  if (size < headerLength) {
    context.truncated();
    return;
  }
  out.text(' (');
  const type = view.u16(at + 4);
  queryType(context, type, at, queryFlags);
  if (type === QueryType.noop || type === QueryType.supported) {
    if (size !== headerLength && context.verbose > 0) out.text(', invalid len');
  } else if (size === headerLength) {
    out.text(', 03 draft');
  } else {
    subject(context, view.u8(at + 1), at + headerLength, size - headerLength);
  }
  out.char(0x29);
}

/** What is asked for, with the flags that belong to it. */
function queryType(context: PrintContext, type: number, at: number, letters: string): void {
  const { out, view } = context;
  const flags = view.u16(at + 6);
  switch (type) {
    case QueryType.noop:
      out.text('noop');
      return;
    case QueryType.supported:
      out.text('supported qtypes');
      if (flags !== 0) out.text((flags & 1) !== 0 ? ' [C]' : ' []');
      return;
    case QueryType.name:
      out.text('DNS name');
      return;
    case QueryType.nodeAddresses:
      out.text('node addresses');
      if (letters === queryFlags) addressFlags(context, flags, letters);
      return;
    default:
      out.text('unknown');
  }
}

function addressFlags(context: PrintContext, flags: number, letters: string): void {
  const { out } = context;
  if (flags === 0) return;
  out.text(' [');
  for (let i = 0; i < letters.length; i++) {
    if ((flags & flagBits[letters[i]]) !== 0) out.char(letters.charCodeAt(i));
  }
  out.char(0x5d);
}

/** What the question is about. */
function subject(context: PrintContext, code: number, at: number, size: number): void {
  const { out } = context;
  if (code === Subject.name) {
    out.text(', subject=DNS name');
    name(context, at, size);
    return;
  }
  const width = code === Subject.ipv6 ? 16 : code === Subject.ipv4 ? 4 : 0;
  if (width === 0) {
    out.text(', unknown subject');
  } else if (size >= width) {
    if (size !== width) {
      if (context.verbose > 0) out.text(', invalid subject len');
      return;
    }
    out.text(', subject=');
    if (width === 4) namedIpv4(context, at);
    else namedIpv6(context, at);
  }
}

/** Labels without pointers, or one length for all of it as the third draft had it. */
function name(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  if (view.u8(at) === size - 1) {
    if (context.verbose > 0) out.text(', 03 draft');
    out.text(', "');
    out.reserve(4 * size);
    for (let i = 1; i < size; i++) out.caret(view.u8(at + i));
  } else {
    out.text(', "');
    labels(context, at, at + size);
  }
  out.char(0x22);
}

function labels(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  let from = at;
  while (from < end) {
    const label = view.u8(from++);
    if (label === 0) {
      if (from === end) out.char(0x2e);
      else if (from + 1 !== end || view.u8(from) !== 0) out.text('???');
      return;
    }
    if (label > end - from) {
      out.text('???');
      return;
    }
    out.reserve(4 * label + 1);
    for (let i = 0; i < label; i++) out.caret(view.u8(from + i));
    from += label;
    if (from + 1 < end && view.u8(from) !== 0) out.char(0x2e);
  }
}

function reply(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const size = view.available(at);
  if (length > size || size < headerLength) {
    context.truncated();
    return;
  }
  out.text(' node information reply (');
  const code = view.u8(at + 1);
  const verbose = context.verbose > 0;
  if (code === Reply.success) answer(context, at, size);
  else if (code === Reply.refused || code === Reply.unknown) {
    out.text(code === Reply.refused ? 'refused' : 'unknown');
    if (size !== headerLength && verbose) out.text(', invalid length');
  }
  out.char(0x29);
}

function answer(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const verbose = context.verbose > 0;
  if (verbose) out.text('success, ');
  const type = view.u16(at + 4);
  queryType(context, type, at, replyFlags);
  if (type === QueryType.noop) {
    if (size !== headerLength && verbose) out.text(', invalid length');
  } else if (type === QueryType.name) {
    const timeToLive = at + headerLength;
    name(context, timeToLive + 4, size - headerLength - 4);
    if ((view.u16(at + 6) & 1) !== 0) {
      out.text(' [TTL=');
      out.decimal(view.u32(timeToLive));
      out.char(0x5d);
    }
  } else if (type === QueryType.nodeAddresses) {
    nodeAddresses(context, at, size);
  }
}

/** Addresses, each after its time to live. */
function nodeAddresses(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  for (let from = at + headerLength; from + 20 <= at + size; from += 20) {
    out.reserve(listedAddressRoom);
    out.char(0x20);
    namedIpv6(context, from + 4);
    out.char(0x28);
    out.decimal(view.u32(from));
    out.char(0x29);
  }
  addressFlags(context, view.u16(at + 6), replyFlags);
}
