/** DHCP for IPv6 (RFC 8415, 5007): the kind of message; at -v what it holds. */
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';
import { nameOr, names } from '../text/names';
import { printDhcp6Options } from './dhcp6-options';

const headerLength = 4;
const relayHeaderLength = 34;
const Message = { relayForward: 12, relayReply: 13 } as const;
const messageNames = names(() => ({
  1: 'solicit',
  2: 'advertise',
  3: 'request',
  4: 'confirm',
  5: 'renew',
  6: 'rebind',
  7: 'reply',
  8: 'release',
  9: 'decline',
  10: 'reconfigure',
  11: 'inf-req',
  [Message.relayForward]: 'relay-fwd',
  [Message.relayReply]: 'relay-reply',
  14: 'leasequery',
  15: 'leasequery-reply',
}));

export function printDhcp6(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'dhcp6';
  out.text('dhcp6');
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  const type = view.u8(at);
  out.char(0x20);
  nameOr(out, messageNames, type, 'msgtype-');
  if (context.verbose === 0) return;
  const relayed = type === Message.relayForward || type === Message.relayReply;
  out.text(' (');
  if (relayed) {
    address(context, 'linkaddr=', at + 2);
    address(context, ' peeraddr=', at + 18);
  } else {
    out.text('xid=');
    out.hex(view.u24(at + 1));
  }
  const end = Math.min(at + length, view.end);
  printDhcp6Options(context, at + (relayed ? relayHeaderLength : headerLength), end, printDhcp6);
  out.char(0x29);
}

function address(context: PrintContext, title: string, at: number): void {
  context.view.need(at, 16);
  context.out.text(title);
  namedIpv6(context, at);
}
