/** Spanning Tree Protocol (IEEE 802.1D-2004, 9.3); times in seconds. */
import { BpduType, StpLayer, stpTimeUnit } from '../decode/stp';
import type { JsonContext } from './context';

const layer = new StpLayer();

export function writeStp(context: JsonContext, at: number): void {
  const { json, view } = context;
  json.beginLayer('stp');
  layer.decode(view, at);
  json.number('version', layer.version);
  json.number('type', layer.type);
  if (layer.type !== BpduType.topologyChange) {
    json.number('flags', layer.flags);
    bridge(context, 'root', layer.rootAt);
    json.number('root_path_cost', layer.rootPathCost);
    bridge(context, 'bridge', layer.bridgeAt);
    json.number('port_id', layer.portId);
    json.fraction('message_age', layer.messageAge / stpTimeUnit);
    json.fraction('maximum_age', layer.maximumAge / stpTimeUnit);
    json.fraction('hello_time', layer.helloTime / stpTimeUnit);
    json.fraction('forward_delay', layer.forwardDelay / stpTimeUnit);
  }
  json.endLayer();
}

function bridge({ json, view }: JsonContext, name: string, at: number): void {
  json.beginObject(name);
  json.number('priority', view.u16(at));
  json.mac('address', view, at + 2);
  json.endObject();
}
