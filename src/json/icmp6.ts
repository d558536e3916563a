/** ICMPv6 (RFC 4443): errors with what they quote, echoes; the rest is in neighbor-discovery.ts and mld.ts. */
import { Icmp6Type } from '../decode/icmp6';
import { IpProtocol } from '../decode/ip-protocol';
import type { JsonContext } from './context';
import { writeListenerMessage, writeListenerReport2 } from './mld';
import { writeNeighborDiscovery } from './neighbor-discovery';

const quoteAt = 8;

export function writeIcmp6(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('icmp6');
  const type = view.u8(at);
  const code = view.u8(at + 1);
  json.number('type', type);
  json.number('code', code);
  if (!context.quoting) context.flow.message(IpProtocol.icmp6, type, code);
  json.number('checksum', view.u16(at + 2));
  body(context, type, at, length);
  json.endLayer();
}

function body(context: JsonContext, type: number, at: number, length: number): void {
  const { json, view } = context;
  switch (type) {
    case Icmp6Type.packetTooBig:
      json.number('mtu', view.u32(at + 4));
      quoted(context, at, length);
      return;
    case Icmp6Type.parameterProblem:
      json.number('pointer', view.u32(at + 4));
      quoted(context, at, length);
      return;
    case Icmp6Type.unreachable:
    case Icmp6Type.timeExceeded:
      quoted(context, at, length);
      return;
    case Icmp6Type.echoRequest:
    case Icmp6Type.echoReply:
      json.number('identifier', view.u16(at + 4));
      json.number('sequence', view.u16(at + 6));
      return;
    case Icmp6Type.listenerQuery:
    case Icmp6Type.listenerReport:
    case Icmp6Type.listenerDone:
      writeListenerMessage(context, type, at, length);
      return;
    case Icmp6Type.listenerReport2:
      writeListenerReport2(context, at);
      return;
    default:
      writeNeighborDiscovery(context, type, at, length);
  }
}

function quoted(context: JsonContext, at: number, length: number): void {
  context.quote(context.tables.ip[IpProtocol.ipv6], at + quoteAt, length - quoteAt);
}
