/** Extensions of ICMP errors (RFC 4884): MPLS label stack (RFC 4950) and interface information (RFC 5837), at -v. */
import { addWords, foldChecksum } from '../../decode/checksum';
import type { PrintContext } from '../context';
import { names } from '../text/names';

/** After the message's own header and 128 bytes of the quoted datagram. */
const extensionOffset = 136;
const extensionHeaderLength = 4;
const objectHeaderLength = 4;
const extensionVersion = 2;
/** Where the quoted datagram's length stands: 0 where the sender knows nothing of RFC 4884. */
const lengthFieldOffset = 5;
const objectNames = names(() => ({ 1: 'MPLS Stack Entry', 2: 'Interface Identification' }));
const incomingLabels = { object: 1, type: 1 } as const;

/** `length`: the whole message. Nothing where the bytes after the quote are more of the datagram. */
export function printIcmpExtensions(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const start = at + extensionOffset;
  const size = length - extensionOffset;
  if (size <= 0) return;
  view.need(start, extensionHeaderLength + 1);
  const captured = view.has(start, size);
  const right = captured && foldChecksum(addWords(view, start, size, 0)) === 0;
  if (captured && !right && view.u8(at + lengthFieldOffset) === 0) return;
  const version = view.u8(start) >>> 4;
  out.text('\n\tICMP Multi-Part extension v');
  out.decimal(version);
  if (version !== extensionVersion) {
    out.text(' packet not supported');
    return;
  }
  if (captured) {
    out.text(', checksum 0x');
    out.hex16(view.u16(start + 2));
    out.text(right ? ' (correct), length ' : ' (incorrect), length ');
    out.decimal(size);
  }
  objects(context, start + extensionHeaderLength, size - extensionHeaderLength);
}

function objects(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > objectHeaderLength) {
    view.need(from, objectHeaderLength);
    const size = view.u16(from);
    const kind = view.u8(from + 2);
    const type = view.u8(from + 3);
    out.text('\n\t  ');
    out.text(objectNames.get(kind) ?? 'unknown');
    out.text(' Object (');
    out.decimal(kind);
    out.text('), Class-Type: ');
    out.decimal(type);
    out.text(', length ');
    out.decimal(size);
    if (kind === 0 || size < objectHeaderLength) return;
    const data = from + objectHeaderLength;
    if (kind === incomingLabels.object && type === incomingLabels.type) label(context, data);
    else context.dumpPart('\n\t    ', data, size - objectHeaderLength);
    if (left < size) return;
    left -= size;
    from += size;
  }
}

/** The top of the label stack. */
function label(context: PrintContext, at: number): void {
  const { out, view } = context;
  const entry = view.u32(at);
  out.text('\n\t    label ');
  out.decimal(entry >>> 12);
  out.text(', tc ');
  out.decimal((entry >>> 9) & 7);
  out.text((entry & 0x100) !== 0 ? ', [S], ttl ' : ', ttl ');
  out.decimal(entry & 0xff);
}
