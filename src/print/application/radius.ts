/** RADIUS (RFC 2865, 2866, 5176): the message, and at -v its attributes. */
import {
  RadiusLayer,
  radiusAttributeHeaderLength,
  radiusAuthenticatorLength,
  radiusHeaderLength,
} from '../../decode/radius';
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { packetHex } from '../text/packet-text';
import { printRadiusValue, radiusAttributeName } from './radius-attribute';

const layer = new RadiusLayer();
const codeNames = names(() => ({
  1: 'Access-Request',
  2: 'Access-Accept',
  3: 'Access-Reject',
  4: 'Accounting-Request',
  5: 'Accounting-Response',
  11: 'Access-Challenge',
  12: 'Status-Server',
  13: 'Status-Client',
  40: 'Disconnect-Request',
  41: 'Disconnect-ACK',
  42: 'Disconnect-NAK',
  43: 'CoA-Request',
  44: 'CoA-ACK',
  45: 'CoA-NAK',
  255: 'Reserved',
}));

export function printRadius(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'radius';
  if (!view.has(at, radiusHeaderLength)) {
    context.truncated();
    return;
  }
  layer.decode(view, at);
  if (layer.length < radiusHeaderLength) {
    context.truncated();
    return;
  }
  const shown = Math.min(layer.length, length);
  if (context.verbose === 0) {
    out.text('RADIUS, ');
    message(context);
    out.text(' length: ');
    out.decimal(shown);
    return;
  }
  out.text('RADIUS, length: ');
  out.decimal(shown);
  out.text('\n\t');
  message(context);
  out.text(', Authenticator: ');
  packetHex(context, layer.authenticatorAt, radiusAuthenticatorLength);
  attributes(context, at + radiusHeaderLength, shown - radiusHeaderLength);
}

function message({ out }: PrintContext): void {
  out.text(codeNames.get(layer.code) ?? 'Unknown Command');
  out.text(' (');
  out.decimal(layer.code);
  out.text('), id: 0x');
  out.hex8(layer.identifier);
}

function attributes(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (left < radiusAttributeHeaderLength || !view.has(from, radiusAttributeHeaderLength)) {
      context.truncated();
      return;
    }
    const type = view.u8(from);
    const size = view.u8(from + 1);
    out.text('\n\t  ');
    out.text(radiusAttributeName(type));
    out.text(' Attribute (');
    out.decimal(type);
    out.text('), length: ');
    out.decimal(size);
    if (size < radiusAttributeHeaderLength) {
      out.text(' (bogus, must be >= 2)');
      return;
    }
    if (size > left) {
      out.text(' (bogus, goes past end of packet)');
      return;
    }
    out.text(', Value: ');
    const valueAt = from + radiusAttributeHeaderLength;
    const valueSize = size - radiusAttributeHeaderLength;
    if (valueSize > 0) printRadiusValue(context, type, valueAt, valueSize);
    if (context.verbose > 1) context.dumpPart('\n\t    ', valueAt, valueSize);
    from += size;
    left -= size;
  }
}
