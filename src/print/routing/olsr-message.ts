/** Messages of Optimized Link State Routing (RFC 3626, 5, 6, 9, 12): what routers tell of their neighbours. */
import type { PrintContext } from '../context';
import { seconds3 } from '../text/float';
import { namedIpv4, namedIpv6 } from '../text/named';
import { printOlsrNames } from './olsr-names';
import { printOlsrNetworks } from './olsr-networks';

export const OlsrMessage = {
  hello: 1,
  topology: 2,
  interfaces: 3,
  networks: 4,
  names: 130,
  helloQuality: 201,
  topologyQuality: 202,
} as const;

const linkNames = ['Unspecified', 'Asymmetric', 'Symmetric', 'Lost'];
const neighborNames = ['Not-Neighbor', 'Symmetric', 'Symmetric-MPR'];
const linkHeaderLength = 4;
/** Bytes that follow a neighbour's address where the quality of the link is told. */
const qualityLength = 4;
/** What 255 stands for is 100 %. */
const qualityUnit = 2.55;
let percents: readonly string[] = [];

/** Seconds from a mantissa and an exponent of four bits each (18.3). */
export function olsrTime(code: number): number {
  return ((16 + (code >>> 4)) * 2 ** (code & 15)) / 256;
}

/** `at` is where the body starts. */
export function printOlsrMessage(context: PrintContext, type: number, at: number, length: number): void {
  switch (type) {
    case OlsrMessage.hello:
    case OlsrMessage.helloQuality:
      hello(context, at, length, type === OlsrMessage.helloQuality);
      return;
    case OlsrMessage.topology:
    case OlsrMessage.topologyQuality:
      topology(context, at, length, type === OlsrMessage.topologyQuality);
      return;
    case OlsrMessage.interfaces:
      interfaces(context, at, length);
      return;
    case OlsrMessage.networks:
      printOlsrNetworks(context, at, length);
      return;
    case OlsrMessage.names:
      printOlsrNames(context, at, length);
      return;
    default:
      context.dumpPart('\n\t    ', at, length);
  }
}

function hello(context: PrintContext, at: number, length: number, withQuality: boolean): void {
  const { out, view } = context;
  if (length < 4) context.leave();
  context.need(at, 4);
  out.text('\n\t  hello-time ');
  seconds3(out, olsrTime(view.u8(at + 2)));
  out.text('s, MPR willingness ');
  out.decimal(view.u8(at + 3));
  const end = at + length;
  for (let from = at + 4; end - from >= linkHeaderLength; ) {
    context.need(from, linkHeaderLength);
    const code = view.u8(from);
    const size = view.u16(from + 2);
    out.text('\n\t    link-type ');
    out.text(linkNames[code & 3]);
    out.text(', neighbor-type ');
    out.text(neighborNames[code >>> 2] ?? 'Unknown');
    out.text(', len ');
    out.decimal(size);
    if (size < linkHeaderLength || size > end - from) {
      context.invalid();
      return;
    }
    context.need(from, size);
    neighbors(context, from + linkHeaderLength, size - linkHeaderLength, withQuality);
    from += size;
  }
}

function topology(context: PrintContext, at: number, length: number, withQuality: boolean): void {
  const { out, view } = context;
  if (length < 4) context.leave();
  context.need(at, 4);
  out.text('\n\t    advertised neighbor seq 0x');
  out.hex16(view.u16(at));
  neighbors(context, at + 4, length - 4, withQuality);
}

function neighbors(context: PrintContext, at: number, length: number, withQuality: boolean): void {
  const { out, view } = context;
  const end = at + length;
  if (withQuality) {
    const size = (context.family === 6 ? 16 : 4) + qualityLength;
    for (let from = at; end - from >= size; from += size) quality(context, from, size);
    return;
  }
  out.text('\n\t      neighbor\n\t\t');
  for (let from = at; end - from >= 4; from += 4) {
    view.need(from, 4);
    out.reserve(64);
    namedIpv4(context, from);
    out.text(' ');
  }
}

function quality(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  context.need(at, size);
  if (percents.length === 0) percents = Array.from({ length: 256 }, (_, value) => (value / qualityUnit).toFixed(2));
  out.text('\n\t      neighbor ');
  if (context.family === 6) namedIpv6(context, at);
  else namedIpv4(context, at);
  out.text(', link-quality ');
  out.text(percents[view.u8(at + size - 4)]);
  out.text('%, neighbor-link-quality ');
  out.text(percents[view.u8(at + size - 3)]);
  out.char(0x25);
}

function interfaces(context: PrintContext, at: number, length: number): void {
  const { out } = context;
  const six = context.family === 6;
  const size = six ? 16 : 4;
  const end = at + length;
  for (let from = at; end - from >= size; from += size) {
    context.need(from, size);
    out.text('\n\t  interface address ');
    if (six) namedIpv6(context, from);
    else namedIpv4(context, from);
  }
}
