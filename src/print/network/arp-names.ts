/** What ARP and its form for ATM have in common: numbers of hardware, protocols and operations (RFC 826, 2225). */
import type { PrintContext } from '../context';
import { ethertypeNames, nameOr, names } from '../text/names';

const hardwareNames = names(() => ({
  1: 'Ethernet',
  6: 'TokenRing',
  7: 'ArcNet',
  15: 'FrameRelay',
  19: 'ATM',
  23: 'Strip',
  24: 'IEEE 1394',
  32: 'InfiniBand',
}));

const operationNames = names(() => ({
  1: 'Request',
  2: 'Reply',
  3: 'Reverse Request',
  4: 'Reverse Reply',
  8: 'Inverse Request',
  9: 'Inverse Reply',
  10: 'NACK Reply',
}));

const ipv4Type = 0x0800;
const trailerType = 0x1000;
export const ipv4Length = 4;

/** Whether addresses of this protocol can be shown. */
export function isIpv4(protocolType: number): boolean {
  return protocolType === ipv4Type || protocolType === trailerType;
}

export function printHardware(context: PrintContext, type: number): void {
  nameOr(context.out, hardwareNames, type, 'Unknown Hardware (', ')');
}

export function printProtocol(context: PrintContext, type: number): void {
  const { out } = context;
  const name = ethertypeNames.get(type);
  if (name !== undefined) {
    out.text(name);
    return;
  }
  out.text('Unknown Protocol (0x');
  out.hex16(type);
  out.char(0x29);
}

/** `Request `, or `Unknown (7) `. */
export function printOperation(context: PrintContext, operation: number): void {
  nameOr(context.out, operationNames, operation, 'Unknown (', ')');
  context.out.char(0x20);
}
