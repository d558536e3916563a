/** Cisco Hot Standby Router Protocol, version 1 (RFC 2281) and 2. */
import { asciiEnd } from '../decode/ascii';
import {
  HsrpLayer,
  HsrpTlv,
  hsrpAuthenticationAt,
  hsrpAuthenticationLength,
  hsrpGroupStateLength,
  hsrpLastOpcode,
  hsrpTlvHeaderLength,
} from '../decode/hsrp';
import type { JsonContext } from './context';

const layer = new HsrpLayer();

export function writeHsrp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('hsrp');
  if (view.u8(at) === 0) version1(context, at);
  else if (!version2(context, at, length)) json.yes('malformed');
  json.endLayer();
}

function version1(context: JsonContext, at: number): void {
  const { json, view } = context;
  const opcode = view.u8(at + 1);
  if (opcode > hsrpLastOpcode) {
    json.number('version', 0);
    json.number('opcode', opcode);
    return;
  }
  layer.decode(view, at);
  group(context);
  authentication(context, at + hsrpAuthenticationAt);
}

/** false: it does not begin with the state of a group. */
function version2(context: JsonContext, at: number, length: number): boolean {
  const { json, view } = context;
  if (view.u8(at) !== HsrpTlv.groupState || view.u8(at + 1) !== hsrpGroupStateLength) return false;
  layer.decodeGroupState(view, at + hsrpTlvHeaderLength);
  group(context);
  json.mac('identifier', view, layer.identifierAt);
  const next = at + hsrpTlvHeaderLength + hsrpGroupStateLength;
  if (next + hsrpTlvHeaderLength + hsrpAuthenticationLength > at + length) return true;
  if (view.u8(next) === HsrpTlv.text && view.u8(next + 1) === hsrpAuthenticationLength) {
    authentication(context, next + hsrpTlvHeaderLength);
  }
  return true;
}

function group({ json, view }: JsonContext): void {
  json.number('version', layer.version);
  json.number('opcode', layer.opcode);
  json.number('state', layer.state);
  json.fraction('hello_time', layer.helloTime);
  json.fraction('hold_time', layer.holdTime);
  json.number('priority', layer.priority);
  json.number('group', layer.group);
  json.address('virtual_address', view, layer.family, layer.addressAt);
}

function authentication({ json, view }: JsonContext, at: number): void {
  view.need(at, hsrpAuthenticationLength);
  json.text('authentication', view, at, asciiEnd(view, at, at + hsrpAuthenticationLength) - at);
}
