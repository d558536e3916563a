/** Options of AHCP: times, and lists of addresses and prefixes. */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { nameOr, names } from '../text/names';

const Option = { pad: 0, mandatory: 1, originTime: 2, expires: 3 } as const;
const optionNames = names(() => ({
  [Option.pad]: 'Pad',
  [Option.mandatory]: 'Mandatory',
  [Option.originTime]: 'Origin Time',
  [Option.expires]: 'Expires',
  4: 'My-IPv6-Address',
  5: 'My-IPv4-Address',
  6: 'IPv6 Prefix',
  7: 'IPv4 Prefix',
  8: 'IPv6 Address',
  9: 'IPv4 Address',
  10: 'IPv6 Prefix Delegation',
  11: 'IPv4 Prefix Delegation',
  12: 'Name Server',
  13: 'NTP Server',
}));
/** Bytes of each element of the options that are lists; odd ones end with a prefix length. */
const elementLengths: ReadonlyMap<number, number> = new Map([
  [4, 16],
  [5, 4],
  [6, 17],
  [8, 16],
  [9, 4],
  [10, 17],
  [11, 5],
  [12, 16],
  [13, 16],
]);
const longestIpv4 = 5;
const dateEnd = 'YYYY-MM-DD'.length;
const timeEnd = 'YYYY-MM-DDTHH:MM:SS'.length;

export function printAhcpOptions(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const end = at + length;
  for (let from = at; from < end; ) {
    const type = view.u8(from++);
    out.text('\n\t ');
    nameOr(out, optionNames, type, 'Unknown-');
    if (type === Option.pad || type === Option.mandatory) continue;
    if (from === end) {
      context.invalid();
      return;
    }
    const size = view.u8(from++);
    if (size > end - from) {
      context.invalid();
      view.need(from, end - from);
      return;
    }
    option(context, type, from, size);
    from += size;
  }
}

function option(context: PrintContext, type: number, at: number, size: number): void {
  const { out, view } = context;
  const elementLength = elementLengths.get(type);
  if (elementLength !== undefined) {
    list(context, at, size, elementLength);
  } else if (type !== Option.originTime && type !== Option.expires) {
    out.text(' (Length ');
    out.decimal(size);
    out.char(0x29);
    view.need(at, size);
  } else if (size !== 4) {
    context.invalid();
    view.need(at, size);
  } else {
    const seconds = view.u32(at);
    out.text(': ');
    if (type === Option.expires) {
      out.decimal(seconds);
      out.char(0x73);
    } else {
      moment(context, seconds);
    }
  }
}

function moment(context: PrintContext, seconds: number): void {
  const { out } = context;
  const text = new Date(seconds * 1000).toISOString();
  out.text(text.slice(0, dateEnd));
  out.char(0x20);
  out.text(text.slice(dateEnd + 1, timeEnd));
  out.text(' UTC');
}

function list(context: PrintContext, at: number, size: number, elementLength: number): void {
  const { out, view } = context;
  const end = at + size;
  for (let from = at; from < end; from += elementLength) {
    if (from + elementLength > end) {
      context.invalid();
      view.need(from, end - from);
      return;
    }
    view.need(from, elementLength);
    out.text(from === at ? ': ' : ', ');
    if (elementLength > longestIpv4) namedIpv6(context, from);
    else namedIpv4(context, from);
    if (elementLength % 2 === 0) continue;
    out.char(0x2f);
    out.decimal(view.u8(from + elementLength - 1));
  }
}
