/** Protocol Independent Multicast (RFC 7761, 4.9): the header of version 2's messages. */
import { PimLayer, pimVersion } from '../decode/pim';
import type { JsonContext } from './context';

const layer = new PimLayer();

/** Of other versions only the number. */
export function writePim(context: JsonContext, at: number): void {
  const { json, view } = context;
  json.beginLayer('pim');
  layer.decode(view, at);
  json.number('version', layer.version);
  if (layer.version === pimVersion) {
    json.number('type', layer.type);
    json.number('checksum', layer.checksum);
  }
  json.endLayer();
}
