/** Register of Protocol Independent Multicast (RFC 7761, 4.9.3): a packet on its way to the rendezvous point. */
import type { PrintContext } from '../context';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';
import { namedIpv4 } from '../text/named';

const flagsLength = 4;
const border = 0x80000000;
const nullRegister = 0x40000000;
const ipv4SourceAt = 12;
const ipv4DestinationAt = 16;

export function printPimRegister(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < flagsLength) context.leave();
  context.need(at, flagsLength);
  const flags = view.u32(at);
  out.text(', Flags [ ');
  out.text(flags === border ? 'Border' : flags === nullRegister ? 'Null' : 'none');
  out.text(' ]\n\t');
  const inner = at + flagsLength;
  const left = length - flagsLength;
  if (left === 0) context.leave();
  const version = view.u8(inner) >>> 4;
  switch (version) {
    case 0:
      view.need(inner, ipv4DestinationAt + 4);
      out.text('IP-Null-header ');
      namedIpv4(context, inner + ipv4SourceAt);
      out.text(' > ');
      namedIpv4(context, inner + ipv4DestinationAt);
      return;
    case 4:
      printIpv4(context, inner, left);
      return;
    case 6:
      printIpv6(context, inner, left);
      return;
    default:
      out.text('IP ver ');
      out.decimal(version);
  }
}
