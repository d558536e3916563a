/** Opaque advertisements of OSPF for traffic engineering (RFC 3630, 4203): routers and links. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { names } from '../text/names';
import { printTeLink } from './ospf-te-link';

const Tlv = { router: 1, link: 2 } as const;
const tlvNames = names(() => ({ [Tlv.router]: 'Router Address', [Tlv.link]: 'Link' }));
const headerLength = 4;

/** `false`: no bytes are to be shown beside, or the TLVs end before they should, or one contradicts itself. */
export function printTrafficEngineering(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  let from = at;
  let left = length;
  let links = 0;
  while (left > 0) {
    if (!view.has(from, headerLength)) return false;
    if (left < headerLength) {
      out.text('\n\t    Remaining LS length ');
      out.decimal(left);
      out.text(' < 4');
      return false;
    }
    const type = view.u16(from);
    const size = view.u16(from + 2);
    from += headerLength;
    left -= headerLength;
    out.text('\n\t    ');
    out.text(tlvNames.get(type) ?? 'unknown');
    out.text(' TLV (');
    out.decimal(type);
    out.text('), length: ');
    out.decimal(size);
    if (size > left) return bogus(context, '\n\t    Bogus length ', size, left);
    if (type === 0 || size === 0 || !value(context, type, from, size)) return false;
    if (type === Tlv.link) links++;
    const padded = (size + 3) & ~3;
    if (padded > left) return bogus(context, '\n\t    Bogus padded length ', padded, left);
    from += padded;
    left -= padded;
  }
  return links === 0;
}

function bogus(context: PrintContext, title: string, size: number, left: number): false {
  const { out } = context;
  out.text(title);
  out.decimal(size);
  out.text(' > ');
  out.decimal(left);
  return false;
}

function value(context: PrintContext, type: number, at: number, size: number): boolean {
  const { out, view } = context;
  switch (type) {
    case Tlv.link:
      return printTeLink(context, at, size);
    case Tlv.router:
      if (size < 4) {
        out.text('\n\t    TLV length ');
        out.decimal(size);
        out.text(' < 4');
        return false;
      }
      view.need(at, 4);
      out.text(', ');
      namedIpv4(context, at);
      return true;
    default:
      if (context.verbose === 1) context.dumpPart('\n\t      ', at, size);
      return true;
  }
}
