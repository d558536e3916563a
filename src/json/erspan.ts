/** Encapsulated Remote SPAN (draft-foschiano-erspan): types I, II and III. */
import { ErspanLayer } from '../decode/erspan';
import type { JsonContext } from './context';
import { writeEthernet } from './ethernet';

const layer = new ErspanLayer();

/** Type I is the frame itself. */
export function writeErspan1(context: JsonContext, at: number, length: number): void {
  context.json.beginLayer('erspan');
  context.json.number('type', 1);
  context.json.endLayer();
  context.next(writeEthernet, at, length);
}

export function writeErspan2(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('erspan');
  json.number('type', 2);
  layer.decode2(view, at);
  session(context);
  json.number('index', layer.index);
  json.endLayer();
  context.next(writeEthernet, at + layer.headerLength, length - layer.headerLength);
}

export function writeErspan3(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('erspan');
  json.number('type', 3);
  layer.decode3(view, at);
  session(context);
  json.number('timestamp', layer.timestamp);
  json.number('security_group', layer.securityGroup);
  json.number('hardware_id', layer.hardwareId);
  json.number('direction', layer.direction);
  json.endLayer();
  context.next(writeEthernet, at + layer.headerLength, length - layer.headerLength);
}

function session({ json }: JsonContext): void {
  json.number('vlan', layer.vlan);
  json.number('class_of_service', layer.classOfService);
  json.number('session_id', layer.sessionId);
  json.boolean('frame_cut', layer.cut);
}
