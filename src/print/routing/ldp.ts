/** Label Distribution Protocol (RFC 5036): protocol data units and the messages in them. */
import { TRUNCATED } from '../../decode/view';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { names } from '../text/names';
import { count } from '../text/phrase';
import { printLdpTlvs } from './ldp-tlv';

const headerLength = 10;
/** The identifier that every unit carries after its length. */
const minimumPduLength = 6;
/** Type and length: what a length field does not count. */
const prefixLength = 4;
const messageHeaderLength = 8;
const messageIdLength = 4;
const supportedVersion = 1;

const messageNames = names(() => ({
  0x0001: 'Notification',
  0x0100: 'Hello',
  0x0200: 'Initialization',
  0x0201: 'Keepalive',
  0x0300: 'Address',
  0x0301: 'Address Withdraw',
  0x0400: 'Label Mapping',
  0x0401: 'Label Request',
  0x0402: 'Label Withdraw',
  0x0403: 'Label Release',
  0x0404: 'Label Abort Request',
}));
/** Messages whose parameters are decoded. */
const withTlvs: ReadonlySet<number> = new Set([0x0001, 0x0100, 0x0200, 0x0201, 0x0300, 0x0301, 0x0400, 0x0402]);

export function printLdp(context: PrintContext, at: number, length: number): void {
  context.protocol = 'ldp';
  let from = at;
  let left = length;
  while (left > headerLength + messageHeaderLength) {
    const size = unit(context, from);
    if (size === 0) return;
    if (left < size) {
      count(context.out, ' [remaining length ', left);
      count(context.out, ' < ', size, ']');
      context.invalid();
      return;
    }
    from += size;
    left -= size;
  }
}

/** Returns the bytes it takes, 0: nothing of what follows can be told. */
function unit(context: PrintContext, at: number): number {
  const { out, view } = context;
  view.need(at, headerLength);
  const version = view.u16(at);
  if (context.verbose > 0) out.text('\n\t');
  out.text('LDP');
  if (version !== supportedVersion) {
    count(out, ' version ', version, ' packet not supported');
    return 0;
  }
  const size = view.u16(at + 2);
  if (size < minimumPduLength) {
    count(out, ', pdu-length: ', size);
    count(out, ' (too short, < ', minimumPduLength, ')');
    return 0;
  }
  out.text(', Label-Space-ID: ');
  namedIpv4(context, at + 4);
  count(out, ':', view.u16(at + 8));
  count(out, ', pdu-length: ', size);
  if (context.verbose === 0) return 0;
  const end = at + prefixLength + size;
  for (let from = at + headerLength; from < end; ) {
    const length = message(context, from, end);
    if (length === 0) return 0;
    from += length;
  }
  return prefixLength + size;
}

/** Returns the bytes it takes, 0: it is shorter than its own header. What is longer than its unit is cut. */
function message(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  view.need(at, messageHeaderLength);
  const field = view.u16(at);
  const type = field & 0x7fff;
  const length = view.u16(at + 2);
  out.text('\n\t  ');
  out.text(messageNames.get(type) ?? 'Unknown');
  out.text(' Message (0x');
  out.hex16(type);
  count(out, '), length: ', length);
  if (length < messageIdLength) {
    count(out, ' (too short, < ', messageIdLength, ')');
    return 0;
  }
  out.text(', Message ID: 0x');
  out.hex32(view.u32(at + 4));
  out.text((field & 0x8000) !== 0 ? ', Flags: [continue processing if unknown]' : ', Flags: [ignore if unknown]');
  const valueAt = at + messageHeaderLength;
  const valueLength = length - messageIdLength;
  view.need(at, length);
  if (withTlvs.has(type)) printLdpTlvs(context, valueAt, valueAt + valueLength);
  else if (context.verbose === 1) context.dumpPart('\n\t  ', valueAt, valueLength);
  // As in tcpdump, these are as many bytes as the length says, though it counts the identifier before them, too.
  if (context.verbose > 1) context.dumpPart('\n\t  ', valueAt, length);
  if (at + prefixLength + length <= end) return prefixLength + length;
  throw TRUNCATED;
}
