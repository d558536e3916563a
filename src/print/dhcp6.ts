/** DHCP for IPv6 (RFC 8415): the kind of message. */
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const messageNames = names({
  1: 'solicit',
  2: 'advertise',
  3: 'request',
  4: 'confirm',
  5: 'renew',
  6: 'rebind',
  7: 'reply',
  8: 'release',
  9: 'decline',
  10: 'reconf',
  11: 'inf-req',
  12: 'relay-fwd',
  13: 'relay-reply',
  14: 'leasequery',
  15: 'leasequery-reply',
  16: 'leasequery-done',
  17: 'leasequery-data',
  18: 'reconfigure-request',
  19: 'reconfigure-reply',
  20: 'dhcpv4-query',
  21: 'dhcpv4-response',
});

export function printDhcp6(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'dhcp6';
  out.text('dhcp6');
  const type = view.u8(at);
  view.need(at, 4);
  out.char(0x20);
  nameOr(out, messageNames, type, 'msgtype-');
}
