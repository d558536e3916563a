/** Point-to-Point Tunneling Protocol (RFC 2637): the messages of its control connection. */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { pptpMessages } from './pptp-messages';

const headerLength = 12;
const magicCookie = 0x1a2b3c4d;
const typeNames = names(() => ({ 1: ' CTRL-MSG', 2: ' MGMT-MSG' }));

export function printPptp(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'pptp';
  out.text(': pptp');
  if (context.verbose > 0) {
    const length = view.u16(at);
    out.text(' Length=');
    out.decimal(length);
    out.text(typeNames.get(view.u16(at + 2)) ?? ' UNKNOWN-MSG-TYPE');
  }
  const cookie = view.u32(at + 4);
  if (cookie !== magicCookie) {
    out.text(' UNEXPECTED Magic-Cookie!!(');
    out.hex32(cookie);
    out.char(0x29);
  }
  if (context.verbose > 0 || cookie !== magicCookie) {
    out.text(' Magic-Cookie=');
    out.hex32(cookie);
  }
  const type = view.u16(at + 8);
  const message = pptpMessages[type];
  if (message === undefined) {
    out.text(' UNKNOWN_CTRL_MSGTYPE(');
    out.decimal(type);
    out.char(0x29);
  } else {
    out.text(' CTRL_MSGTYPE=');
    out.text(message.name);
  }
  const reserved = view.u16(at + 10);
  if (reserved !== 0) {
    out.text(' [ERROR: reserved=');
    out.decimal(reserved);
    out.text(' must be zero]');
  }
  if (message === undefined) return;
  let from = at + headerLength;
  for (const field of message.fields) from = field(context, from);
}
