/** ARP, RARP and InARP (RFC 826, 903, 2390). */
import { ArpLayer, ArpOperation } from '../decode/arp';
import { ipv4, linkAddress } from './address';
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const layer = new ArpLayer();

const hardwareNames = names({
  1: 'Ethernet',
  6: 'TokenRing',
  7: 'ArcNet',
  15: 'FrameRelay',
  17: 'Strip',
  24: 'IEEE 1394',
  19: 'ATM',
  32: 'InfiniBand',
});

const operationNames = names({
  1: 'Request',
  2: 'Reply',
  3: 'Reverse Request',
  4: 'Reverse Reply',
  8: 'Inverse Request',
  9: 'Inverse Reply',
  10: 'NACK Reply',
});

const ipv4Type = 0x0800;
const trailerType = 0x1000;

function protocolAddress(context: PrintContext, at: number): void {
  const wrongProtocol = layer.protocolType !== ipv4Type && layer.protocolType !== trailerType;
  if (wrongProtocol) context.out.text('<wrong proto type>');
  else if (layer.protocolLength !== 4) context.out.text('<wrong len>');
  else ipv4(context.out, context.view, at);
}

function hardwareAddress(context: PrintContext, at: number): void {
  if (layer.hardwareLength === 0) context.out.text('<No address>');
  else linkAddress(context.out, context.view, at, layer.hardwareLength);
}

function isZero(context: PrintContext, at: number, count: number): boolean {
  context.view.need(at, count);
  for (let i = 0; i < count; i++) if (context.view.bytes[at + i] !== 0) return false;
  return true;
}

export function printArp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'arp';
  layer.decode(view, at);
  if (!view.has(at, layer.length)) {
    if (!context.linkLevel) out.text('ARP, ');
    context.truncated();
    context.dump(at, length);
    return;
  }
  if (!context.linkLevel) out.text('ARP, ');
  const odd = layer.protocolLength !== 4 || layer.hardwareLength === 0;
  if (odd) {
    families(context);
    out.text('length ');
    out.decimal(length);
    return;
  }
  if (context.verbose > 0 || (layer.protocolType !== ipv4Type && layer.protocolType !== trailerType)) {
    families(context);
  }
  nameOr(out, operationNames, layer.operation, 'Unknown (', ')');
  operation(context, at, length);
  out.text(', length ');
  out.decimal(length);
}

/** `Ethernet (len 6), IPv4 (len 4), `: at -v, and where the pair is not the usual one. */
function families(context: PrintContext): void {
  const { out } = context;
  nameOr(out, hardwareNames, layer.hardwareType, 'Unknown Hardware (', ')');
  if (layer.hardwareLength !== 6 || layer.protocolLength !== 4 || context.verbose > 0) {
    out.text(' (len ');
    out.decimal(layer.hardwareLength);
    out.char(0x29);
  }
  out.text(', ');
  if (layer.protocolType === ipv4Type) {
    out.text('IPv4');
  } else {
    out.text('Unknown Protocol (0x');
    out.hex16(layer.protocolType);
    out.char(0x29);
  }
  if (layer.protocolLength !== 4 || context.verbose > 0) {
    out.text(' (len ');
    out.decimal(layer.protocolLength);
    out.char(0x29);
  }
  out.text(', ');
}

function operation(context: PrintContext, at: number, length: number): void {
  const { out } = context;
  switch (layer.operation) {
    case ArpOperation.request:
      out.text(' who-has ');
      protocolAddress(context, layer.targetProtocolAt);
      if (!isZero(context, layer.targetHardwareAt, layer.hardwareLength)) {
        out.text(' (');
        hardwareAddress(context, layer.targetHardwareAt);
        out.char(0x29);
      }
      out.text(' tell ');
      protocolAddress(context, layer.senderProtocolAt);
      break;
    case ArpOperation.reply:
      out.char(0x20);
      protocolAddress(context, layer.senderProtocolAt);
      out.text(' is-at ');
      hardwareAddress(context, layer.senderHardwareAt);
      break;
    case ArpOperation.reverseRequest:
    case ArpOperation.inverseRequest:
      out.text(' who-is ');
      hardwareAddress(context, layer.targetHardwareAt);
      out.text(' tell ');
      hardwareAddress(context, layer.senderHardwareAt);
      break;
    case ArpOperation.reverseReply:
      out.char(0x20);
      hardwareAddress(context, layer.targetHardwareAt);
      out.text(' at ');
      protocolAddress(context, layer.targetProtocolAt);
      break;
    case ArpOperation.inverseReply:
      out.char(0x20);
      hardwareAddress(context, layer.senderHardwareAt);
      out.text(' at ');
      protocolAddress(context, layer.senderProtocolAt);
      break;
    default:
      context.dump(at, length);
  }
}
