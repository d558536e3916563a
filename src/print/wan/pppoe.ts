/** PPP over Ethernet (RFC 2516). */
import type { PrintContext } from '../context';
import { nameOrHex, names } from '../text/names';
import { upperHex8 } from '../text/packet-text';
import { printPpp } from './ppp';

const headerLength = 6;
const codeNames = names(() => ({ 0x09: 'PADI', 0x07: 'PADO', 0x19: 'PADR', 0x65: 'PADS', 0xa7: 'PADT', 0x00: '' }));
const tagNames = names(() => ({
  0x0000: 'EOL',
  0x0101: 'Service-Name',
  0x0102: 'AC-Name',
  0x0103: 'Host-Uniq',
  0x0104: 'AC-Cookie',
  0x0105: 'Vendor-Specific',
  0x0110: 'Relay-Session-ID',
  0x0120: 'PPP-Max-Payload',
  0x0201: 'Service-Name-Error',
  0x0202: 'AC-System-Error',
  0x0203: 'Generic-Error',
}));
/** Bytes of a tag's value that are shown as text. */
const longestText = 79;
const discoveryInitiation = 0x09;
/** RFC 2516, 5.1: relays must be able to add a tag. */
const longestInitiation = 1484 - headerLength;

export function printPppoeLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  context.headerLength = printPppoe(context, at, length);
}

/** Returns the length of its header and of that of PPP; 0 where it is too short. */
export function printPppoe(context: PrintContext, at: number, length: number): number {
  const { out, view } = context;
  context.protocol = 'pppoe';
  if (length < headerLength) {
    context.tooShort(' (length ', length, headerLength);
    return 0;
  }
  view.need(at, headerLength);
  const versionType = view.u8(at);
  const code = view.u8(at + 1);
  const session = view.u16(at + 2);
  const size = view.u16(at + 4);
  if (versionType >>> 4 !== 1) {
    out.text(' [ver ');
    out.decimal(versionType >>> 4);
    out.char(0x5d);
  }
  if ((versionType & 15) !== 1) {
    out.text(' [type ');
    out.decimal(versionType & 15);
    out.char(0x5d);
  }
  out.text('PPPoE ');
  nameOrHex(out, codeNames, code, 'PAD-');
  const left = length - headerLength;
  if (code === discoveryInitiation && size > longestInitiation) {
    out.text(' [len ');
    out.decimal(size);
    out.text('!]');
  }
  if (size > left) {
    out.text(' [len ');
    out.decimal(size);
    out.text(' > ');
    out.decimal(left);
    out.text('!]');
  }
  if (session !== 0) {
    out.text(' [ses 0x');
    out.hex(session);
    out.char(0x5d);
  }
  const from = at + headerLength;
  const inside = Math.min(size, left);
  if (code === 0) {
    out.char(0x20);
    return headerLength + printPpp(context, from, inside);
  }
  tags(context, from, inside);
  return headerLength;
}

function tags(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const end = at + length;
  let from = at;
  let type = -1;
  while (type !== 0 && from < end) {
    type = view.u16(from);
    const size = view.u16(from + 2);
    from += 4;
    view.need(from, size);
    out.text(' [');
    nameOrHex(out, tagNames, type, 'TAG-0x');
    if (size > 0) value(context, from, size);
    out.char(0x5d);
    from += size;
  }
}

/** Text in quotes where most of what is looked at is text, else hexadecimal. */
function value(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const shown = Math.min(size, longestText);
  let readable = 0;
  for (let i = 0; i < shown; i++) {
    const byte = view.u8(at + i);
    if (byte >= 0x20 && byte < 0x7f) readable++;
  }
  if (readable > shown - readable) {
    out.text(' "');
    out.reserve(shown);
    for (let i = 0; i < shown; i++) out.printable(view.u8(at + i));
    out.char(0x22);
    return;
  }
  out.text(' 0x');
  out.reserve(2 * size);
  for (let i = 0; i < size; i++) upperHex8(context.out, view.u8(at + i));
}
