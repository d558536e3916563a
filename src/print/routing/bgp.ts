/** Border Gateway Protocol 4 (RFC 4271): finds the messages in a segment. */
import { BgpMessage, bgpHeaderLength, bgpMarkerLength, nextBgpMarker } from '../../decode/bgp';
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { count } from '../text/phrase';
import { familyPair } from './bgp-names';
import { printBgpNotification } from './bgp-notification';
import { printBgpOpen } from './bgp-open';
import { printBgpUpdate } from './bgp-update';

const routeRefreshLength = 23;
const messageNames = names(() => ({ 1: 'Open', 2: 'Update', 3: 'Notification', 4: 'Keepalive', 5: 'Route Refresh' }));

/** A segment may begin inside a message, so each one is looked for by its marker. */
export function printBgp(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'bgp';
  out.text(': BGP');
  if (context.verbose === 0) return;
  let expected = at;
  for (let from = nextBgpMarker(view, at); from >= 0; from = nextBgpMarker(view, expected)) {
    context.returning = 'bgp';
    view.need(from, bgpHeaderLength);
    context.returning = '';
    if (from !== expected) context.truncated();
    const length = view.u16(from + bgpMarkerLength);
    if (length < bgpHeaderLength) {
      count(out, '\nmessage length ', length);
      count(out, ' < ', bgpHeaderLength);
      context.invalid();
      return;
    }
    if (!view.has(from, length)) {
      out.text('\n[|BGP ');
      out.text(messageNames.get(view.u8(from + 18)) ?? 'Unknown Message Type');
      out.char(0x5d);
      return;
    }
    message(context, from, length);
    expected = from + length;
  }
}

function message(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const type = view.u8(at + 18);
  out.text('\n\t');
  out.text(messageNames.get(type) ?? 'Unknown');
  count(out, ' Message (', type, '), length: ');
  out.decimal(length);
  switch (type) {
    case BgpMessage.open:
      printBgpOpen(context, at, length);
      return;
    case BgpMessage.update:
      printBgpUpdate(context, at, length);
      return;
    case BgpMessage.notification:
      printBgpNotification(context, at, length);
      return;
    case BgpMessage.keepalive:
      return;
    case BgpMessage.routeRefresh:
      routeRefresh(context, at, length);
      return;
  }
  count(out, '\n\t  no Message ', type, ' decoder');
  context.dumpPart('\n\t  ', at, length);
}

/** RFC 2918. */
function routeRefresh(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  view.need(at, routeRefreshLength);
  if (length < routeRefreshLength) return;
  out.text('\n\t  ');
  familyPair(context, view.u16(at + 19), view.u8(at + 22));
  if (context.verbose > 1) context.dumpPart('\n\t  ', at, length);
}
