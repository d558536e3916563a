/** Pragmatic General Multicast (RFC 3208): ports and the length that the header says; at -v the message and its options. */
import { IpProtocol } from '../../decode/ip-protocol';
import type { PrintContext } from '../context';
import { namedAddress, namedPort } from '../text/named';
import { packetHex } from '../text/packet-text';
import { count } from '../text/phrase';
import { pgmHasData, printPgmMessage } from './pgm-message';
import { printPgmOptions } from './pgm-options';

const headerLength = 16;
const typeAt = 4;
const flagsAt = 5;
const sourceIdAt = 8;
const sourceIdLength = 6;
const lengthAt = 14;
const hasOptions = 0x01;

export function printPgm(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'pgm';
  const direct = context.networkProtocol === IpProtocol.pgm;
  if (!view.has(at, 4)) {
    endpoint(context, direct, context.sourceAt, -1);
    out.text(' > ');
    endpoint(context, direct, context.destinationAt, -1);
    out.char(0x3a);
    context.truncated();
    return;
  }
  endpoint(context, direct, context.sourceAt, view.u16(at));
  out.text(' > ');
  endpoint(context, direct, context.destinationAt, view.u16(at + 2));
  out.text(': ');
  context.need(at, headerLength);
  count(out, 'PGM, length ', view.u16(at + lengthAt));
  if (context.verbose > 0) details(context, at, length);
}

function details(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  out.text(' 0x');
  packetHex(context, at + sourceIdAt, sourceIdLength);
  out.char(0x20);
  const type = view.u8(at + typeAt);
  let dataAt = printPgmMessage(context, type, at + headerLength);
  if (dataAt >= 0 && (view.u8(at + flagsAt) & hasOptions) !== 0) {
    dataAt = printPgmOptions(context, dataAt);
    if (dataAt < 0) return;
  }
  count(out, ' [', length, ']');
  if (pgmHasData(type)) context.tables.pgmData?.(context, dataAt, view.u16(at + lengthAt));
}

/** `port` -1: it is not captured. Its name is that of TCP's port, as for tcpdump. */
function endpoint(context: PrintContext, direct: boolean, addressAt: number, port: number): void {
  if (direct || port < 0) namedAddress(context, addressAt);
  if (port < 0) return;
  if (direct) context.out.char(0x2e);
  namedPort(context, IpProtocol.tcp, port);
}
