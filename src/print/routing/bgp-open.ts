/** OPEN messages of BGP (RFC 4271) and the capabilities they advertise (RFC 5492). */
import { bgpHeaderLength } from '../../decode/bgp';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';
import { asNumber } from './as-number';
import { familyPair } from './bgp-names';

const fixedLength = bgpHeaderLength + 10;
const optionHeaderLength = 2;
const familyLength = 4;
const OptionType = { capabilities: 2 } as const;

const optionNames = names(() => ({ 1: 'Authentication Information', 2: 'Capabilities Advertisement' }));
const capabilityNames = names(() => ({
  1: 'Multiprotocol Extensions',
  2: 'Route Refresh',
  3: 'Cooperative Route Filtering',
  4: 'Multiple Routes to a Destination',
  5: 'Extended Next Hop Encoding',
  8: 'Multiple Labels',
  64: 'Graceful Restart',
  65: '32-Bit AS Number',
  67: 'Dynamic Capability',
  68: 'Multisession BGP',
  69: 'Multiple Paths',
  70: 'Enhanced Route Refresh',
  71: 'Long-lived Graceful Restart',
  128: 'Route Refresh (Cisco)',
}));
const directionNames = names(() => ({ 1: 'Receive', 2: 'Send', 3: 'Both' }));

export function printBgpOpen(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (!view.has(at, fixedLength) || length < fixedLength) {
    context.truncated();
    return;
  }
  count(out, '\n\t  Version ', view.u8(at + 19));
  count(out, ', my AS ', view.u16(at + 20));
  count(out, ', Holdtime ', view.u16(at + 22));
  out.text('s, ID ');
  namedIpv4(context, at + 24);
  const size = view.u8(at + 28);
  count(out, '\n\t  Optional parameters, length: ', size);
  options(context, at + fixedLength, size, length - fixedLength);
}

function options(context: PrintContext, at: number, size: number, held: number): void {
  const { out, view } = context;
  for (let offset = 0; offset < size; ) {
    const from = at + offset;
    if (!view.has(from, optionHeaderLength) || held < offset + optionHeaderLength) {
      context.truncated();
      return;
    }
    const type = view.u8(from);
    const optionLength = view.u8(from + 1);
    offset += optionHeaderLength + optionLength;
    if (offset > size) {
      count(out, '\n\t     Option ', type);
      count(out, ', length: ', optionLength, ', goes past the end of the options');
      return;
    }
    out.text('\n\t    Option ');
    nameAndNumber(out, optionNames, type);
    count(out, ', length: ', optionLength);
    if (type === OptionType.capabilities) capabilities(context, from + optionHeaderLength, optionLength);
    else count(out, '\n\t      no decoder for option ', type);
  }
}

function capabilities(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const end = at + size;
  for (let from = at; from < end; ) {
    if (!view.has(from, optionHeaderLength)) {
      context.truncated();
      return;
    }
    const code = view.u8(from);
    const length = view.u8(from + 1);
    out.text('\n\t      ');
    nameAndNumber(out, capabilityNames, code);
    count(out, ', length: ', length);
    from += optionHeaderLength;
    if (!view.has(from, length)) {
      context.truncated();
      return;
    }
    const capability = decoders.get(code);
    if (capability !== undefined) {
      if (length < capability.least) {
        count(out, ' (too short, < ', capability.least, ')');
        return;
      }
      capability.print?.(context, from, length);
    } else {
      count(out, '\n\t\tno decoder for Capability ', code);
      if (context.verbose === 1) context.dumpPart('\n\t\t', from, length);
    }
    if (context.verbose > 1) context.dumpPart('\n\t\t', from, length);
    from += length;
  }
}

interface Capability {
  /** Bytes without which it says nothing. */
  readonly least: number;
  readonly print?: (context: PrintContext, at: number, length: number) => void;
}

const decoders = new Map<number, Capability>([
  [1, { least: 4, print: multiprotocol }],
  [2, { least: 0 }],
  [8, { least: 0, print: multipleLabels }],
  [64, { least: 2, print: gracefulRestart }],
  [65, { least: 4, print: wideNumber }],
  [69, { least: 0, print: multiplePaths }],
  [71, { least: 0 }],
  [128, { least: 0 }],
]);

/** RFC 4760. */
function multiprotocol(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('\n\t\t');
  familyPair(context, view.u16(at), view.u8(at + 3));
}

/** RFC 8277. */
function multipleLabels(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  for (let offset = 0; offset + familyLength <= length; offset += familyLength) {
    out.text('\n\t\t');
    familyPair(context, view.u16(at + offset), view.u8(at + offset + 2));
    count(out, ', Count: ', view.u8(at + offset + 3));
  }
}

/** RFC 4724. */
function gracefulRestart(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const flags = view.u16(at);
  out.text('\n\t\tRestart Flags: [');
  out.text((flags & 0x8000) !== 0 ? 'R' : 'none');
  count(out, '], Restart Time ', flags & 0xfff, 's');
  for (let offset = 2; offset + familyLength <= length; offset += familyLength) {
    out.text('\n\t\t  ');
    familyPair(context, view.u16(at + offset), view.u8(at + offset + 2));
    out.text(', Forwarding state preserved: ');
    out.text((view.u8(at + offset + 3) & 0x80) !== 0 ? 'yes' : 'no');
  }
}

/** RFC 6793. */
function wideNumber(context: PrintContext, at: number): void {
  asNumber(context, context.view.u32(at), '\n\t\t 4 Byte AS ');
}

/** RFC 7911. */
function multiplePaths(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length === 0) out.text(' (bogus)');
  let offset = 0;
  for (; offset + familyLength <= length; offset += familyLength) {
    out.text('\n\t\t');
    familyPair(context, view.u16(at + offset), view.u8(at + offset + 2));
    out.text(', Send/Receive: ');
    const direction = view.u8(at + offset + 3);
    const name = directionNames.get(direction);
    if (name !== undefined) {
      out.text(name);
      continue;
    }
    out.text('Bogus (0x');
    out.hex8(direction);
    out.char(0x29);
  }
  if (offset < length) context.invalid();
}
