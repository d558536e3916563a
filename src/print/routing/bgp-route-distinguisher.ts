/** Route distinguishers (RFC 4364, 4.2): eight bytes that keep apart equal addresses of several networks. */
import type { PrintContext } from '../context';
import { count } from '../text/phrase';
import { asNumber } from './as-number';

export const routeDistinguisherLength = 8;

const Format = { as2: 0, ipv4: 1, as4: 2 } as const;

export function routeDistinguisher(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at, routeDistinguisherLength);
  switch (view.u16(at)) {
    case Format.as2:
      count(out, '', view.u16(at + 2), ':');
      count(out, '', view.u32(at + 4), ' (= ');
      out.dotted(view.bytes, at + 4);
      out.char(0x29);
      return;
    case Format.ipv4:
      out.dotted(view.bytes, at + 2);
      count(out, ':', view.u16(at + 6));
      return;
    case Format.as4:
      asNumber(context, view.u32(at + 2), '', ':');
      count(out, '', view.u16(at + 6), ' (');
      out.dotted(view.bytes, at + 2);
      count(out, ':', view.u16(at + 6), ')');
      return;
  }
  out.text('unknown RD format');
}
