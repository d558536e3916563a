/** Internet Control Message Protocol (RFC 792, 950, 1191). */
import { IcmpLayer, IcmpType, icmpQuoteOffset, UnreachableCode } from '../decode/icmp';
import { IpProtocol } from '../decode/ip-protocol';
import type { JsonContext } from './context';

const layer = new IcmpLayer();

export function writeIcmp(context: JsonContext, at: number, length: number): void {
  const { json, view } = context;
  json.beginLayer('icmp');
  json.number('type', view.u8(at));
  json.number('code', view.u8(at + 1));
  if (!context.quoting) context.flow.message(IpProtocol.icmp, view.u8(at), view.u8(at + 1));
  json.number('checksum', view.u16(at + 2));
  layer.decode(view, at);
  switch (layer.type) {
    case IcmpType.echo:
    case IcmpType.echoReply:
    case IcmpType.timestamp:
    case IcmpType.timestampReply:
    case IcmpType.informationRequest:
    case IcmpType.informationReply:
    case IcmpType.maskRequest:
    case IcmpType.maskReply:
      json.number('identifier', layer.identifier);
      json.number('sequence', layer.sequence);
      break;
    case IcmpType.unreachable:
      if (layer.code === UnreachableCode.fragmentationNeeded) json.number('mtu', layer.sequence);
      quoted(context, at, length);
      break;
    case IcmpType.redirect:
      json.ipv4('gateway', view, at + 4);
      quoted(context, at, length);
      break;
    case IcmpType.parameterProblem:
      json.number('pointer', view.u8(at + 4));
      quoted(context, at, length);
      break;
    case IcmpType.sourceQuench:
    case IcmpType.timeExceeded:
      quoted(context, at, length);
      break;
    default:
  }
  json.endLayer();
}

function quoted(context: JsonContext, at: number, length: number): void {
  context.quote(context.tables.ip[IpProtocol.ipv4], at + icmpQuoteOffset, length - icmpQuoteOffset);
}
