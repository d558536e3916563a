/** Link Aggregation Control Protocol (IEEE 802.1AX), among the slow protocols (IEEE 802.3, annex 57A). */
import { LacpStation, LacpTlv, lacpStates, lacpSubtype } from '../decode/lacp';
import { writeFlagNames } from './arrays';
import type { JsonContext } from './context';

const station = new LacpStation();

/** Frames of the other slow protocols are left alone. */
export function writeSlow(context: JsonContext, at: number): void {
  const { json, view } = context;
  if (!view.has(at, 1) || view.u8(at) !== lacpSubtype) return;
  json.beginLayer('lacp');
  json.number('version', view.u8(at + 1));
  if (!members(context, at)) json.yes('malformed');
  json.endLayer();
}

/** false: a TLV is not where it must be. */
function members(context: JsonContext, at: number): boolean {
  const { json, view } = context;
  for (const end of ['actor', 'partner'] as const) {
    if (!isThere(context, LacpTlv[end], at)) return false;
    station.decode(view, at + LacpTlv[end].at);
    writeStation(context, end);
  }
  if (!isThere(context, LacpTlv.collector, at)) return false;
  json.number('collector_max_delay', view.u16(at + LacpTlv.collector.at + 2));
  return true;
}

function isThere({ view }: JsonContext, tlv: (typeof LacpTlv)[keyof typeof LacpTlv], at: number): boolean {
  return view.u8(at + tlv.at) === tlv.type && view.u8(at + tlv.at + 1) === tlv.length;
}

function writeStation(context: JsonContext, name: string): void {
  const { json, view } = context;
  json.beginObject(name);
  json.number('system_priority', station.systemPriority);
  json.mac('system', view, station.systemAt);
  json.number('key', station.key);
  json.number('port_priority', station.portPriority);
  json.number('port', station.port);
  writeFlagNames(context, 'state', lacpStates, station.state);
  json.endObject();
}
