/** Host and network association of OLSR (RFC 3626, 12), and how olsrd writes smart gateways in it. */
import type { PrintContext } from '../context';
import { prefixLength, prefixLength6 } from '../text/mask';
import { namedIpv4, namedIpv6 } from '../text/named';
import type { FlagName } from '../text/names';

const size4 = 8;
const size6 = 32;
const perLine = 4;
const linkSpeed = 0x01;
/** Of an all-zero network: the mask is a byte of zero, flags, speeds up and down. */
const gatewayFlags: readonly FlagName[] = [
  [linkSpeed, ' LINKSPEED'],
  [0x02, ' IPV4'],
  [0x04, ' IPV4-NAT'],
  [0x08, ' IPV6'],
  [0x10, ' IPv6-PREFIX'],
];
const fastest = 320_000_000;

export function printOlsrNetworks(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const six = context.family === 6;
  const size = six ? size6 : size4;
  const count = Math.floor(length / size);
  out.text('\n\t  Advertised networks (total ');
  out.decimal(count);
  out.char(0x29);
  for (let i = 0; i < count; i++) {
    const from = at + i * size;
    context.need(from, size);
    if (six) {
      out.text('\n\t    #0: ');
      namedIpv6(context, from);
      out.char(0x2f);
      out.decimal(prefixLength6(view, from + 16));
      continue;
    }
    out.text(i % perLine === 0 ? '\n\t    ' : ', ');
    if (view.u32(from) === 0 && view.u8(from + 4) === 0 && view.u8(from + 5) !== 0) gateway(context, from + 5);
    else network(context, from);
  }
}

function network(context: PrintContext, at: number): void {
  const { out, view } = context;
  namedIpv4(context, at);
  out.char(0x2f);
  const length = prefixLength(view.u32(at + 4));
  if (length < 0) namedIpv4(context, at + 4);
  else out.decimal(length);
}

function gateway(context: PrintContext, at: number): void {
  const { out, view } = context;
  const flags = view.u8(at);
  out.text('Smart-Gateway:');
  for (const [bit, name] of gatewayFlags) if ((flags & bit) !== 0) out.text(name);
  const told = (flags & linkSpeed) !== 0;
  out.char(0x20);
  out.decimal(told ? speed(view.u8(at + 1)) : 0);
  out.char(0x2f);
  out.decimal(told ? speed(view.u8(at + 2)) : 0);
}

/** Kilobits per second, from five bits of mantissa and three of a power of ten. */
function speed(code: number): number {
  if (code === 0) return 0;
  return code === 255 ? fastest : ((code >>> 3) + 1) * 10 ** (code & 7);
}
