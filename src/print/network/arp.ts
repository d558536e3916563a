/** ARP, RARP and InARP (RFC 826, 903, 2390). */
import { ArpLayer, ArpOperation } from '../../decode/arp';
import { Q922Layer } from '../../decode/q922';
import type { PrintContext } from '../context';
import { namedIpv4, namedLinkAddress } from '../text/named';
import { ipv4Length, isIpv4, printHardware, printOperation, printProtocol } from './arp-names';

const layer = new ArpLayer();
const circuit = new Q922Layer();
const frameRelay = 15;
const atm = 19;

function protocolAddress(context: PrintContext, at: number): void {
  if (!isIpv4(layer.protocolType)) context.out.text('<wrong proto type>');
  else if (layer.protocolLength !== ipv4Length) context.out.text('<wrong len>');
  else namedIpv4(context, at);
}

function hardwareAddress(context: PrintContext, at: number): void {
  if (layer.hardwareLength === 0) context.out.text('<empty>');
  else if (layer.hardwareType === frameRelay) frameRelayAddress(context, at);
  else namedLinkAddress(context, at, layer.hardwareLength);
}

function frameRelayAddress(context: PrintContext, at: number): void {
  const { out, view } = context;
  const found = circuit.decode(view, at, layer.hardwareLength);
  if (found === 'invalid') out.text('<Invalid DLCI>');
  else if (found === 'cut') out.text('<Truncated>');
  else {
    out.text('DLCI ');
    out.decimal(circuit.dlci);
  }
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
  if (layer.hardwareType === atm) {
    context.tables.rare().printAtmArp(context, at, length);
    return;
  }
  view.need(at, layer.length);
  if (!context.linkLevel) out.text('ARP, ');
  const odd = !isIpv4(layer.protocolType) || layer.protocolLength !== ipv4Length || layer.hardwareLength === 0;
  if (odd || context.verbose > 0) families(context);
  if (!odd || context.verbose > 0) {
    if (odd || context.verbose > 0) out.text(', ');
    printOperation(context, layer.operation);
    if (!operation(context)) {
      context.dumpAlways(at, length);
      return;
    }
  }
  out.text(', length ');
  out.decimal(length);
}

/** `Ethernet (len 6), IPv4 (len 4)`: at -v, and where the pair is not the usual one. */
function families(context: PrintContext): void {
  const { out } = context;
  printHardware(context, layer.hardwareType);
  out.text(' (len ');
  out.decimal(layer.hardwareLength);
  out.text('), ');
  printProtocol(context, layer.protocolType);
  out.text(' (len ');
  out.decimal(layer.protocolLength);
  out.char(0x29);
}

/** false: an operation that nobody knows. */
function operation(context: PrintContext): boolean {
  const { out } = context;
  switch (layer.operation) {
    case ArpOperation.request:
      out.text('who-has ');
      protocolAddress(context, layer.targetProtocolAt);
      if (!isZero(context, layer.targetHardwareAt, layer.hardwareLength)) {
        out.text(' (');
        hardwareAddress(context, layer.targetHardwareAt);
        out.char(0x29);
      }
      out.text(' tell ');
      protocolAddress(context, layer.senderProtocolAt);
      return true;
    case ArpOperation.reply:
      protocolAddress(context, layer.senderProtocolAt);
      out.text(' is-at ');
      hardwareAddress(context, layer.senderHardwareAt);
      return true;
    case ArpOperation.reverseRequest:
    case ArpOperation.inverseRequest:
      out.text('who-is ');
      hardwareAddress(context, layer.targetHardwareAt);
      out.text(' tell ');
      hardwareAddress(context, layer.senderHardwareAt);
      return true;
    case ArpOperation.reverseReply:
      hardwareAddress(context, layer.targetHardwareAt);
      out.text(' at ');
      protocolAddress(context, layer.targetProtocolAt);
      return true;
    case ArpOperation.inverseReply:
      hardwareAddress(context, layer.senderHardwareAt);
      out.text(' at ');
      protocolAddress(context, layer.senderProtocolAt);
      return true;
    default:
      return false;
  }
}
