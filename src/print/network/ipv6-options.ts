/** Options of IPv6's hop-by-hop and destination headers (RFC 8200, 4.2; 2675; 2711; 6275), shown at -v. */
import { Ipv6Option } from '../../decode/ipv6-extension';
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';

const homeAddressLength = 16;
/** {@link PrintContext.protocol} while hop-by-hop options are printed. */
const hopByHop = 'hbhopt';
/** Less than this, the header's own field can tell. */
const leastJumboPayload = 65_536;
/** Where the IPv6 header holds the payload length, which must be 0 beside a jumbo payload option. */
const payloadLengthOffset = 4;
/** Kind and length. */
const optionHeaderLength = 2;

/** Name and length of the value, without kind and length themselves, of the options with a form of their own. */
const known: Readonly<Record<number, readonly [name: string, size: number]>> = {
  [Ipv6Option.routerAlert]: ['rtalert', 2],
  [Ipv6Option.jumboPayload]: ['jumbo', 4],
  [Ipv6Option.homeAddress]: ['homeaddr', homeAddressLength],
};

/** What the jumbo payload option of the hop-by-hop options read last tells, if that can be; -1: there was none. */
export let jumboPayload = -1;
/** Jumbo payload options in the header being read. */
let jumboOptions = 0;

/** Before each header of options. */
export function forgetJumboPayload(): void {
  jumboPayload = -1;
  jumboOptions = 0;
}

/**
 * false: an option is cut or wrong, and nothing after it can be trusted.
 * `shown`: false where only what is wrong is printed.
 */
export function printIpv6Options(context: PrintContext, at: number, length: number, shown: boolean): boolean {
  const { out, view } = context;
  const end = at + length;
  let from = at;
  while (from < end) {
    const kind = view.u8(from);
    if (kind === Ipv6Option.pad1) {
      if (shown) out.text('(pad1)');
      from++;
      continue;
    }
    if (from + 1 >= end) return false;
    const size = view.u8(from + 1) + optionHeaderLength;
    if (from + size > end || problem(context, kind, from, end - from)) return false;
    if (kind === Ipv6Option.jumboPayload) jumbo(context, from + optionHeaderLength, shown);
    else if (shown && !option(context, kind, from)) return false;
    from += size;
  }
  if (shown) out.char(0x20);
  return true;
}

/** Says what is wrong with an option's length; `left`: bytes to the end of the header. */
function problem(context: PrintContext, kind: number, at: number, left: number): boolean {
  const { out, view } = context;
  const entry = known[kind];
  if (entry === undefined) return false;
  const [name, size] = entry;
  const value = view.u8(at + 1);
  const isShort = left < size + optionHeaderLength;
  if (!isShort && (kind === Ipv6Option.homeAddress ? value >= size : value === size)) return false;
  out.char(0x28);
  out.text(name);
  if (isShort) {
    out.text(': trunc)');
  } else {
    out.text(': invalid len ');
    out.decimal(value);
    out.char(0x29);
  }
  return true;
}

/** false: options inside it are cut. */
function option(context: PrintContext, kind: number, at: number): boolean {
  const { out, view } = context;
  const data = at + optionHeaderLength;
  switch (kind) {
    case Ipv6Option.padN:
      out.text('(padn)');
      return true;
    case Ipv6Option.routerAlert:
      out.text('(rtalert: 0x');
      out.hex16(view.u16(data));
      out.text(') ');
      return true;
    case Ipv6Option.homeAddress:
      return homeAddress(context, data, view.u8(at + 1));
    default:
      out.text('(opt_type 0x');
      out.hex8(kind);
      out.text(': len=');
      out.decimal(view.u8(at + 1));
      out.char(0x29);
      return true;
  }
}

function jumbo(context: PrintContext, at: number, shown: boolean): void {
  const { out, view } = context;
  const length = view.u32(at);
  jumboOptions++;
  let problem = '';
  if (jumboOptions > 1) problem = ' - already seen';
  else if (context.protocol !== hopByHop) problem = ' - not a hop-by-hop option';
  else if (view.u16(context.networkAt + payloadLengthOffset) !== 0) problem = ' - payload len != 0';
  else if (length < leastJumboPayload) problem = ' - < 65536';
  else jumboPayload = length;
  if (!shown) return;
  out.text('(jumbo: ');
  out.decimal(length);
  out.text(problem);
  out.text(') ');
}

/** An address and, after it, options of its own. */
function homeAddress(context: PrintContext, at: number, length: number): boolean {
  const { out } = context;
  out.text('(homeaddr: ');
  namedIpv6(context, at);
  if (!innerOptions(context, at + homeAddressLength, length - homeAddressLength)) return false;
  out.char(0x29);
  return true;
}

function innerOptions(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const end = at + length;
  let from = at;
  while (from < end) {
    const kind = view.u8(from);
    if (kind === Ipv6Option.pad1) {
      out.text(', pad1');
      from++;
      continue;
    }
    const size = from + 1 < end ? view.u8(from + 1) + optionHeaderLength : 0;
    if (size === 0 || from + size > end) return false;
    if (kind === Ipv6Option.padN) {
      out.text(', padn');
    } else {
      out.text(', sopt_type 0x');
      out.hex8(kind);
      out.text(': len=');
      out.decimal(size - optionHeaderLength);
    }
    from += size;
  }
  return true;
}
