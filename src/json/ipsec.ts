/** Authentication Header (RFC 4302) and Encapsulating Security Payload (RFC 4303). */
import { AuthenticationLayer, authenticationFixedLength, EspLayer } from '../decode/ipsec';
import type { JsonContext } from './context';

const authentication = new AuthenticationLayer();
const esp = new EspLayer();

export function writeAuthentication(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('ah');
  authentication.decode(view, at);
  const { nextHeader, headerLength } = authentication;
  json.number('next_header', nextHeader);
  json.number('spi', authentication.spi);
  json.number('sequence', authentication.sequence);
  if (headerLength < authenticationFixedLength) json.yes('malformed');
  else json.hex('icv', view, at + authenticationFixedLength, headerLength - authenticationFixedLength);
  json.endLayer();
  if (headerLength < authenticationFixedLength) return;
  if (!context.quoting) context.flow.protocol = nextHeader;
  context.next(context.tables.ip[nextHeader], at + headerLength, length - headerLength);
}

export function writeEsp(context: JsonContext, at: number): void {
  const { json, view } = context;
  json.beginLayer('esp');
  esp.decode(view, at);
  json.number('spi', esp.spi);
  json.number('sequence', esp.sequence);
  json.endLayer();
}
