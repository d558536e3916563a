/** Optimized Link State Routing (RFC 3626, and the extensions of olsr.org): a packet of messages. */
import type { PrintContext } from '../context';
import { seconds3 } from '../text/float';
import { namedIpv4, namedIpv6 } from '../text/named';
import { names } from '../text/names';
import { OlsrMessage, olsrTime, printOlsrMessage } from './olsr-message';

const headerLength = 4;
const messageNames = names(() => ({
  [OlsrMessage.hello]: 'Hello',
  [OlsrMessage.topology]: 'TC',
  [OlsrMessage.interfaces]: 'MID',
  [OlsrMessage.networks]: 'HNA',
  128: 'Powerinfo',
  [OlsrMessage.names]: 'Nameservice',
  [OlsrMessage.helloQuality]: 'Hello-LQ',
  [OlsrMessage.topologyQuality]: 'TC-LQ',
}));
/** Bytes of a message's header beside the address of its originator. */
const fixedLength = 8;

export function printOlsr(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'olsr';
  out.text(context.family === 6 ? 'OLSRv6' : 'OLSRv4');
  if (length < headerLength || !view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  const total = Math.min(length, view.u16(at));
  out.text(', seq 0x');
  out.hex16(view.u16(at + 2));
  out.text(', length ');
  out.decimal(total);
  if (context.verbose === 0) return;
  messages(context, at + headerLength, at + total, total);
}

function messages(context: PrintContext, at: number, end: number, most: number): void {
  const { out, view } = context;
  const six = context.family === 6;
  const addressLength = six ? 16 : 4;
  const header = fixedLength + addressLength;
  for (let from = at; from < end; ) {
    context.need(from, header);
    const type = view.u8(from);
    const size = view.u16(from + 2);
    if (type === 0 || size === 0) return;
    out.text('\n\t');
    out.text(messageNames.get(type) ?? 'Unknown');
    out.text(' Message (0x');
    out.hex8(type);
    out.text('), originator ');
    if (six) namedIpv6(context, from + 4);
    else namedIpv4(context, from + 4);
    const rest = from + 4 + addressLength;
    out.text(', ttl ');
    out.decimal(view.u8(rest));
    out.text(', hop ');
    out.decimal(view.u8(rest + 1));
    out.text('\n\t  vtime ');
    seconds3(out, olsrTime(view.u8(from + 1)));
    out.text('s, msg-seq 0x');
    out.hex16(view.u16(rest + 2));
    out.text(', length ');
    out.decimal(size);
    if (size < header || size > most) {
      context.invalid();
      return;
    }
    printOlsrMessage(context, type, from + header, size - header);
    from += size;
  }
}
