/** Ad-Hoc Configuration Protocol (draft-chroboczek-ahcp-00): header at -v, options at -vv. */

import type { PrintContext } from '../context';
import { linkAddress } from '../text/address';
import { nameOr, names } from '../text/names';
import { printAhcpOptions } from './ahcp-option';

const magicNumber = 43;
const supportedVersion = 1;
const prefixLength = 2;
const headerLength = 24;
const bodyHeaderLength = 4;
const identifierLength = 8;
const messageNames = names(() => ({ 0: 'Discover', 1: 'Offer', 2: 'Request', 3: 'Ack', 4: 'Nack', 5: 'Release' }));

export function printAhcp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ahcp';
  out.text('AHCP');
  if (length < prefixLength || view.u8(at) !== magicNumber) {
    context.invalidRest(at, length);
    return;
  }
  const version = view.u8(at + 1);
  out.text(' Version ');
  out.decimal(version);
  if (version !== supportedVersion) {
    out.text(' (unknown)');
    view.need(at, length);
    return;
  }
  if (length < headerLength) {
    context.invalidRest(at, length);
    return;
  }
  if (context.verbose > 0) header(context, at);
  else view.need(at, headerLength);
  body(context, at + headerLength, length - headerLength);
}

function header(context: PrintContext, at: number): void {
  const { out, view } = context;
  const hops = view.u8(at + 2);
  out.text('\n\tHopcount ');
  out.decimal(hops);
  const originalHops = view.u8(at + 3);
  out.text(', Original Hopcount ');
  out.decimal(originalHops);
  const nonce = view.u32(at + 4);
  out.text(', Nonce 0x');
  out.hex32(nonce);
  view.need(at + 8, identifierLength);
  out.text(', Source Id ');
  linkAddress(out, view, at + 8, identifierLength);
  view.need(at + 16, identifierLength);
  out.text(', Destination Id ');
  linkAddress(out, view, at + 16, identifierLength);
}

function body(context: PrintContext, at: number, left: number): void {
  const { out, view } = context;
  if (left < bodyHeaderLength) {
    context.invalidRest(at, left);
    return;
  }
  const type = view.u8(at);
  const reserved = view.u8(at + 1);
  const length = view.u16(at + 2);
  if (context.verbose > 0) {
    out.text('\n\t');
    nameOr(out, messageNames, type, 'Unknown-');
    if (reserved !== 0) {
      out.text(', MBZ ');
      out.decimal(reserved);
    }
    out.text(', Length ');
    out.decimal(length);
  }
  const optionsAt = at + bodyHeaderLength;
  if (length > left - bodyHeaderLength) context.invalidRest(optionsAt, left - bodyHeaderLength);
  else if (context.verbose > 1) printAhcpOptions(context, optionsAt, length);
  else view.need(optionsAt, length);
}
