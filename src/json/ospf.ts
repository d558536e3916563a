/** OSPF version 2 (RFC 2328) and version 3 (RFC 5340): the common header. */
import { OspfLayer } from '../decode/ospf';
import type { JsonContext } from './context';

const layer = new OspfLayer();

export function writeOspf(context: JsonContext, at: number): void {
  const { json, view } = context;
  json.beginLayer('ospf');
  layer.decode(view, at);
  json.number('version', layer.version);
  json.number('type', layer.type);
  json.number('length', layer.length);
  json.ipv4('router_id', view, layer.routerAt);
  json.ipv4('area_id', view, layer.areaAt);
  json.number('checksum', layer.checksum);
  json.endLayer();
}
