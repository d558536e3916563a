/** Point-to-Point Protocol (RFC 1661). */
import { PppControl, PppLayer, PppProtocol } from '../decode/ppp';
import type { JsonContext } from './context';

const layer = new PppLayer();
const control = new PppControl();

export function writePpp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('ppp');
  layer.decode(view, at);
  const { protocol, headerLength } = layer;
  json.number('protocol', protocol);
  if (protocol >= PppProtocol.firstControl) controlFields(context, at + headerLength);
  json.endLayer();
  context.next(context.tables.ppp.get(protocol), at + headerLength, length - headerLength);
}

/** Link control, authentication and network control protocols begin alike (RFC 1661, 5). */
function controlFields({ json, view }: JsonContext, at: number): void {
  control.decode(view, at);
  json.number('code', control.code);
  json.number('identifier', control.identifier);
  json.number('length', control.length);
}
